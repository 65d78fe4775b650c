package org.somoim.privacy;

import java.util.List;

/**
 * The public bins that values are counted in. The first holds the lowest edge and all below, and is read as one point: for
 * most measures it is the people who have nothing. Each of the others reaches from above one edge up to the next. What is
 * beyond the last edge is counted in the last bin.
 *
 * <p>Bins are written down before anyone takes part. Those made from what people entered would give it away.
 *
 * @param edges ascending and finite, as many as there are bins, 2 to 64
 */
public record Bins(List<Double> edges) {
    private static final int FEWEST = 2;
    private static final int MOST = 64;

    public Bins {
        edges = List.copyOf(edges);
        if (edges.size() < FEWEST || edges.size() > MOST) {
            throw new IllegalArgumentException("bins must be 2 to 64, not " + edges.size());
        }
        for (int at = 0; at < edges.size(); at++) {
            if (!Double.isFinite(edges.get(at)) || at > 0 && edges.get(at) <= edges.get(at - 1)) {
                throw new IllegalArgumentException("edges of bins must be finite and ascending");
            }
        }
    }

    public static Bins of(double... edges) {
        return new Bins(java.util.Arrays.stream(edges).boxed().toList());
    }

    public int count() {
        return edges.size();
    }

    /** Where a value is counted. Never fails: what is no number or too small is in the first bin, what is too large in the last. */
    public int of(double value) {
        for (int bin = 0; bin < edges.size() - 1; bin++) {
            if (!(value > edges.get(bin))) {
                return bin;
            }
        }
        return edges.size() - 1;
    }

    /** How far into its bin a value is, 0 to 1; a half in the first bin, which is one point. */
    double within(double value) {
        int bin = of(value);
        if (bin == 0) {
            return 0.5;
        }
        double from = edges.get(bin - 1);
        double share = (value - from) / (edges.get(bin) - from);
        return Math.max(0, Math.min(1, share));
    }

    /** The value that far into a bin; the lowest edge for the first. */
    double at(int bin, double share) {
        if (bin == 0) {
            return edges.get(0);
        }
        double from = edges.get(bin - 1);
        return from + share * (edges.get(bin) - from);
    }
}
