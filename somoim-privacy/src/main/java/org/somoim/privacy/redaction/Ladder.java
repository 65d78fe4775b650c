package org.somoim.privacy.redaction;

/**
 * The public, fixed edges of ranges: which amounts are shown alike. The same for everybody and every amount, so a range
 * says nothing but that the amount lies in it.
 */
public enum Ladder {
    /** 1, 2, 5, 10, 20, 50 and so on. The finest there is. */
    ONE_TWO_FIVE(1, 2, 5),
    /** 1, 10, 100 and so on. */
    TENS(1),
    /** 1, 100, 10,000 and so on. */
    HUNDREDS(1);

    /** Amounts from here on have no range. */
    public static final long TOP = 1_000_000_000_000_000_000L;

    private final long[] digits;

    Ladder(long... digits) {
        this.digits = digits;
    }

    /**
     * The finest ladder whose ranges all have at least this relative width, which is (high - low) / high: 0.5 for
     * {@link #ONE_TWO_FIVE}, 0.9 for {@link #TENS}, 0.99 for {@link #HUNDREDS}. This is what the setting
     * {@code ANONYMIZATION_NOISE_LEVEL} becomes. It makes ranges wider, and guarantees nothing else.
     *
     * @param relativeWidth 0 to 0.99
     */
    public static Ladder atLeast(double relativeWidth) {
        if (!(relativeWidth >= 0 && relativeWidth <= 0.99)) {
            throw new IllegalArgumentException("the relative width must be 0 to 0.99");
        }
        return relativeWidth <= 0.5 ? ONE_TWO_FIVE : relativeWidth <= 0.9 ? TENS : HUNDREDS;
    }

    /** The range this amount is shown as; see {@link AmountRange#of(long, Ladder)}. */
    AmountRange around(long amount) {
        if (amount < 0 || amount >= TOP) {
            throw new IllegalArgumentException("the amount must be 0 to " + (TOP - 1));
        }
        if (amount == 0) {
            return new AmountRange(0, 1);
        }
        long power = 1;
        int step = this == HUNDREDS ? 100 : 10;
        while (amount / step >= power) {
            power *= step;
        }
        for (int i = digits.length - 1; i > 0; i--) {
            if (amount >= digits[i] * power) {
                return new AmountRange(digits[i] * power, (i + 1 < digits.length ? digits[i + 1] : 10) * power);
            }
        }
        return new AmountRange(power, (digits.length > 1 ? digits[1] : step) * power);
    }
}
