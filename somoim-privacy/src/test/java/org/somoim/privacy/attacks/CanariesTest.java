package org.somoim.privacy.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is broken is found to be broken. */
@Covers({"PRV-2", "PRV-3"})
class CanariesTest {
    /** What it takes to tell noise that is too small from noise that is not. */
    private static final int MANY = 8_000;

    private static final int FEW = 600;
    private static final Set<Canary> SUBTLE =
            Set.of(Canary.HALF_NOISE, Canary.METRICS_ON_ONE_SHARE, Canary.COUNTED_AGAIN_AFTER_REJOINING);

    static int runs(Canary canary) {
        return SUBTLE.contains(canary) ? MANY : FEW;
    }

    @Test
    void allTwentyFourAreKilled() {
        assertThat(Canary.values()).hasSize(24);
        assertThat(alive()).isEmpty();
    }

    static List<Canary> alive() {
        List<Canary> alive = new ArrayList<>();
        for (Canary canary : Canary.values()) {
            AttackLab lab = AttackLab.of(canary.under(Plans.USUAL)).runs(runs(canary));
            if (!lab.run(canary.killer()).isBreach()) {
                alive.add(canary);
            }
        }
        return alive;
    }

    /** Otherwise it would be force that kills, and not the bug. */
    @TestFactory
    Stream<DynamicTest> theSameForceKillsNothingThatIsSound() {
        return Stream.of(Canary.values())
                .map(canary -> canary.killer().id() + " " + runs(canary))
                .distinct()
                .map(tried -> dynamicTest(tried, () -> {
                    String[] attack = tried.split(" ");
                    AttackLab.Result result = AttackLab.of(InProcess.under(Plans.USUAL))
                            .runs(Integer.parseInt(attack[1]))
                            .run(AttackLab.attack(attack[0]));
                    assertThat(result.isBreach()).as(result.toString()).isFalse();
                }));
    }
}
