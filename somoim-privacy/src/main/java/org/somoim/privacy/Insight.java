package org.somoim.privacy;

import java.util.List;

/**
 * How one metric looks in a cohort, read from what was released. About the cohort, never about anyone in it.
 *
 * @param metric its id
 * @param lowerQuartile where a quarter of the cohort is below
 * @param median where half is below
 * @param upperQuartile where three quarters are below
 * @param shares what part of the cohort is in each public bin, the lowest first; noised, none negative, 1 together
 * @param expectedErrorPoints by which those are off on average, in percentile points
 * @param cohort in words
 */
public record Insight(
        String metric,
        Between lowerQuartile,
        Between median,
        Between upperQuartile,
        List<Double> shares,
        double expectedErrorPoints,
        Label cohort,
        PeerStanding.SizeBand size,
        PrivacyReceipt receipt) {

    public Insight {
        shares = List.copyOf(shares);
    }

    /**
     * The public bin that holds a value, in the unit of the metric.
     *
     * @param from its lower edge; negative infinity if it has none
     * @param to its upper edge; positive infinity if it has none
     */
    public record Between(double from, double to) {}
}
