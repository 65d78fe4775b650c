package org.somoim.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.somoim.mail.Email;

/**
 * Keeps strangers from filling somebody's mailbox: at most three letters that anyone can cause, to one address within an
 * hour. What goes beyond is left out, and nobody is told. Safe between threads.
 */
final class LetterBound {
    private static final int MOST = 3;
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final int MOST_KEPT = 100_000;

    private final InstantSource clock;
    private final Map<Email, Sent> sent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Email, Sent> eldest) {
            return size() > MOST_KEPT;
        }
    };

    LetterBound(InstantSource clock) {
        this.clock = clock;
    }

    private record Sent(int count, Instant since) {}

    /**
     * Does {@code posting} if there may be one more letter to this address.
     *
     * @param posting says whether it has posted one; what was not posted, or could not be kept, does not count
     */
    void within(Email email, BooleanSupplier posting) {
        if (!allows(email)) {
            return;
        }
        boolean isPosted = false;
        try {
            isPosted = posting.getAsBoolean();
        } finally {
            if (!isPosted) {
                takeBack(email);
            }
        }
    }

    private synchronized void takeBack(Email email) {
        Sent before = sent.get(email);
        if (before != null) {
            sent.put(email, new Sent(before.count() - 1, before.since()));
        }
    }

    /** Counts one more letter; false if it is one too many. */
    private synchronized boolean allows(Email email) {
        Instant now = clock.instant();
        Sent before = sent.get(email);
        // The clock may have been set back since.
        Sent after = before == null
                        || now.isBefore(before.since())
                        || !now.isBefore(before.since().plus(WITHIN))
                ? new Sent(1, now)
                : new Sent(before.count() + 1, before.since());
        sent.put(email, after);
        return after.count() <= MOST;
    }
}
