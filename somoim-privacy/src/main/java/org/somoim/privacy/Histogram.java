package org.somoim.privacy;

import java.util.Arrays;
import java.util.List;

/**
 * How the people of one tile are spread over the bins of one metric, noised. Whole numbers, some of them below zero: what is
 * drawn is kept as it was drawn, and what is read from it is reckoned anew each time, which costs nothing.
 *
 * @param metric its id
 * @param epsilon that each bin was noised with
 * @param noisy one for each bin, in people; not exact
 */
public record Histogram(String metric, Epsilon epsilon, List<Long> noisy) {

    public Histogram {
        Slug.checked("id of a metric", metric);
        noisy = List.copyOf(noisy);
        if (noisy.size() < 2) {
            throw new IllegalArgumentException("bins must be at least 2, not " + noisy.size());
        }
    }

    /** About how many people have a value. In people, at least 0. */
    public long total() {
        return Math.max(0, noisy.stream().mapToLong(Long::longValue).sum());
    }

    /**
     * The part of the people in each bin, none below zero, all of them together 1: the nearest such histogram to what was
     * drawn. Source: Duchi, Shalev-Shwartz, Singer and Chandra, "Efficient Projections onto the l1-Ball", ICML 2008.
     */
    public List<Double> shares() {
        long total = total();
        int bins = noisy.size();
        if (total == 0) {
            return noisy.stream().map(bin -> 1.0 / bins).toList();
        }
        long[] falling = noisy.stream().mapToLong(Long::longValue).sorted().toArray();
        long sum = 0;
        double over = 0;
        for (int taken = 1; taken <= bins; taken++) {
            long next = falling[bins - taken];
            sum += next;
            double level = (sum - total) / (double) taken;
            if (next > level) {
                over = level;
            }
        }
        double cut = over;
        double[] kept =
                noisy.stream().mapToDouble(bin -> Math.max(0, bin - cut)).toArray();
        double all = Arrays.stream(kept).sum();
        return Arrays.stream(kept).mapToObj(bin -> bin / all).toList();
    }
}
