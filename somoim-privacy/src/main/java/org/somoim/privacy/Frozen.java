package org.somoim.privacy;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Who took part in an epoch, as numbers of people and nothing else: no ids, no amounts, no order. A person is one call of
 * {@link #add}, in at most one bin of each metric; who may be counted is decided before. What is in it never leaves this
 * package. Not for two threads.
 */
public final class Frozen {
    private final String shape;
    private final CohortSchema schema;
    private final List<Metric> metrics;
    private final int[] people;
    /** For each metric, bins within cells. */
    private final int[][] values;

    private Frozen(PrivacyPlan plan) {
        this.shape = plan.shape();
        this.schema = plan.schema();
        this.metrics = plan.metrics();
        this.people = new int[schema.cells()];
        this.values = metrics.stream()
                .map(metric ->
                        new int[Math.multiplyExact(schema.cells(), metric.bins().count())])
                .toArray(int[][]::new);
    }

    /** Nobody yet. */
    public static Frozen of(PrivacyPlan plan) {
        return new Frozen(plan);
    }

    /**
     * Counts one person. What is out of bounds is clipped, never refused: a row that breaks an epoch would tell of itself.
     *
     * @param leaves one for each dimension of the schema
     * @param bins one for each metric of the plan, or less than 0 for no value
     */
    public void add(int[] leaves, int[] bins) {
        if (bins.length != metrics.size()) {
            throw new IllegalArgumentException("bins must be " + metrics.size() + ", not " + bins.length);
        }
        int cell = schema.cell(leaves);
        people[cell] = Math.addExact(people[cell], 1);
        for (int metric = 0; metric < bins.length; metric++) {
            if (bins[metric] >= 0) {
                int count = metrics.get(metric).bins().count();
                values[metric][cell * count + Math.min(count - 1, bins[metric])]++;
            }
        }
    }

    /** Raw. People in those ranges. */
    long people(List<Range> ranges) {
        long[] sum = {0};
        eachCell(ranges, cell -> sum[0] += people[cell]);
        return sum[0];
    }

    /** Raw. People in those ranges, in each bin of a metric. */
    long[] histogram(List<Range> ranges, int metric) {
        int count = metrics.get(metric).bins().count();
        var sums = new long[count];
        eachCell(ranges, cell -> {
            for (int bin = 0; bin < count; bin++) {
                sums[bin] += values[metric][cell * count + bin];
            }
        });
        return sums;
    }

    boolean isOf(PrivacyPlan plan) {
        return shape.equals(plan.shape());
    }

    private void eachCell(List<Range> ranges, IntConsumer then) {
        eachCell(ranges, 0, 0, then);
    }

    private void eachCell(List<Range> ranges, int dimension, int before, IntConsumer then) {
        if (dimension == ranges.size()) {
            then.accept(before);
            return;
        }
        int first = before * schema.dimensions().get(dimension).leaves();
        for (int leaf = ranges.get(dimension).from();
                leaf <= ranges.get(dimension).to();
                leaf++) {
            eachCell(ranges, dimension + 1, first + leaf, then);
        }
    }
}
