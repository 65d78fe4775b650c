package org.somoim.chat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;
import org.somoim.personaldata.Walk;

/** Plug. Answers for what is kept of what people say to one another. */
public final class ChatPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("chat")
            .table("conversations", Purpose.CONVERSATION)
            .person("one-id", OnErasure.UNNAMED)
            .person("other-id", OnErasure.UNNAMED)
            .plain("id", "group-id", "messages", "changes", "created-at", "updated-at")
            .table("messages", Purpose.CONVERSATION)
            .person("sender-id", OnErasure.CHOSEN)
            .person("keyholder-id", OnErasure.EMPTIED)
            .about("sender-id", "body", "length", "created-at", "edited-at", "deleted-at")
            .plain("id", "conversation-id", "number", "change", "reply-to")
            .table("message-reactions", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "kind", "created-at")
            .plain("message-id")
            .table("read-marks", Purpose.CONVERSATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "number", "created-at", "updated-at")
            .plain("conversation-id")
            .done();

    private final ChatStore store;

    public ChatPersonalData(ChatStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        Walk.through(
                (after, limit) -> store.directOf(person, after == null ? null : new Id<>(after.id()), limit),
                conversation -> Cursor.of(Instant.EPOCH, conversation.id()),
                conversation -> to.accept(Excerpt.of("conversations")
                        .id("id", conversation.id())
                        .id("partner-id", conversation.partnerOf(person))
                        .done()));
        Walk.through(
                (after, limit) -> store.by(person, after, limit),
                message -> Cursor.of(message.sentAt(), message.id()),
                message -> to.accept(message(message)));
        Walk.through(
                (after, limit) -> store.reactionsBy(person, after, limit),
                tie -> Cursor.of(tie.createdAt(), tie.messageId()),
                tie -> to.accept(Excerpt.of("message-reactions")
                        .id("message-id", tie.messageId())
                        .text("kind", tie.kind())
                        .time("created-at", tie.createdAt())
                        .done()));
        Walk.through(
                (after, limit) -> store.marksOf(person, after, limit),
                mark -> Cursor.of(mark.updatedAt(), mark.conversationId()),
                mark -> to.accept(Excerpt.of("read-marks")
                        .id("conversation-id", mark.conversationId())
                        .number("number", mark.number())
                        .time("updated-at", mark.updatedAt())
                        .done()));
    }

    private static Excerpt message(Message message) {
        return Excerpt.of("messages")
                .id("id", message.id())
                .id("conversation-id", message.conversationId())
                .number("number", message.number())
                .text("body", message.body())
                .id("reply-to", message.replyTo())
                .time("created-at", message.sentAt())
                .time("edited-at", message.editedAt())
                .time("deleted-at", message.deletedAt())
                .done();
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Id<User> person = leaving.person();
        List<Message> going = store.leaving(person, leaving.keeps("messages"), most);
        going.forEach(message -> bury(tx, message));
        return going.isEmpty() ? store.release(person, most) + store.removeTiesOf(person, most) : going.size();
    }

    /** A change like others, so that whoever has read it and reads on learns that it is gone. */
    private void bury(Work.Tx tx, Message message) {
        Conversation changed =
                store.find(message.conversationId()).orElseThrow().withChange();
        store.grow(changed, tx.now());
        store.removeReactions(message.id());
        store.put(message.buried(changed.changes(), tx.now()));
    }
}
