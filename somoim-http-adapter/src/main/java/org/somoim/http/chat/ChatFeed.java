package org.somoim.http.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.chat.Chat;
import org.somoim.chat.Conversation;
import org.somoim.http.chat.Rendering.MessageView;
import org.somoim.http.chat.Rendering.PersonView;
import org.somoim.http.live.Feed;
import org.somoim.http.wire.View;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.live.Hint;

/** What is said and changed in one conversation, to one reader, from one change on. */
final class ChatFeed implements Feed {
    /** Changes in one frame. */
    static final int PORTION = 20;

    /** Whoever is further behind is told so, and reads what is between by themself. */
    static final int MOST_BEHIND = 200;

    private final Chat chat;
    private final Rendering rendering;
    private final Actor reader;
    private final Id<Conversation> conversation;
    private volatile long known;

    ChatFeed(Chat chat, Rendering rendering, Actor reader, Id<Conversation> conversation, long known) {
        this.chat = chat;
        this.rendering = rendering;
        this.reader = reader;
        this.conversation = conversation;
        this.known = known;
    }

    @Override
    public Id<?> channel() {
        return conversation;
    }

    @Override
    public boolean knows(Hint hint) {
        return hint instanceof Hint.Changed changed && changed.number() <= known;
    }

    @Override
    public View greeting() {
        chat.enter(reader, conversation);
        return new ReadyFrame("ready", conversation.toString(), known);
    }

    @Override
    public Portion next() {
        Chat.Changes changes = chat.changes(reader, conversation, known, PORTION);
        long from = known;
        if (changes.latest() - from > MOST_BEHIND || changes.latest() < from) {
            known = changes.latest();
            return new Portion(new GapFrame("gap", conversation.toString(), from, known), true);
        }
        known = changes.upTo();
        return changes.entries().isEmpty()
                ? new Portion(null, changes.isAll())
                : new Portion(
                        new ChangesFrame(
                                "changes",
                                conversation.toString(),
                                rendering.messages(reader, changes.entries()),
                                known),
                        changes.isAll());
    }

    @Override
    public @Nullable View typing(Id<User> person) {
        return chat.hears(reader, conversation, person)
                ? new TypingFrame("typing", conversation.toString(), rendering.person(reader, person))
                : null;
    }

    /** That one is writing, and nothing else: what is said is said by a call, which can be refused, limited and repeated. */
    @Override
    public void take(JsonNode said) {
        if (said.size() != 1 || !said.path("type").asText().equals("typing")) {
            throw WireReason.INVALID_BODY.refuse();
        }
        chat.typing(reader, conversation);
    }

    @Override
    public void check() {
        chat.enter(reader, conversation);
    }

    /** @param change what is told from here on comes after it */
    record ReadyFrame(String type, String conversation, long change) implements View {}

    /** @param change the last one in it; read on from there */
    record ChangesFrame(String type, String conversation, List<MessageView> messages, long change) implements View {}

    /**
     * Nothing is told of the changes after {@code after} up to {@code change}: read them. Where {@code change} is the
     * smaller one, the conversation was put back to an earlier state: read it anew.
     */
    record GapFrame(String type, String conversation, long after, long change) implements View {}

    record TypingFrame(String type, String conversation, PersonView person) implements View {}
}
