package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

    /** Never understated: the exact value lies below, and not by more than a part in 10^40. */
    @Test
    @Covers("PRV-3")
    void aTailIsRoundedUpAndByNextToNothing() {
        BigDecimal tail = new NoiseSum(1, Epsilon.of("1")).atLeast(3);
        // e^-3 / (1 + e^-1)
        BigDecimal exact =
                new BigDecimal("0.0363972634351654910473164829891872615966757747127515276839561630375714252863");

        assertThat(tail).isBetween(exact, exact.add(BigDecimal.ONE.movePointLeft(55)));
    }
}
