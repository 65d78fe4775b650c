package org.somoim.privacy.noise;

import java.math.BigDecimal;
import java.math.MathContext;

/** The distribution as the paper writes it, to forty digits; written anew so that it shares no mistake with what it checks. */
final class Formula {
    private static final MathContext DIGITS = new MathContext(40);

    private Formula() {}

    /** {@code exp(-over / under)}. */
    static BigDecimal exp(long over, long under) {
        BigDecimal x = BigDecimal.valueOf(over).divide(BigDecimal.valueOf(under), DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 200; n++) {
            sum = sum.add(term, DIGITS);
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
        }
        return BigDecimal.ONE.divide(sum, DIGITS);
    }

    /** {@code P(x) = (1-a) / (1+a) a^|x|} with {@code a = exp(-over / under)}. */
    static BigDecimal laplace(long x, long over, long under) {
        BigDecimal a = exp(over, under);
        return BigDecimal.ONE
                .subtract(a)
                .divide(BigDecimal.ONE.add(a), DIGITS)
                .multiply(a.pow((int) Math.abs(x), DIGITS), DIGITS);
    }
}
