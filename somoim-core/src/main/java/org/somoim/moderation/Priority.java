package org.somoim.moderation;

import java.time.Duration;
import java.time.Instant;

/**
 * How urgent a case is, in points: the probability that a rule is broken times the severity times the reach, plus what its
 * reports weigh, plus its age. Age grows by the same for all, so the order of two cases never changes by waiting alone, and
 * what is kept is the priority less the time of opening: claiming the next case needs no arithmetic over all of them. The
 * first two are bounded, so nothing starves: what has waited {@link #LONGEST_OVERTAKEN} longer is before everything.
 */
public final class Priority {
    /** A point a case gains by waiting so long. */
    public static final Duration POINT = Duration.ofMinutes(5);

    /** How many points the probability, severity and reach together can come to. */
    public static final int MOST_FOR_SUSPICION = 100;

    /** How many points the reports together can come to. */
    public static final int MOST_FOR_REPORTS = 100;

    /** Nothing that comes so much later is before a case. */
    public static final Duration LONGEST_OVERTAKEN = POINT.multipliedBy(MOST_FOR_SUSPICION + MOST_FOR_REPORTS);

    private static final int UNITS = 1_000;
    private static final int POINTS_PER_REPORT = 10;
    private static final int MOST_SEVERE = 5;
    private static final int MOST_DOUBLINGS = 20;

    private Priority() {}

    /**
     * What to order by, the greatest first, in thousandths of a point.
     *
     * @param probability in millionths
     * @param reach in people
     * @param weight of reports, in thousandths
     */
    public static long standing(Ground ground, int probability, int reach, int weight, Instant openedAt) {
        return points(ground, probability, reach, weight) - openedAt.toEpochMilli() * UNITS / POINT.toMillis();
    }

    /** Without age, in thousandths of a point. */
    static long points(Ground ground, int probability, int reach, int weight) {
        // How often twice as many people see it: the hundredth reader matters less than the second.
        int doublings = Math.min(MOST_DOUBLINGS, 32 - Integer.numberOfLeadingZeros(reach));
        long suspicion = (long) probability
                * ground.severity()
                * (1 + doublings)
                * MOST_FOR_SUSPICION
                * UNITS
                / ((long) Signal.CERTAIN * MOST_SEVERE * (1 + MOST_DOUBLINGS));
        long reports = Math.min((long) weight * POINTS_PER_REPORT, (long) MOST_FOR_REPORTS * UNITS);
        return suspicion + Math.max(0, reports);
    }
}
