package org.somoim.privacy.attacks;

/**
 * How often something happens, as far as can be told from how often it did. Source: Clopper and Pearson, "The Use of
 * Confidence or Fiducial Limits Illustrated in the Case of the Binomial", Biometrika 1934.
 */
final class Bounds {
    /** How often each bound may be wrong. */
    static final double FAILURE = 5e-7;

    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final int HALVINGS = 60;
    private static final int MOST_TERMS = 400;

    private Bounds() {}

    /** Not more than the probability, but for the failure. */
    static double lower(long hits, long runs) {
        if (hits == 0) {
            return 0;
        }
        return solve(p -> atLeast(hits, runs, p) < FAILURE);
    }

    /** Not less than the probability, but for the failure. */
    static double upper(long hits, long runs) {
        return 1 - lower(runs - hits, runs);
    }

    /** The probability of that many hits or more. */
    static double atLeast(long hits, long runs, double p) {
        return hits == 0 ? 1 : beta(p, hits, runs - hits + 1.0);
    }

    private interface Below {
        boolean at(double p);
    }

    /** Of a condition that holds up to some point. */
    private static double solve(Below below) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below.at(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The regularised incomplete beta function, by Lentz's continued fraction. */
    private static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / off(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / off(1 + even * d);
            c = off(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / off(1 + odd * d);
            c = off(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-14) {
                return value;
            }
        }
        return value;
    }

    private static double off(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    private static double logGamma(double x) {
        double sum = 0.99999999999980993;
        for (int at = 0; at < LANCZOS.length; at++) {
            sum += LANCZOS[at] / (x + at);
        }
        double t = x + LANCZOS.length - 1.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
