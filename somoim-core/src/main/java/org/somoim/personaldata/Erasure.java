package org.somoim.personaldata;

import java.time.Instant;
import java.util.Map;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * How far the erasure of a person has come. There is one at most per person.
 *
 * @param id random: whoever holds it may ask how it stands, also when nobody can sign in any more
 * @param userId what is left of the person
 * @param otherwise what becomes of what they wrote, for every kind that {@code wishes} does not name
 * @param updatedAt when it last came further
 */
public record Erasure(
        Id<Erasure> id,
        Id<User> userId,
        Wish otherwise,
        Map<Word, Wish> wishes,
        State state,
        Instant createdAt,
        Instant updatedAt) {

    /** Each is left for the next one, and never for an earlier one. */
    public enum State {
        /** The account is shut for good, and others own what others depend on. Nothing is removed yet, or not everything. */
        CLOSED,
        /** Nothing of the person can be read any more. Their bytes may still lie in the files. */
        REMOVED,
        /** No file of the store holds a byte of it. */
        FINISHED
    }

    public Erasure {
        wishes = Map.copyOf(wishes);
    }

    Leaving leaving() {
        return new Leaving(userId, otherwise, wishes);
    }

    Erasure in(State next, Instant now) {
        return new Erasure(id, userId, otherwise, wishes, next, createdAt, now);
    }
}
