package org.somoim.moderation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Half a calendar year, by the days of UTC. What is counted is counted in these and in no other stretch of time: were there
 * others, two of them could be subtracted, and what is withheld in both would be told.
 *
 * @param year 1970 to 9999
 * @param half 1 or 2
 */
public record HalfYear(int year, int half) {
    private static final int MONTHS = 6;

    /** @throws org.somoim.kernel.Refusal {@link ModerationReason#NO_SUCH_HALF} */
    public HalfYear {
        if (year < 1970 || year > 9999 || half < 1 || half > 2) {
            throw ModerationReason.NO_SUCH_HALF.refuse();
        }
    }

    /** The last one that is over at {@code now}. */
    public static HalfYear before(Instant now) {
        LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return day.getMonthValue() > MONTHS ? new HalfYear(day.getYear(), 1) : new HalfYear(day.getYear() - 1, 2);
    }

    public Instant from() {
        return first().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment after it. */
    public Instant to() {
        return first().plusMonths(MONTHS).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private LocalDate first() {
        return LocalDate.of(year, half == 1 ? 1 : 1 + MONTHS, 1);
    }
}
