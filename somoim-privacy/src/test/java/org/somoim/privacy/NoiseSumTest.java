package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseSumTest {
    private static final BigDecimal ONE_IN_A_MILLION = new BigDecimal("0.000001");

    /** Figures that were reckoned before, by other means. */
    @ParameterizedTest
    @CsvSource({"0.05,272,350", "0.1,141,180", "0.2,76,95", "0.4,43,52"})
    @Covers("PRV-3")
    void nineAndTheStrayingOfNoiseMakeTheKnownThresholds(String epsilon, long ofOne, long ofThree) {
        assertThat(9 + new NoiseSum(1, Epsilon.of(epsilon)).quantile(ONE_IN_A_MILLION))
                .isEqualTo(ofOne);
        assertThat(9 + new NoiseSum(3, Epsilon.of(epsilon)).quantile(ONE_IN_A_MILLION))
                .isEqualTo(ofThree);
    }

    /** Against adding up the distribution itself, one draw after another. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,0.1", "2,0.5", "3,0.05", "5,0.25", "16,0.2", "16,2.5", "7,9"})
    @Covers("PRV-3")
    void theTailIsWhatAddingUpGives(int draws, String epsilon) {
        double nats = Double.parseDouble(epsilon);
        int reach = (int) (60 / nats) + 20;
        double[] sum = {1};
        for (int draw = 0; draw < draws; draw++) {
            sum = plusOneDraw(sum, nats, reach);
        }
        var noise = new NoiseSum(draws, Epsilon.of(epsilon));
        int middle = sum.length / 2;
        for (int least = 0; least < Math.min(reach, 400); least += 1 + least / 7) {
            double tail = 0;
            for (int at = sum.length - 1; at >= middle + least; at--) {
                tail += sum[at];
            }
            double reckoned = noise.atLeast(least).doubleValue();
            assertThat(reckoned).as("%d", least).isBetween(tail * (1 - 1e-9), tail * (1 + 1e-9) + 1e-22);
        }
    }

    private static double[] plusOneDraw(double[] sum, double nats, int reach) {
        double ratio = Math.exp(-nats);
        var next = new double[sum.length + 2 * reach];
        for (int at = 0; at < sum.length; at++) {
            for (int x = -reach; x <= reach; x++) {
                next[at + x + reach] += sum[at] * (1 - ratio) / (1 + ratio) * Math.pow(ratio, Math.abs(x));
            }
        }
        return next;
    }

    /** Never understated: no less than the exact value to ninety digits, and more by next to nothing. */
    @Test
    @Covers("PRV-3")
    void aTailIsRoundedUpAndByNextToNothing() {
        var digits = new MathContext(90);
        for (String epsilon : new String[] {"0.0001", "0.065", "0.333333", "1", "7.5", "10"}) {
            BigDecimal ratio = BigDecimal.ONE.divide(exp(new BigDecimal(epsilon), digits), digits);
            var noise = new NoiseSum(1, Epsilon.of(epsilon));
            for (int least = 0; least < 300; least += 7) {
                BigDecimal exact = ratio.pow(least, digits).divide(BigDecimal.ONE.add(ratio), digits);

                assertThat(noise.atLeast(least))
                        .isBetween(exact, exact.multiply(BigDecimal.ONE.add(BigDecimal.ONE.movePointLeft(50))));
            }
        }
    }

    private static BigDecimal exp(BigDecimal nats, MathContext digits) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 300; n++) {
            sum = sum.add(term, digits);
            term = term.multiply(nats, digits).divide(BigDecimal.valueOf(n), digits);
        }
        return sum;
    }
}
