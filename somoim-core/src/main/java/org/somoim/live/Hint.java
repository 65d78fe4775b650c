package org.somoim.live;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Says where to look, and nothing of what is to be seen there: whoever is told reads it from the store, as far as they may
 * at that moment. May come twice, and may not come at all; a later one makes up for it.
 */
public sealed interface Hint {

    /** What it is about: whoever waits for that is told. */
    Id<?> channel();

    /**
     * Something in a conversation was said or changed.
     *
     * @param number of the change; grows by one with each
     */
    record Changed(Id<?> channel, long number) implements Hint {}

    /** A person has something new to know. */
    record Told(Id<User> person) implements Hint {
        @Override
        public Id<?> channel() {
            return person;
        }
    }

    /** Someone is writing. Kept nowhere. */
    record Typing(Id<?> channel, Id<User> person) implements Hint {}
}
