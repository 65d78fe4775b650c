package org.somoim.limits;

import java.time.Duration;
import java.util.Optional;

/**
 * Port. Says who has asked for too much. Keeps nothing in the store, and forgets who was where when the process ends. Safe
 * between threads.
 */
public interface RateLimiter {

    /** What is counted apart. */
    enum Kind {
        READ,
        WRITE,
        /** Calls for help, and answers to them: whatever else somebody did must not use these up. */
        ALARM,
        /** Signing in and whatever else is tried with something that might be guessed. */
        ENTER,
        /** What takes much work for one answer, such as an export. */
        COSTLY
    }

    /**
     * Counts one call of {@code caller}.
     *
     * @param caller whatever tells callers apart, such as an account's id or a network address
     * @return how things stand; empty if calls of this kind are not counted
     */
    Optional<Quota> take(String caller, Kind kind);

    /**
     * How things stand after a call.
     *
     * @param isSpent whether the call was one too many
     * @param limit calls in one {@code window}
     * @param left calls until it is spent
     * @param again until there is one more call, at least a second
     */
    record Quota(Kind kind, boolean isSpent, long limit, Duration window, long left, Duration again) {}

    /** Counts nothing. For tests, and where something in front counts. */
    static RateLimiter none() {
        return (caller, kind) -> Optional.empty();
    }
}
