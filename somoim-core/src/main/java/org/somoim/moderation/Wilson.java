package org.somoim.moderation;

/**
 * How often somebody is right, at least, as far as their record shows: the lower bound of the 95% score interval. Source:
 * Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 1927.
 */
final class Wilson {
    private static final double Z = 1.96;

    private Wilson() {}

    /** In thousandths; 0 where there is no record. */
    static int atLeast(int right, int wrong) {
        return (int) Math.floor(1000 * bound(right, wrong));
    }

    /** The same in millionths. */
    static int millionthsAtLeast(int right, int wrong) {
        return (int) Math.floor(1_000_000 * bound(right, wrong));
    }

    private static double bound(int right, int wrong) {
        double n = (double) right + wrong;
        if (n == 0) {
            return 0;
        }
        double share = right / n;
        double middle = share + Z * Z / (2 * n);
        double margin = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return Math.max(0, (middle - margin) / (1 + Z * Z / n));
    }
}
