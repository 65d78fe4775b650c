package org.somoim.privacy;

import java.util.ArrayList;
import java.util.List;

/** Counts the people of a tile over the bins of a metric, noised. */
@FunctionalInterface
interface Spread {

    /** @param bins counts people; one person's one in all the tiles of an epoch */
    Histogram of(PrivacyPlan plan, Metric metric, long[] raw, Counting bins);

    /** Noise goes on every bin, empty ones too: which bins are empty is as much of a secret as the rest. */
    static Histogram onEveryBin(PrivacyPlan plan, Metric metric, long[] raw, Counting bins) {
        Epsilon epsilon = plan.epsilonOf(metric);
        List<Long> noisy = new ArrayList<>();
        for (long people : raw) {
            noisy.add(bins.noised(people, epsilon));
        }
        return new Histogram(metric.id(), epsilon, noisy);
    }
}
