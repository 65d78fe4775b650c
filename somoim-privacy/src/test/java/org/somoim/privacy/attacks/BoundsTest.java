package org.somoim.privacy.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.noise.ExactDiscreteLaplace;
import org.somoim.privacy.noise.NoiseSource;

/** The rule by which an attack is said to have got through. */
@Covers("PRV-2")
class BoundsTest {
    /** Where they can be written down: nothing in n, and n in n. */
    @Test
    void theBoundsOfNeverAndAlwaysAreThoseOfTheFormula() {
        double nothing = 1 - Math.pow(Bounds.FAILURE, 1 / 1000.0);
        assertThat(Bounds.upper(0, 1000)).isCloseTo(nothing, within(1e-9));
        assertThat(Bounds.lower(1000, 1000)).isCloseTo(1 - nothing, within(1e-9));
        assertThat(Bounds.lower(0, 1000)).isZero();
        assertThat(Bounds.upper(1000, 1000)).isEqualTo(1);
    }

    /** Added up term by term. */
    @Test
    void theTailIsThatOfTheBinomial() {
        for (double p : new double[] {0.01, 0.3, 0.5, 0.9}) {
            for (int hits : new int[] {1, 5, 30, 59, 60}) {
                double sum = 0;
                double term = Math.pow(1 - p, 60);
                for (int at = 0; at <= 60; at++) {
                    sum += at >= hits ? term : 0;
                    term *= (60.0 - at) / (at + 1) * p / (1 - p);
                }
                assertThat(Bounds.atLeast(hits, 60, p)).isCloseTo(sum, within(1e-12 + sum * 1e-9));
            }
        }
    }

    /** On the best event of one count, as the power of the rule was reckoned for. */
    @Test
    void anOverspendOfAThirdIsCaughtAndNoneIsNot() {
        assertThat(counted("1").isBreach()).isFalse();
        assertThat(counted("1.3").isBreach()).isTrue();
        assertThat(counted("1.3").accuracy()).isGreaterThan(0.73);
    }

    private static Evidence counted(String spent) {
        Epsilon epsilon = Epsilon.of(spent);
        int runs = 20_000;
        NoiseSource noise = ExactDiscreteLaplace.with(new SecureRandom());
        var with = new long[1];
        var without = new long[1];
        for (int run = 0; run < runs; run++) {
            with[0] += 1 + noise.draw(epsilon) > 0 ? 1 : 0;
            without[0] += noise.draw(epsilon) > 0 ? 1 : 0;
        }
        return new Evidence(1, 0, runs, List.of("more than nobody"), with, without);
    }
}
