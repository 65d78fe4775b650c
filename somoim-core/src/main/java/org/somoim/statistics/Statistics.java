package org.somoim.statistics;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;

/**
 * The community in numbers, for administrators. Every number is rounded down to a multiple of {@code least}, and what is
 * fewer than {@code least} is withheld, none included. So one person changes a number at a border only, and no sum or
 * difference of numbers tells of fewer than {@code least} people. Not differentially private: whoever may open accounts can
 * move a border.
 */
public final class Statistics {
    /** Of whoever promises nothing else. */
    public static final int PRESET_LEAST = 10;

    static final int WEEKS = 12;
    private static final Duration WEEK = Duration.ofDays(7);

    private final List<StatisticsSource> sources;
    private final int least;
    private final InstantSource clock;
    private final Access access;
    private final Work work;

    /** @param least fewest that may be spoken of, and the step in which numbers go up; at least 2 */
    public Statistics(
            List<? extends StatisticsSource> sources, int least, InstantSource clock, Access access, Work work) {
        if (least < 2) {
            throw new IllegalArgumentException("a number must be about two at least, not " + least);
        }
        this.sources = List.copyOf(sources);
        this.least = least;
        this.clock = clock;
        this.access = access;
        this.work = work;
    }

    /**
     * Everything there is to say.
     *
     * @param least fewest that are spoken of
     */
    public record Summary(int least, List<Part> parts) {
        public Summary {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One subject, such as people.
     *
     * @param now by what they are
     * @param weeks the latest {@value #WEEKS} that are over, the oldest first; none where nobody keeps who came when
     */
    public record Part(Word subject, List<Sort> now, List<Week> weeks) {
        public Part {
            now = List.copyOf(now);
            weeks = List.copyOf(weeks);
        }
    }

    /** @param atLeast null where there are fewer than may be spoken of, none included */
    public record Sort(Word sort, @Nullable Long atLeast) {}

    /**
     * @param from the Monday it begins with, in UTC
     * @param atLeast how many came; null where there are fewer than may be spoken of, none included
     */
    public record Week(Instant from, @Nullable Long atLeast) {}

    /** @throws org.somoim.kernel.Refusal {@code access.not-allowed} */
    public Summary summary(Actor actor) {
        return work.read(() -> {
            access.requireSite(actor, StatisticsAction.SEE);
            return new Summary(least, sources.stream().map(this::part).toList());
        });
    }

    private Part part(StatisticsSource source) {
        // Weeks of the calendar: of two stretches that overlap one could be taken from the other.
        Instant end = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        List<Week> weeks = new ArrayList<>();
        for (int back = WEEKS; back > 0; back--) {
            Instant from = end.minus(WEEK.multipliedBy(back));
            source.begun(from, from.plus(WEEK)).ifPresent(count -> weeks.add(new Week(from, shown(count))));
        }
        List<Sort> now = source.now().stream()
                .map(tally -> new Sort(tally.sort(), shown(tally.count())))
                .toList();
        return new Part(source.subject(), now, weeks);
    }

    private @Nullable Long shown(long count) {
        return count < least ? null : Long.valueOf(count - count % least);
    }
}
