package org.somoim.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When people meet, by the clock on the wall. That is what is kept: should a country change its clocks between now and
 * then, the meeting still is at seven in the evening.
 *
 * @param starts to the second; finer is dropped
 * @param ends at least a second after {@code starts} as time really passes, at most {@link #LONGEST} after it; null if
 *     nobody said
 * @param zone of both
 */
public record When(LocalDateTime starts, @Nullable LocalDateTime ends, Zone zone) {
    /** Longer meetings are several. */
    public static final Duration LONGEST = Duration.ofDays(31);

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    /**
     * @throws org.somoim.kernel.Refusal {@link EventReason#NO_SUCH_TIME}, {@link EventReason#ENDS_BEFORE_IT_STARTS}, {@link
     *     EventReason#TOO_LONG}
     */
    public When {
        starts = readable(starts);
        ends = ends == null ? null : readable(ends);
        if (ends != null) {
            Duration length = Duration.between(zone.at(starts), zone.at(ends));
            if (length.isNegative() || length.isZero()) {
                throw EventReason.ENDS_BEFORE_IT_STARTS.refuse();
            }
            if (length.compareTo(LONGEST) > 0) {
                throw EventReason.TOO_LONG.refuse();
            }
        }
    }

    private static LocalDateTime readable(LocalDateTime time) {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw EventReason.NO_SUCH_TIME.refuse();
        }
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** See {@link Zone#at}. */
    public Instant startsAt() {
        return zone.at(starts);
    }

    /** See {@link Zone#at}; null if nobody said. */
    public @Nullable Instant endsAt() {
        return ends == null ? null : zone.at(ends);
    }

    /**
     * Begins at another time and lasts as long as before, as time really passes. An end in the hour that comes twice is the
     * first of the two, or when that hour is over where the first comes before the start.
     */
    public When movedTo(LocalDateTime start) {
        Instant end = endsAt();
        if (end == null) {
            return new When(start, null, zone);
        }
        LocalDateTime moved = zone.local(zone.at(start).plus(Duration.between(startsAt(), end)));
        boolean isTooEarly = !zone.at(moved).isAfter(zone.at(start));
        return new When(start, isTooEarly ? zone.afterTwice(moved) : moved, zone);
    }
}
