package org.somoim.chat;

import java.time.Instant;
import org.somoim.kernel.Id;

/** One place in a conversation, as one reader sees it. */
public sealed interface Entry {

    Id<Message> id();

    /** See {@link Message#number()}. */
    long number();

    /** See {@link Message#change()}. */
    long change();

    Instant sentAt();

    /** A message, and what hangs on it. */
    record Said(Message message, Marks marks) implements Entry {
        @Override
        public Id<Message> id() {
            return message.id();
        }

        @Override
        public long number() {
            return message.number();
        }

        @Override
        public long change() {
            return message.change();
        }

        @Override
        public Instant sentAt() {
            return message.sentAt();
        }
    }

    /**
     * Holds the place of a message that is not there for this reader. Whether it was deleted or is hidden from them is not
     * told.
     */
    record Gone(Id<Message> id, long number, long change, Instant sentAt) implements Entry {
        static Gone of(Message message) {
            return new Gone(message.id(), message.number(), message.change(), message.sentAt());
        }
    }
}
