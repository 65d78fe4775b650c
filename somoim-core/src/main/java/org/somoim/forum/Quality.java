package org.somoim.forum;

/**
 * How good a post is to those who said whether it helped them: the lower bound of the Wilson score interval for the share
 * of those who say yes, at 95 % confidence. So three of three is worth less than ninety of a hundred, and one vote is
 * worth little either way.
 *
 * <p>With {@code p = helpful / votes}, {@code n = votes} and {@code z = 1.959964}: {@code (p + z²/2n - z·sqrt((p(1-p) +
 * z²/4n) / n)) / (1 + z²/n)}. Source: Edwin B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", Journal of the American Statistical Association 22 (1927). It is not a measure of truth: whoever reads it
 * knows what readers found useful.
 */
final class Quality {
    private static final double Z = 1.959964;
    private static final int WHOLE = 1000;

    private Quality() {}

    /** In thousandths, rounded down: 0 without votes, never above 1000. */
    static int of(int helpful, int votes) {
        if (helpful < 0 || votes < helpful) {
            throw new IllegalArgumentException("there are no more yeses than votes");
        }
        if (helpful == 0) {
            return 0;
        }
        double n = votes;
        double p = helpful / n;
        double square = Z * Z;
        double margin = Z * StrictMath.sqrt((p * (1 - p) + square / (4 * n)) / n);
        return (int) (WHOLE * (p + square / (2 * n) - margin) / (1 + square / n));
    }
}
