package org.somoim.privacy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** From which noised counts on something may be said. All of it follows from the plan, so it is public. */
final class Gates {
    /** Below this times one over epsilon, a histogram says little more than no data would. In people. */
    static final int WORTH_THIRDS = 30;
    /** From here on a percentile is worth its name. */
    static final int WORTH_PERCENTILES = 50;
    /** With fewer than these, a smaller cohort of people more alike tells less than the larger one did. */
    static final int WORTH_SPLITTING = 65;

    private static final MathContext DOWN = new MathContext(30, RoundingMode.FLOOR);

    private final int k;
    private final Epsilon count;
    private final BigDecimal delta;
    private final long worth;
    private final long worthSplitting;
    private final Map<Group, Long> known;

    private record Group(int children, int of) {}

    /**
     * @param delta for each of the gates that a person's tile may stand by
     * @param worth people without whom an answer is not worth having
     * @param worthSplitting people without whom a part of a tile is not worth being a tile
     */
    Gates(int k, Epsilon count, BigDecimal delta, long worth, long worthSplitting) {
        this.k = k;
        this.count = count;
        this.delta = delta;
        this.worth = worth;
        this.worthSplitting = worthSplitting;
        this.known = new ConcurrentHashMap<>();
    }

    /** What everyone's noised count must reach. */
    long everyone() {
        return Math.max(worth, secrecy(1, 1));
    }

    /**
     * What the noised counts of neighbouring children must reach together.
     *
     * @param children in the group
     * @param of how many children there are to make groups of
     */
    long group(int children, int of) {
        return Math.max(worthSplitting, secrecy(children, of));
    }

    /** People without whom a part of a tile is not worth being a tile. */
    long worthSplitting() {
        return worthSplitting;
    }

    /** Without regard to how much the answer is worth. */
    long secrecy(int children, int of) {
        return known.computeIfAbsent(new Group(children, of), this::reckon);
    }

    /**
     * A child is in at most {@code (of+1)^2/4} runs of neighbours. Each of them could be the group it ends up in, whichever
     * way groups are chosen, so each gets that part of delta.
     */
    private long reckon(Group group) {
        long runs = (group.of + 1L) * (group.of + 1L) / 4;
        return k + new NoiseSum(group.children, count).quantile(delta.divide(BigDecimal.valueOf(runs), DOWN));
    }

    /** What the noised bins of a metric must reach together. */
    static long metric(int k, int bins, Epsilon epsilon, BigDecimal delta) {
        return Math.max(k + new NoiseSum(bins, epsilon).quantile(delta), people(WORTH_THIRDS, epsilon));
    }

    /** How many people make {@code people * epsilon} come to {@code worth}, rounded up. */
    static long people(int worth, Epsilon epsilon) {
        return Math.floorDiv(worth * Epsilon.MICRO + epsilon.micro() - 1, epsilon.micro());
    }
}
