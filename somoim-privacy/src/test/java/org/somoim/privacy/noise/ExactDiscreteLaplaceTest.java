package org.somoim.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.privacy.Covers;
import org.somoim.privacy.Epsilon;

class ExactDiscreteLaplaceTest {
    private static final int DEPTH = 20;
    private static final BigDecimal ALL = BigDecimal.valueOf(1L << DEPTH);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final boolean NIGHTLY = Boolean.getBoolean("somoim.nightly");

    @ParameterizedTest
    @CsvSource({
        "1,1,23400",
        "2,1,61300",
        "10,1,107300",
        "3,2,141900",
        "1,2,47900",
        "2,3,228000",
        "1,4,99600",
        "1,5,292700"
    })
    @Covers("PRV-2")
    void everyBitStringOfTwentyAddsUpToTheFormula(long over, long under, long mostUnresolved) {
        BitStrings strings = BitStrings.all(DEPTH, laplace -> laplace.draw(over, under));

        assertThat(strings.unresolved()).isLessThan(mostUnresolved);
        for (long x = -40; x <= 40; x++) {
            BigDecimal least = BigDecimal.valueOf(strings.mass(x));
            assertThat(Formula.laplace(x, over, under).multiply(ALL))
                    .as("P(%d) at epsilon %d/%d", x, over, under)
                    .isBetween(least, least.add(BigDecimal.valueOf(strings.unresolved())));
            assertThat(strings.mass(x)).as("as likely as its opposite").isEqualTo(strings.mass(-x));
        }
    }

    @Test
    @Covers("PRV-2")
    void aCoinFallsExactlyAsOftenAsItShould() {
        for (long under = 1; under <= 40; under++) {
            for (long over = 0; over <= under; over++) {
                long p = over;
                long q = under;
                BitStrings strings = BitStrings.all(DEPTH, laplace -> laplace.coin(p, q) ? 1L : 0L);

                // All but the one string that agrees with p / q in every digit is decided.
                assertThat(strings.unresolved()).isLessThanOrEqualTo(1);
                assertThat(strings.mass(1)).as("%d/%d", p, q).isEqualTo((p << DEPTH) / q);
            }
        }
    }

    @Test
    @Covers("PRV-2")
    void aCoinOfAnExponentialFallsAsOftenAsItShould() {
        for (long under = 1; under <= 12; under++) {
            for (long over = 0; over <= under; over++) {
                long p = over;
                long q = under;
                BitStrings strings = BitStrings.all(DEPTH, laplace -> laplace.expCoin(p, q) ? 1L : 0L);
                BigDecimal least = BigDecimal.valueOf(strings.mass(1));

                assertThat(strings.unresolved()).isLessThan(4000);
                assertThat(Formula.exp(p, q).multiply(ALL))
                        .as("exp(-%d/%d)", p, q)
                        .isBetween(least, least.add(BigDecimal.valueOf(strings.unresolved())));
            }
        }
    }

    @Test
    @Covers("PRV-2")
    void eachNumberBelowABoundIsAsLikelyAsTheOthers() {
        for (long bound = 1; bound <= 100; bound++) {
            long below = bound;
            BitStrings strings = BitStrings.all(DEPTH, laplace -> laplace.below(below));

            assertThat(strings.outcomes()).hasSize((int) bound);
            assertThat(strings.outcomes().keySet()).allMatch(value -> value >= 0 && value < below);
            assertThat(strings.outcomes().values().stream().distinct()).hasSize(1);
        }
    }

    /** A hundred million draws each where there is a night to do it in. */
    @ParameterizedTest
    @ValueSource(strings = {"0.05", "0.065", "0.1", "0.246667", "0.5", "1", "2.718281", "10"})
    @Covers("PRV-2")
    void manyDrawsFitTheFormula(String nats) {
        Epsilon epsilon = Epsilon.of(nats);
        int draws = NIGHTLY ? 100_000_000 : 400_000;
        double ratio = Math.exp(-Double.parseDouble(nats));
        int reach = reach(ratio, draws);
        var seen = new long[2 * reach + 1];
        ExactDiscreteLaplace laplace = ExactDiscreteLaplace.with(new SecureRandom());
        for (int draw = 0; draw < draws; draw++) {
            seen[(int) Math.max(-reach, Math.min(reach, laplace.draw(epsilon))) + reach]++;
        }

        double distance = 0;
        for (int x = -reach; x <= reach; x++) {
            double chance = Math.abs(x) == reach
                    ? Math.pow(ratio, reach) / (1 + ratio)
                    : (1 - ratio) / (1 + ratio) * Math.pow(ratio, Math.abs(x));
            double off = seen[x + reach] - draws * chance;
            distance += off * off / (draws * chance);
        }

        assertThat(distance).isLessThan(nearlyNever(2 * reach));
    }

