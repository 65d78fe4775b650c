package org.somoim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.somoim.Covers;
import org.somoim.memory.Community;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.attacks.Attack;
import org.somoim.privacy.attacks.AttackLab;
import org.somoim.privacy.attacks.CommunityUnderAttack;
import org.somoim.privacy.attacks.Target;
import org.somoim.privacy.noise.NoiseSource;

/**
 * The attacks of the lab on the whole library: accounts, settings, erasure, the ledger and what members are told. Few runs,
 * as a real community takes its time: enough for what is certain, such as a release that is drawn twice, not for noise that
 * is somewhat too small. What takes many runs is done to the mechanisms alone.
 */
@Covers({"CMP-1", "CMP-4", "CMP-7", "PRV-2", "PRV-3", "PRV-5"})
class ComparisonAttackTest {
    private static final int RUNS = Boolean.getBoolean("somoim.nightly") ? 1_000 : 60;

    @TestFactory
    Stream<DynamicTest> theCommunityHolds() {
        AttackLab lab = AttackLab.of(SomoimUnderAttack.under(Community.PLAN)).runs(RUNS);
        return lab.attacks().stream()
                .map(attack -> dynamicTest(attack.id() + " " + attack.name(), () -> {
                    try (var listener = new SomoimUnderAttack.Listener()) {
                        AttackLab.Result result = lab.run(attack);
                        assertThat(result.isBreach()).as(result.toString()).isFalse();
                    }
                }));
    }

    /** The same attack on the same library gets through where there is no noise; so it is noise that held. */
    @Test
    void withoutNoiseItDoesNot() {
        Target sound = SomoimUnderAttack.under(Community.PLAN);
        Target bare = new Target() {
            @Override
            public PrivacyPlan plan() {
                return sound.plan();
            }

            @Override
            public CommunityUnderAttack open(PrivacyPlan plan, NoiseSource noise) {
                return sound.open(plan, epsilon -> 0);
            }
        };
        AttackLab lab = AttackLab.of(bare).runs(RUNS);
        Attack knowingEveryoneElse = lab.attacks().stream()
                .filter(attack -> attack.id().equals("A6"))
                .findFirst()
                .orElseThrow();

        assertThat(lab.run(knowingEveryoneElse).isBreach()).isTrue();
    }
}
