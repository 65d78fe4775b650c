package org.somoim.events;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from what is over before it is outside; not before 1970, as nothing is
 * @param until what starts at it or later is outside; not after 9999
 */
public record Span(Instant from, Instant until) {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Duration A_DAY = Duration.ofDays(1);

    public Span {
        from = within(from);
        until = within(until);
    }

    private static Instant within(Instant time) {
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(LAST) ? LAST : time;
    }

    /** Without end. */
    public static Span from(Instant from) {
        return new Span(from, LAST);
    }

    /** The earliest start of what lasts a day at most, as nearly everything does, and can still go on in this span. */
    public Instant earliestStartOfShort() {
        return from.minus(A_DAY);
    }

    /** The earliest start of anything that can still go on in this span. */
    public Instant earliestStart() {
        return from.minus(When.LONGEST);
    }
}