    /** Where the tail is expected to be met a hundred times. */
    private static int reach(double ratio, int draws) {
        return (int) Math.max(1, Math.floor(Math.log(100 * (1 + ratio) / draws) / Math.log(ratio)));
    }

    /**
     * What chi-square exceeds about once in a billion times, after Wilson and Hilferty 1931. Where a tail is met but eighteen
     * times, as at epsilon 10, the true chance is once in a hundred million, so that all epsilons together stay below one in a
     * million runs.
     */
    private static double nearlyNever(int degrees) {
        double part = 2 / (9.0 * degrees);
        return degrees * Math.pow(1 - part + 5.9978 * Math.sqrt(part), 3);
    }

    /** By the time of the processor, and the best of some tries, as others may be at work on the same machine. */
    @ParameterizedTest
    @ValueSource(strings = {"0.05", "0.246667", "1", "9.999999"})
    void aDrawTakesNoMoreThanAMicrosecond(String nats) {
        Epsilon epsilon = Epsilon.of(nats);
        ExactDiscreteLaplace laplace = ExactDiscreteLaplace.with(new SecureRandom());
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 10; attempt++) {
            long began = CLOCK.getCurrentThreadCpuTime();
            for (int draw = 0; draw < 100_000; draw++) {
                laplace.draw(epsilon);
            }
            best = Math.min(best, (CLOCK.getCurrentThreadCpuTime() - began) / 100_000);
        }
        System.out.println("a draw at epsilon " + nats + " takes " + best + " ns");

        assertThat(best).isLessThanOrEqualTo(1_000);
    }

    @Test
    @Covers("PRV-2")
    void everyBitOfTheGeneratorIsGivenOutOnce() {
        for (int width : new int[] {1, 3, 20, 63}) {
            var given = new byte[3 * 4096];
            new SecureRandom().nextBytes(given);
            SecureBits bits = new SecureBits(new Played(given));
            long ones = 0;
            for (int taken = 0; taken + width <= 8 * given.length; taken += width) {
                ones += width == 1 ? (bits.next() ? 1 : 0) : Long.bitCount(bits.next(width));
            }
            for (int left = 8 * given.length % width; left > 0; left--) {
                ones += bits.next() ? 1 : 0;
            }

            assertThat(ones).isEqualTo(BitSet.valueOf(given).cardinality());
        }
    }

    @Test
    @Covers("PRV-2")
    void bitsComeInTheOrderOfTheGenerator() {
        var given = new byte[2 * 4096];
        new SecureRandom().nextBytes(given);
        SecureBits bits = new SecureBits(new Played(given));

        var taken = new BitSet();
        for (int bit = 0; bit < 8 * given.length; bit++) {
            // Words are big-endian, and begun at their lowest bit.
            taken.set(bit / 64 * 64 + 8 * (7 - bit % 64 / 8) + bit % 8, bits.next());
        }

        assertThat(taken).isEqualTo(BitSet.valueOf(given));
    }

    /** Gives out bytes that are known. */
    private static final class Played extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] given;
        private int at;

        Played(byte[] given) {
            this.given = given;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(given, at, bytes, 0, bytes.length);
            at += bytes.length;
        }
    }

    @Test
    void anEpsilonThatNobodyCanKeepIsRefused() {
        ExactDiscreteLaplace laplace = ExactDiscreteLaplace.with(new SecureRandom());

        assertThatThrownBy(() -> laplace.draw(new Epsilon(99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0001");
        assertThatThrownBy(() -> laplace.draw(new Epsilon(10_000_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10");
    }
}
