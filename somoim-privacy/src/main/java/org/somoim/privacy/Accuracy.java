package org.somoim.privacy;

import java.util.Collections;
import java.util.List;

/**
 * How far off percentiles are that are read from a noised histogram. An estimate from the histogram itself, so it costs
 * nothing: the spread of the noise below and above a value, and the unevenness inside its bin that nobody can see.
 */
final class Accuracy {
    /** Mean distance from the middle, in standard deviations, of sums of a few draws. */
    private static final double MEAN_OF_DEVIATION = 0.77;
    /** How far off people are inside their bin, as a part of it; measured on household surveys. */
    private static final double UNEVENNESS = 0.1;

    private Accuracy() {}

    /** Mean error of the percentile of the people in it, in points. */
    static double points(Histogram histogram) {
        return points(histogram.shares(), histogram.total(), histogram.epsilon());
    }

    /** The same for people who are evenly spread over that many bins. */
    static double points(int bins, long people, Epsilon epsilon) {
        return points(Collections.nCopies(bins, 1.0 / bins), people, epsilon);
    }

    private static double points(List<Double> shares, long people, Epsilon epsilon) {
        double ratio = Math.exp(-epsilon.micro() / (double) Epsilon.MICRO);
        double deviation = Math.sqrt(2 * ratio) / (1 - ratio) / Math.max(1, people);
        int bins = shares.size();
        double below = 0;
        double mean = 0;
        for (int bin = 0; bin < bins; bin++) {
            double share = shares.get(bin);
            double rank = below + share / 2;
            double noise = MEAN_OF_DEVIATION
                    * deviation
                    * Math.sqrt(bin * square(1 - rank) + (bins - 1 - bin) * square(rank) + square(0.5 - rank));
            double inside = bin == 0 ? 0 : UNEVENNESS * share;
            mean += share * Math.hypot(noise, inside);
            below += share;
        }
        return 100 * mean;
    }

    private static double square(double value) {
        return value * value;
    }
}
