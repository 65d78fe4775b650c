package org.somoim.http.chat;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.access.AccessReason;
import org.somoim.chat.Chat;
import org.somoim.chat.ChatAction;
import org.somoim.chat.ChatReason;
import org.somoim.chat.Conversation;
import org.somoim.chat.Conversations;
import org.somoim.chat.DirectAction;
import org.somoim.chat.Message;
import org.somoim.chat.Reaction;
import org.somoim.groups.Group;
import org.somoim.http.chat.Rendering.ChangesView;
import org.somoim.http.chat.Rendering.ConversationView;
import org.somoim.http.chat.Rendering.MessageView;
import org.somoim.http.chat.Rendering.ReactionView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.profiles.Profiles;

/** Conversations over HTTP. What is said is said here, also by those who listen at a socket: see {@link ChatSockets}. */
public final class ChatRoutes implements Routes {
    private final Chat chat;
    private final Conversations conversations;
    private final Rendering rendering;

    public ChatRoutes(Chat chat, Conversations conversations, Profiles profiles) {
        this.chat = chat;
        this.conversations = conversations;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/me/conversations", this::list)
                        .givesPage(ConversationView.class)
                        .says("One's own conversations, the one that changed last first."),
                put("/people/{person}/conversation", this::with)
                        .needs(DirectAction.OPEN, "person")
                        .gives(ConversationView.class)
                        .says("The conversation with somebody; begins it if there is none."),
                get("/groups/{group}/chat", this::ofGroup)
                        .needs(ChatAction.READ, "group")
                        .gives(ConversationView.class)
                        .says("A group's conversation. Asked for as a WebSocket, tells of what changes in it."),
                get("/group/chat/ws", this::byQuery)
                        .query("groupID", Id.class)
                        .gives(ConversationView.class)
                        .says("The same.")
                        .aliasOf("GET /groups/{group}/chat"),
                get("/conversations/{conversation}", this::find)
                        .needs(ChatAction.READ, "conversation")
                        .gives(ConversationView.class)
                        .says("One conversation, of a group or of two."),
                get("/conversations/{conversation}/messages", this::history)
                        .needs(ChatAction.READ, "conversation")
                        .givesPage(MessageView.class)
                        .says("What was said, the last first. What is deleted or hidden keeps its place."),
                post("/conversations/{conversation}/messages", this::send)
                        .needs(ChatAction.SEND, "conversation")
                        .takes(NewMessage.class)
                        .creates(MessageView.class)
                        .says("Says something."),
                get("/conversations/{conversation}/changes", this::changes)
                        .needs(ChatAction.READ, "conversation")
                        .query("after", Integer.class)
                        .query("limit", Integer.class)
                        .gives(ChangesView.class)
                        .says("What was said or changed after a change that one knows, in the order of changes."),
                put("/conversations/{conversation}/read", this::read)
                        .needs(ChatAction.READ, "conversation")
                        .takes(ReadUpTo.class)
                        .gives(ConversationView.class)
                        .says("Marks everything up to a number as read. Nobody else learns it."),
                get("/messages/{message}", this::message)
                        .needs(ChatAction.READ, "message")
                        .gives(MessageView.class)
                        .says("One message."),
                patch("/messages/{message}", this::edit)
                        .needs(ChatAction.SEND, "message")
                        .takes(NewWords.class)
                        .gives(MessageView.class)
                        .says("Changes what one's own message says. It bears a mark from then on."),
                delete("/messages/{message}", this::remove)
                        .needs(ChatAction.READ, "message")
                        .says(
                                "Deletes a message: one's own, or as a moderator of its group anyone's. Its place stays."),
                put("/messages/{message}/reactions/{reaction}", this::react)
                        .needs(ChatAction.REACT, "message")
                        .givesList(ReactionView.class)
                        .says("Reacts to a message."),
                delete("/messages/{message}/reactions/{reaction}", this::withdraw)
                        .needs(ChatAction.REACT, "message")
                        .givesList(ReactionView.class)
                        .says("Takes a reaction to a message back."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(ChatReason.values());
    }

    private Response list(Request request) {
        Page<Conversations.Shown> page = conversations.list(request.actor(), request.ask());
        return Response.page(new Page<>(rendering.conversations(request.actor(), page.items()), page.next()));
    }

    private Response with(Request request) {
        return shown(request, conversations.with(request.actor(), request.id("person")));
    }

    private Response ofGroup(Request request) {
        return find(request, Conversation.idOf(request.id("group")));
    }

    private Response byQuery(Request request) {
        Id<Group> group = request.<Group>queryId("groupID").orElseThrow(WireReason.BAD_PARAMETER::refuse);
        return find(request, Conversation.idOf(group));
    }

    private Response find(Request request) {
        return find(request, request.id("conversation"));
    }

    private Response find(Request request, Id<Conversation> conversation) {
        return shown(request, conversations.get(request.actor(), conversation));
    }

    private Response shown(Request request, Conversations.Shown shown) {
        return Response.ok(rendering.conversation(request.actor(), shown));
    }

    private Response history(Request request) {
        var page = chat.history(request.actor(), request.id("conversation"), request.ask());
        return Response.page(new Page<>(rendering.messages(request.actor(), page.items()), page.next()));
    }

    private Response send(Request request) {
        var body = request.body(NewMessage.class);
        Message sent = chat.send(request.actor(), request.id("conversation"), body.body(), body.replyTo());
        return Response.created("/messages/" + sent.id(), view(request, sent.id()));
    }

    private Response changes(Request request) {
        int after = request.query("after", Integer.class).orElse(0);
        int limit = request.query("limit", Integer.class).orElse(Page.Ask.MOST);
        Chat.Changes changes = chat.changes(request.actor(), request.id("conversation"), after, limit);
        return Response.ok(new ChangesView(
                rendering.messages(request.actor(), changes.entries()), changes.upTo(), changes.latest()));
    }

    private Response read(Request request) {
        long number = request.body(ReadUpTo.class).number();
        return shown(request, conversations.read(request.actor(), request.id("conversation"), number));
    }

    private Response message(Request request) {
        return Response.ok(view(request, request.id("message")));
    }

    private Response edit(Request request) {
        Id<Message> message = request.id("message");
        chat.edit(request.actor(), message, request.body(NewWords.class).body());
        return Response.ok(view(request, message));
    }

    private MessageView view(Request request, Id<Message> message) {
        return rendering.message(request.actor(), chat.get(request.actor(), message));
    }

    private Response remove(Request request) {
        chat.delete(request.actor(), request.id("message"));
        return Response.nothing();
    }

    private Response react(Request request) {
        return Response.ok(Rendering.reactions(chat.react(request.actor(), request.id("message"), kind(request))));
    }

    private Response withdraw(Request request) {
        return Response.ok(Rendering.reactions(chat.withdraw(request.actor(), request.id("message"), kind(request))));
    }

    private static Reaction.Kind kind(Request request) {
        return Arrays.stream(Reaction.Kind.values())
                .filter(kind -> kind.name().equals(request.segment("reaction")))
                .findFirst()
                .orElseThrow(AccessReason.NOT_FOUND::refuse);
    }

    record NewMessage(Prose body, @Nullable Id<Message> replyTo) {}

    record NewWords(Prose body) {}

    record ReadUpTo(long number) {}
}
