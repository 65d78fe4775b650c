package org.somoim.goals;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Everything that others see of shared goals changes at the turn of a day, midnight UTC, and at no other time. */
final class Days {
    private static final Duration DAY = Duration.ofDays(1);

    private Days() {}

    /** The midnight before, or this one. */
    static Instant today(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS);
    }

    /** The next midnight. */
    static Instant tomorrow(Instant now) {
        return today(now).plus(DAY);
    }

    /** Counted from 1970. */
    static long number(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), DAY.toMillis());
    }
}
