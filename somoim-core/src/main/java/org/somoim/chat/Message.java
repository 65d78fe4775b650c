package org.somoim.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * Something that someone said in a conversation. What is deleted loses its words at once and keeps its place, so that the
 * numbers of a conversation have no gaps.
 *
 * @param number its place in the conversation: 1, 2, 3 and so on
 * @param change when it was sent or last changed, counted in changes of the conversation
 * @param senderId null once it went with its sender
 * @param body 1 to {@value #MOST} code points; null once it is deleted or gone
 * @param replyTo the message of the same conversation that it answers, or null
 * @param editedAt when its words last changed, or null if they never did
 * @param deletedAt when it was deleted, or null while it has words
 */
public record Message(
        Id<Message> id,
        Id<Conversation> conversationId,
        long number,
        long change,
        @Nullable Id<User> senderId,
        @Nullable Prose body,
        @Nullable Id<Message> replyTo,
        Instant sentAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt) {
    /** In Unicode code points. */
    public static final int MOST = 2_000;

    /** @throws org.somoim.kernel.Refusal {@link ChatReason#TOO_LONG} */
    public Message {
        if (number < 1 || change < number) {
            throw new IllegalArgumentException("places are counted from 1, and every message is a change");
        }
        if (body != null && body.length() > MOST) {
            throw ChatReason.TOO_LONG.refuse();
        }
        if (body != null && (senderId == null || deletedAt != null)) {
            throw new IllegalArgumentException("words are someone's, and not deleted");
        }
    }

    static Message sent(
            Id<Message> id,
            Conversation grown,
            Id<User> sender,
            Prose body,
            @Nullable Id<Message> replyTo,
            Instant now) {
        return new Message(id, grown.id(), grown.messages(), grown.changes(), sender, body, replyTo, now, null, null);
    }

    /** Whether only its place is left. */
    public boolean isGone() {
        return body == null;
    }

    Message edited(Prose words, long at, Instant now) {
        return new Message(id, conversationId, number, at, senderId, words, replyTo, sentAt, now, null);
    }

    Message deleted(long at, Instant now) {
        return new Message(id, conversationId, number, at, senderId, null, null, sentAt, null, now);
    }

    /** The same, with something hung on it or taken off. */
    Message touched(long at) {
        return new Message(id, conversationId, number, at, senderId, body, replyTo, sentAt, editedAt, deletedAt);
    }

    /** What is left when it goes with its sender. */
    Message buried(long at, Instant now) {
        return new Message(
                id, conversationId, number, at, null, null, null, sentAt, null, deletedAt == null ? now : deletedAt);
    }
}
