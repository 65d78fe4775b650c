package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivacyPlanTest {

    static List<PrivacyPlan> plans() {
        return Communities.PLANS;
    }

    /** Every epsilon that a host may choose. */
    static Stream<PrivacyPlan> ladder() {
        return Communities.PLANS.stream()
                .flatMap(plan -> Stream.of("0.05", "0.333333", "1", "10").map(epsilon -> plan.at(Epsilon.of(epsilon))));
    }

    @ParameterizedTest
    @MethodSource("ladder")
    @Covers("PRV-2")
    void thePartsOfAPlanAddUpToItExactly(PrivacyPlan plan) {
        assertThat(plan.spends().stream()
                        .mapToLong(spend -> spend.epsilon().micro())
                        .sum())
                .isEqualTo(plan.epsilon().micro());
        assertThat(plan.spends())
                .hasSize(plan.schema().order().size() + 1 + plan.metrics().size());
    }

    /**
     * The chance that a veto can tell one person from none, over every gate that the person's tile could have passed: each
     * run of children that holds theirs, at each level, and each metric.
     */
    @ParameterizedTest
    @MethodSource("ladder")
    @Covers("PRV-3")
    void allGatesTogetherLetSlipNoMoreThanDelta(PrivacyPlan plan) {
        BigDecimal slips = slip(plan, 1, plan.threshold());
        for (Split split : plan.schema().order()) {
            int most = plan.schema().children(split);
            BigDecimal worst = BigDecimal.ZERO;
            for (int of = 2; of <= most; of++) {
                for (int child = 0; child < of; child++) {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (int from = 0; from <= child; from++) {
                        for (int to = child; to < of; to++) {
                            sum = sum.add(slip(plan, to - from + 1, plan.gates().group(to - from + 1, of)));
                        }
                    }
                    worst = worst.max(sum);
                }
            }
            slips = slips.add(worst);
        }
        for (Metric metric : plan.metrics()) {
            slips = slips.add(new NoiseSum(metric.bins().count(), plan.epsilonOf(metric))
                    .atLeast(plan.thresholdOf(metric) - plan.k()));
        }

        assertThat(slips).isLessThanOrEqualTo(plan.delta());
    }

    /** That the noise makes k people look like enough. */
    private static BigDecimal slip(PrivacyPlan plan, int children, long threshold) {
        return new NoiseSum(children, plan.countEpsilon()).atLeast(threshold - plan.k());
    }

    @Test
    @Covers({"PRV-2", "PRV-3"})
    void aHostMayAskForMorePrivacyButNotForLessThanTheHouseGives() {
        refused("k must be 10", builder -> builder.k(9));
        refused("epsilon must be 0.05 to 10", builder -> builder.epsilon(Epsilon.of("0.049999")));
        refused("epsilon must be 0.05 to 10", builder -> builder.epsilon(Epsilon.of("10.000001")));
        refused("delta must be", builder -> builder.delta(new BigDecimal("0.0011")));
        refused("an epoch must be a week", builder -> builder.epoch(Period.ofDays(6)));
        refused("target error", builder -> builder.targetErrorPoints(7));
        refused("a year must hold an epoch", builder -> builder.yearlyCap(Epsilon.of("0.9")));
        refused("too little for metrics", builder -> builder.countEpsilon(Epsilon.of("1")));

        assertThat(builder().k(50).build().threshold())
                .isGreaterThan(builder().build().threshold() - 1);
        assertThat(builder().k(500).build().threshold()).isGreaterThan(500);
    }

    private static void refused(String message, Consumer<PrivacyPlan.Builder> wish) {
        assertThatThrownBy(() -> {
                    PrivacyPlan.Builder builder = builder();
                    wish.accept(builder);
                    builder.build();
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static PrivacyPlan.Builder builder() {
        return PrivacyPlan.of(
                "town", Label.of("Town"), Communities.PLANS.get(1).schema(), List.of(Metric.EMERGENCY_FUND));
    }

    @Test
    @Covers({"PRV-2", "PRV-5"})
    void aPlanIsExplainedInFigures() {
        Consequences consequences = builder().build().explain();

        assertThat(consequences.chosen().epsilon()).isEqualTo(Epsilon.of("1"));
        assertThat(consequences.chosen().guessPerEpoch()).isBetween(73.1, 73.2);
        assertThat(consequences.chosen().guessPerYear()).isBetween(98.2, 98.3);
        assertThat(consequences.others()).hasSize(8);
        for (int at = 1; at < 8; at++) {
            assertThat(consequences.others().get(at).people())
                    .isLessThan(consequences.others().get(at - 1).people());
            assertThat(consequences.others().get(at).guessPerEpoch())
                    .isGreaterThan(consequences.others().get(at - 1).guessPerEpoch());
        }
        assertThat(consequences.text().lines()).hasSize(10).allMatch(line -> line.startsWith("|"));
    }

    @Test
    @Covers("PRV-2")
    void epsilonIsExact() {
        assertThat(Epsilon.of("0.05").micro()).isEqualTo(50_000);
        assertThat(Epsilon.of("1").share(1, 3).micro()).isEqualTo(333_333);
        assertThat(Epsilon.of("1").shareUp(1, 3).micro()).isEqualTo(333_334);
        assertThat(Epsilon.of("1").split(List.of(1, 1, 1)))
                .extracting(Epsilon::micro)
                .containsExactly(333_334L, 333_333L, 333_333L);
        assertThat(Epsilon.of("0.25")).hasToString("0.25");
        assertThatThrownBy(() -> Epsilon.of("0.0000001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Epsilon.of("0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Epsilon.of("much")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Epsilon(Long.MAX_VALUE).plus(new Epsilon(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
