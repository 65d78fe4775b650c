package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.privacy.CohortSchema;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.Hierarchies;
import org.somoim.privacy.Label;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Split;
import org.somoim.privacy.attacks.AttackLab;
import org.somoim.privacy.attacks.InProcess;

/** How a host attacks its own plan before it promises anything to anyone. */
class OwnPlanUnderAttackTest {
    private static final int RUNS = 60;

    @Test
    @Covers("PRV-5")
    void aPlanOfOnesOwnHolds() {
        PrivacyPlan plan = PrivacyPlan.of(
                        "savers",
                        new Label("저축 모임", "Savers"),
                        new CohortSchema(List.of(Hierarchies.regionOfKorea()), List.of(new Split(0, 1))),
                        List.of(Metric.SAVINGS_RATE))
                .epsilon(Epsilon.of("2"))
                .yearlyCap(Epsilon.of("2"))
                .build();

        assertThat(breaches(plan, RUNS)).isEmpty();
    }

    private static List<AttackLab.Result> breaches(PrivacyPlan plan, int runs) {
        // tag::attack
        List<AttackLab.Result> results =
                AttackLab.of(InProcess.under(plan)).runs(runs).run();
        // end::attack
        return results.stream().filter(AttackLab.Result::isBreach).toList();
    }
}
