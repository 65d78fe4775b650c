package org.somoim.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.somoim.kernel.Word;

/**
 * One epoch on the calendar, in UTC. Where an epoch begins is a matter of the calendar alone, and not of when somebody
 * started the library: nobody can have one more of them by starting it anew.
 *
 * @param name of a quarter such as {@code 2026-q4}; otherwise its first month, or its first day
 * @param starts the first instant in it
 * @param ends the first instant after it
 */
record Stretch(Word name, Instant starts, Instant ends) {
    private static final int MONTHS_OF_A_QUARTER = 3;
    /** A Monday, and the first day of a year. */
    private static final LocalDate ORIGIN = LocalDate.of(2001, 1, 1);

    /** The epoch in which {@code now} is. */
    static Stretch at(Instant now, Period length) {
        LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
        long months = length.toTotalMonths();
        if (months > 0 && length.getDays() > 0) {
            throw new IllegalArgumentException("an epoch is a number of months or a number of days, not " + length);
        }
        if (months == 0) {
            long turns = Math.floorDiv(ChronoUnit.DAYS.between(ORIGIN, day), length.getDays());
            LocalDate first = ORIGIN.plusDays(turns * length.getDays());
            return of(new Word(first.toString()), first, first.plusDays(length.getDays()));
        }
        long turns = Math.floorDiv(ChronoUnit.MONTHS.between(ORIGIN, day.withDayOfMonth(1)), months);
        LocalDate first = ORIGIN.plusMonths(turns * months);
        return of(name(first, months), first, first.plusMonths(months));
    }

    /** The epoch before this one. */
    Stretch before(Period length) {
        return at(starts.minusMillis(1), length);
    }

    private static Word name(LocalDate first, long months) {
        return months == MONTHS_OF_A_QUARTER
                ? new Word(first.getYear() + "-q" + (1 + (first.getMonthValue() - 1) / MONTHS_OF_A_QUARTER))
                : new Word(YearMonth.from(first).toString());
    }

    private static Stretch of(Word name, LocalDate first, LocalDate next) {
        return new Stretch(name, midnight(first), midnight(next));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
