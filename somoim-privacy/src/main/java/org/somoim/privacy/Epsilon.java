package org.somoim.privacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Privacy loss, exact. Whole millionths of a nat, so that budgets add up to what was promised and not to nearly that.
 *
 * @param micro in millionths of a nat, at least 1
 */
public record Epsilon(long micro) implements Comparable<Epsilon> {
    /** Millionths in a nat. */
    public static final long MICRO = 1_000_000;

    public Epsilon {
        if (micro < 1) {
            throw new IllegalArgumentException("epsilon must be at least 0.000001, not " + micro + " millionths");
        }
    }

    /**
     * Reads {@code 0.25}.
     *
     * @throws IllegalArgumentException for more than six decimals, zero, less, or what is no number
     */
    public static Epsilon of(String decimal) {
        try {
            return new Epsilon(new BigDecimal(decimal)
                    .movePointRight(6)
                    .toBigIntegerExact()
                    .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("epsilon must be a number of at most six decimals, not " + decimal, e);
        }
    }

    public Epsilon plus(Epsilon other) {
        return new Epsilon(Math.addExact(micro, other.micro));
    }

    public Epsilon times(int factor) {
        return new Epsilon(Math.multiplyExact(micro, factor));
    }

    /** {@code weight / of} of this, rounded down: what may be used. */
    public Epsilon share(long weight, long of) {
        return new Epsilon(parts(weight, of)[0].longValueExact());
    }

    /** {@code weight / of} of this, rounded up: what must be debited. */
    public Epsilon shareUp(long weight, long of) {
        BigInteger[] parts = parts(weight, of);
        return new Epsilon(parts[0].add(BigInteger.valueOf(parts[1].signum())).longValueExact());
    }

    /** Cut up by weights; the parts add up to this exactly, and what does not come out even goes to the first ones. */
    public List<Epsilon> split(List<Integer> weights) {
        long all = weights.stream().mapToLong(Integer::longValue).sum();
        List<Epsilon> parts = new ArrayList<>(
                weights.stream().map(weight -> share(weight, all)).toList());
        long left = micro - parts.stream().mapToLong(Epsilon::micro).sum();
        for (int at = 0; at < left; at++) {
            parts.set(at, new Epsilon(parts.get(at).micro + 1));
        }
        return List.copyOf(parts);
    }

    @Override
    public int compareTo(Epsilon other) {
        return Long.compare(micro, other.micro);
    }

    /** In nats, such as {@code 0.25}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(micro, 6).stripTrailingZeros().toPlainString();
    }

    private BigInteger[] parts(long weight, long of) {
        if (weight < 1 || weight > of) {
            throw new IllegalArgumentException("a share must be more than nothing and no more than all");
        }
        return BigInteger.valueOf(micro)
                .multiply(BigInteger.valueOf(weight))
                .divideAndRemainder(BigInteger.valueOf(of));
    }
}
