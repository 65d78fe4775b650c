package org.somoim.chat;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.groups.Group;
import org.somoim.groups.Reach;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Subject;

/**
 * Plug. What was said in a conversation can be reported by those who read it, and acted upon. What two people say to one
 * another is shown to nobody who decides, except the one message that one of them reports.
 */
public final class MessageContent implements ContentHandler {
    static final Word MESSAGE = new Word("message");
    private static final Set<Measure.Kind> SOME =
            Set.of(Measure.Kind.NUDGE, Measure.Kind.HOLD, Measure.Kind.HIDE, Measure.Kind.REMOVE);
    private static final int TWO = 2;

    private final ChatStore store;
    private final ChatGate gate;
    private final Reach reach;

    public MessageContent(ChatStore store, Reach reach, Access access) {
        this.store = store;
        this.gate = new ChatGate(store, access);
        this.reach = reach;
    }

    @Override
    public Word kind() {
        return MESSAGE;
    }

    @Override
    public Set<Measure.Kind> measures() {
        return SOME;
    }

    @Override
    public Snapshot read(Actor actor, Id<?> id) {
        ChatGate.OpenedMessage opened = gate.message(actor, new Id<>(id.value()));
        return snapshot(opened.message(), opened.in().conversation().groupId());
    }

    @Override
    public Optional<Snapshot> find(Id<?> id) {
        return store.message(new Id<>(id.value()))
                .filter(message -> !message.isGone())
                .map(message -> snapshot(
                        message,
                        store.find(message.conversationId())
                                .map(Conversation::groupId)
                                .orElse(null)));
    }

    private Snapshot snapshot(Message message, @Nullable Id<Group> group) {
        return new Snapshot(
                new Subject(MESSAGE, message.id()),
                message.senderId(),
                group,
                null,
                message.body(),
                message.editedAt() == null ? message.sentAt() : message.editedAt(),
                group == null ? TWO : reach.of(group));
    }

    /** Nobody, and no machine, looks at what is said in a conversation before somebody in it asks for it. */
    @Override
    public boolean isOpen(Snapshot seen) {
        return false;
    }

    @Override
    public Optional<Id<?>> goneIn(Fact fact) {
        return fact instanceof ChatFact.MessageDeleted deleted ? Optional.of(deleted.messageId()) : Optional.empty();
    }

    @Override
    public Optional<Said> saidIn(Fact fact) {
        if (fact instanceof ChatFact.MessageSent sent) {
            return Optional.of(new Said(sent.messageId(), sent.userId(), true));
        }
        if (fact instanceof ChatFact.MessageEdited edited) {
            return Optional.of(new Said(edited.messageId(), edited.userId(), false));
        }
        return Optional.empty();
    }
}
