package org.somoim.privacy.noise;

import java.security.SecureRandom;
import java.util.Objects;
import org.somoim.privacy.Epsilon;

/**
 * The discrete Laplace distribution, drawn exactly: no rounding, no fractions, nothing but fair bits and whole numbers.
 * Added to a count that one person changes by at most one, a draw at {@code epsilon} makes the count
 * {@code epsilon}-differentially private. It does not hide how long it took; nothing that answers a person may draw.
 *
 * <p>Source: Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy", NeurIPS 2020, algorithms 1 and
 * 2, with the epsilon of a draw taken as the fraction {@code micro / 1,000,000}. What is changed is how a coin that falls
 * with probability {@code p / q} is tossed: fair bits are compared with the binary digits of {@code p / q} until they
 * differ, which is exact as well and takes two bits on average (Knuth and Yao 1976).
 */
public final class ExactDiscreteLaplace implements NoiseSource {
    /** Smallest epsilon of a draw: one in ten thousand. */
    public static final Epsilon LEAST = new Epsilon(100);
    /** Largest epsilon of a draw: ten. */
    public static final Epsilon MOST = new Epsilon(10_000_000);

    private final BitSource bits;

    /** @param bits asked by one thread at a time */
    ExactDiscreteLaplace(BitSource bits) {
        this.bits = Objects.requireNonNull(bits, "bits");
    }

    /** @param random handed over for good; nothing else may take bits of it that matter */
    public static ExactDiscreteLaplace with(SecureRandom random) {
        return new ExactDiscreteLaplace(new SecureBits(random));
    }

    /** @throws IllegalArgumentException below {@link #LEAST} or above {@link #MOST} */
    @Override
    public synchronized long draw(Epsilon epsilon) {
        if (epsilon.compareTo(LEAST) < 0 || epsilon.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "epsilon of a draw must be " + LEAST + " to " + MOST + ", not " + epsilon);
        }
        long common = gcd(epsilon.micro(), Epsilon.MICRO);
        return draw(epsilon.micro() / common, Epsilon.MICRO / common);
    }

    /** Algorithm 2: probability proportional to {@code exp(-|x| * over / under)}. */
    long draw(long over, long under) {
        while (true) {
            long rest = below(under);
            if (!expCoin(rest, under)) {
                continue;
            }
            long whole = 0;
            while (expCoin(1, 1)) {
                whole = Math.addExact(whole, 1);
            }
            long size = Math.addExact(rest, Math.multiplyExact(under, whole)) / over;
            boolean negative = bits.next();
            if (!negative) {
                return size;
            }
            if (size != 0) {
                return -size;
            }
        }
    }

    /** Algorithm 1: true with probability {@code exp(-over / under)}, for {@code over <= under}. */
    boolean expCoin(long over, long under) {
        long turn = 1;
        while (coin(over, Math.multiplyExact(under, turn))) {
            turn++;
        }
        return (turn & 1) != 0;
    }

    /** True with probability {@code over / under}: a random fraction, told bit by bit, is smaller. */
    boolean coin(long over, long under) {
        if (over == 0 || over == under) {
            return over != 0;
        }
        long left = over;
        while (left != 0) {
            left = Math.addExact(left, left);
            boolean digit = left >= under;
            if (digit) {
                left -= under;
            }
            if (bits.next() != digit) {
                return digit;
            }
        }
        return false;
    }

    /** Each of {@code 0 .. bound - 1} alike: as many bits as it takes, all over again where they come out too large. */
    long below(long bound) {
        int width = Long.SIZE - Long.numberOfLeadingZeros(bound - 1);
        while (true) {
            long value = bits.next(width);
            if (value < bound) {
                return value;
            }
        }
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }
}
