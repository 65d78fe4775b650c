package org.somoim.privacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How far the sum of independent discrete Laplace draws strays, never understated: every figure is rounded towards more.
 *
 * <p>With {@code a = exp(-epsilon)} the sum of {@code b} draws is a difference of two negative binomials, so for
 * {@code x >= 0} it is {@code P(x) = (1-a)^2b a^x SUM_j C(x+j+b-1, b-1) C(j+b-1, b-1) a^2j}. Vandermonde's identity takes x
 * out of the series, which Euler's transformation of the hypergeometric function makes finite, with positive terms only:
 *
 * <pre>
 * P(sum >= q) = (1-a)^2b a^q SUM_{i<b} A_i SUM_{l<=i} C(q, i-l) a^l / (1-a)^(l+1)
 * A_i = C(m, r) (1-a^2)^-(m+r+1) SUM_{k<=r} (r! / (r-k)!)^2 / ((m-r+1)..(m-r+k) k!) a^2k,  m = b-1, r = m-i
 * </pre>
 */
final class NoiseSum {
    private static final MathContext UP = new MathContext(60, RoundingMode.CEILING);
    private static final MathContext DOWN = new MathContext(60, RoundingMode.FLOOR);
    private static final BigDecimal TINY = BigDecimal.ONE.movePointLeft(70);

    private final int draws;
    /** {@code a}, not understated. */
    private final BigDecimal alpha;
    /** {@code (1-a)^2b}, not understated. */
    private final BigDecimal front;
    /** {@code 1 / (1-a)}, not understated. */
    private final BigDecimal series;
    /** {@code A_0 .. A_(b-1)}, not understated. */
    private final BigDecimal[] weights;

    NoiseSum(int draws, Epsilon epsilon) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be at least 1, not " + draws);
        }
        this.draws = draws;
        BigDecimal nats = BigDecimal.valueOf(epsilon.micro(), 6);
        this.alpha = BigDecimal.ONE.divide(exp(nats, DOWN), UP);
        this.front = BigDecimal.ONE
                .subtract(BigDecimal.ONE.divide(exp(nats, UP), DOWN))
                .pow(2 * draws, UP);
        this.series = BigDecimal.ONE.divide(BigDecimal.ONE.subtract(alpha), UP);
        this.weights = weights(draws - 1, alpha.multiply(alpha, UP));
    }

    /** The probability that the sum is {@code least} or more, not understated. */
    BigDecimal atLeast(long least) {
        if (least < 0) {
            throw new IllegalArgumentException("only the upper half is reckoned, not " + least);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < draws; i++) {
            BigDecimal inner = BigDecimal.ZERO;
            for (int l = 0; l <= i; l++) {
                BigDecimal term = new BigDecimal(choose(least, i - l))
                        .multiply(alpha.pow(l, UP), UP)
                        .multiply(series.pow(l + 1, UP), UP);
                inner = inner.add(term, UP);
            }
            sum = sum.add(weights[i].multiply(inner, UP), UP);
        }
        return front.multiply(power(alpha, least), UP).multiply(sum, UP);
    }

    /** The least value that the sum reaches with a probability of no more than {@code chance}. */
    long quantile(BigDecimal chance) {
        if (chance.signum() <= 0) {
            throw new IllegalArgumentException("a chance must be more than 0");
        }
        long high = 1;
        while (atLeast(high).compareTo(chance) > 0) {
            high = Math.multiplyExact(high, 2);
        }
        long low = 0;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (atLeast(middle).compareTo(chance) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static BigDecimal[] weights(int m, BigDecimal beta) {
        BigDecimal rest = BigDecimal.ONE.divide(BigDecimal.ONE.subtract(beta), UP);
        var weights = new BigDecimal[m + 1];
        for (int i = 0; i <= m; i++) {
            int r = m - i;
            BigDecimal sum = BigDecimal.ONE;
            BigDecimal term = BigDecimal.ONE;
            for (int k = 1; k <= r; k++) {
                BigDecimal falling = BigDecimal.valueOf(r - k + 1);
                term = term.multiply(falling, UP)
                        .multiply(falling, UP)
                        .multiply(beta, UP)
                        .divide(BigDecimal.valueOf((long) (m - r + k) * k), UP);
                sum = sum.add(term, UP);
            }
            weights[i] = new BigDecimal(choose(m, r))
                    .multiply(rest.pow(m + r + 1, UP), UP)
                    .multiply(sum, UP);
        }
        return weights;
    }

    /** {@code exp(nats)}, not overstated or not understated, as the rounding says. */
    private static BigDecimal exp(BigDecimal nats, MathContext rounding) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.compareTo(TINY) > 0 || n < 2 * nats.intValue() + 2; n++) {
            term = term.multiply(nats, rounding).divide(BigDecimal.valueOf(n), rounding);
            sum = sum.add(term, rounding);
        }
        // What is left out is less than the last term, as each is less than half of the one before.
        return rounding.getRoundingMode() == RoundingMode.CEILING ? sum.add(term, rounding) : sum;
    }

    private static BigDecimal power(BigDecimal base, long exponent) {
        return base.pow(Math.toIntExact(Math.min(exponent, 999_999_999)), UP);
    }

    private static BigInteger choose(long from, int some) {
        BigInteger ways = BigInteger.ONE;
        for (int at = 0; at < some; at++) {
            ways = ways.multiply(BigInteger.valueOf(from - at)).divide(BigInteger.valueOf(at + 1L));
        }
        return ways;
    }
}
