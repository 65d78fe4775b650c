package org.somoim.moderation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host may choose about due process.
 *
 * @param automatic whether anything is done before a person has looked: holding what detectors are sure of, hiding what
 *     enough people report who were right before
 * @param confidence from which probability on a detector is sure, in millionths; 10,000 to a million
 * @param window how many cases are in front of the moderators at once; the others wait behind them, and none is dropped
 * @param lease how long a claim lasts; a minute to a day
 * @param hidingWeight what reports of different people must weigh to hide something before a person has looked, in
 *     thousandths of a reporter who is always right; at least 1,000
 * @param strikesCount how long a strike counts; a day to two years
 * @param drawn how many of a million open texts that no detector suspects are drawn by lot for moderators to look at, so
 *     that what detectors overlook is found out; at most 100,000
 * @param ladder what strikes bring about, the fewest points first
 */
public record ModerationTerms(
        boolean automatic,
        int confidence,
        int window,
        Duration lease,
        int hidingWeight,
        Duration strikesCount,
        int drawn,
        List<Rung> ladder) {
    /** Most rungs. */
    public static final int MOST_RUNGS = 20;

    /** 0.8, a hundred cases, a quarter of an hour, one and a half reporters, 90 days, one in 200, four rungs. */
    public static final ModerationTerms PRESET = new ModerationTerms(
            true,
            800_000,
            100,
            Duration.ofMinutes(15),
            1_500,
            Duration.ofDays(90),
            5_000,
            List.of(
                    new Rung(3, Measure.Kind.RATE_LIMIT, Duration.ofDays(1)),
                    new Rung(5, Measure.Kind.MUTE, Duration.ofDays(3)),
                    new Rung(8, Measure.Kind.SUSPEND, Duration.ofDays(7)),
                    new Rung(12, Measure.Kind.BAN, null)));

    /** @throws IllegalArgumentException if something is out of its bounds */
    public ModerationTerms {
        ladder = List.copyOf(ladder);
        if (confidence < Signal.CERTAIN / 100 || confidence > Signal.CERTAIN) {
            throw new IllegalArgumentException("a detector is sure from 0.01 to 1 on");
        }
        if (window < 1 || window > 100_000) {
            throw new IllegalArgumentException("1 to 100,000 cases are in front of the moderators");
        }
        if (isOutside(lease, Duration.ofMinutes(1), Duration.ofDays(1))) {
            throw new IllegalArgumentException("a claim lasts a minute to a day");
        }
        if (hidingWeight < 1_000) {
            throw new IllegalArgumentException("no single reporter hides anything");
        }
        if (isOutside(strikesCount, Duration.ofDays(1), Duration.ofDays(730))) {
            throw new IllegalArgumentException("strikes count a day to two years");
        }
        if (drawn < 0 || drawn > Signal.CERTAIN / 10) {
            throw new IllegalArgumentException("none to a tenth of what is said is drawn by lot");
        }
        if (ladder.size() > MOST_RUNGS) {
            throw new IllegalArgumentException("a ladder has at most 20 rungs");
        }
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i).points() <= ladder.get(i - 1).points()) {
                throw new IllegalArgumentException("each rung takes more points than the one below");
            }
        }
    }

    /**
     * What so many strikes bring about.
     *
     * @param points 1 or more
     * @param kind against a person
     * @param lasting how long, or null for good
     */
    public record Rung(
            int points, Measure.Kind kind, @Nullable Duration lasting) {

        public Rung {
            if (points < 1 || !kind.isAgainstPerson() || kind == Measure.Kind.GROUP_BAN) {
                throw new IllegalArgumentException(
                        "strikes bring about something against a person in the whole community");
            }
            if (kind.needsEnd() != (lasting != null)) {
                throw new IllegalArgumentException("a ban is for good, everything else ends");
            }
        }
    }

    private static boolean isOutside(Duration time, Duration least, Duration most) {
        return time.compareTo(least) < 0 || time.compareTo(most) > 0;
    }
}
