package org.somoim.http.chat;

import java.util.List;
import org.somoim.chat.Chat;
import org.somoim.chat.Conversation;
import org.somoim.chat.Conversations;
import org.somoim.groups.Group;
import org.somoim.http.live.Feed;
import org.somoim.http.live.LiveRoute;
import org.somoim.http.live.LiveRoute.Asked;
import org.somoim.http.live.Sockets;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.profiles.Profiles;

/** Conversations to listen to. */
public final class ChatSockets implements Sockets {
    private final Chat chat;
    private final Conversations conversations;
    private final Broadcast.Sources sources;

    /** @param transactor so that what many are told at once is read from one state of the store */
    public ChatSockets(Chat chat, Conversations conversations, Profiles profiles, Transactor transactor) {
        this.chat = chat;
        this.conversations = conversations;
        this.sources = new Broadcast.Sources(chat, new Rendering(profiles), transactor);
    }

    @Override
    public List<LiveRoute> live() {
        return List.of(
                new LiveRoute(
                        "/groups/{group}/chat", false, asked -> feed(asked, Conversation.idOf(asked.id("group")))),
                new LiveRoute(
                        "/group/chat/ws",
                        true,
                        asked -> feed(
                                asked,
                                Conversation.idOf(asked.<Group>queryId("groupID")
                                        .orElseThrow(WireReason.BAD_PARAMETER::refuse)))),
                new LiveRoute(
                        "/conversations/{conversation}/live", false, asked -> feed(asked, asked.id("conversation"))));
    }

    private Feed feed(Asked asked, Id<Conversation> conversation) {
        long latest =
                conversations.get(asked.actor(), conversation).conversation().changes();
        var spot = new Broadcast(sources, conversation, asked.number("after").orElse(latest));
        return new ChatFeed(chat, asked.actor(), spot);
    }
}
