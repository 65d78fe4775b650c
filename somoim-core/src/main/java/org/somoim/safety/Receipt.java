package org.somoim.safety;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * That somebody is called by an alert, and what they answered. Made when the alert is raised, and never later.
 *
 * @param answer the latest, or null while there is none
 * @param answeredAt when they gave it, or null
 */
public record Receipt(
        Id<Alert> alertId,
        Id<User> userId,
        @Nullable Answer answer,
        @Nullable Instant answeredAt,
        Instant createdAt) {

    public Receipt {
        if ((answer == null) != (answeredAt == null)) {
            throw new IllegalArgumentException("an answer is given at some time");
        }
    }

    /** What people who are called say. */
    public enum Answer {
        /** Has read it. */
        SEEN,
        ON_MY_WAY,
        /** Has called an ambulance, the police or whoever else comes. */
        CALLED_FOR_HELP
    }

    /** Where it stands among the answers to its alert. */
    Cursor place() {
        return Cursor.of(answeredAt == null ? createdAt : answeredAt, userId);
    }
}
