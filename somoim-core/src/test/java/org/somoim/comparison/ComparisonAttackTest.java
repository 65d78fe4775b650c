package org.somoim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.somoim.Covers;
import org.somoim.memory.Community;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.attacks.AttackLab;
import org.somoim.privacy.attacks.CommunityUnderAttack;
import org.somoim.privacy.attacks.Target;
import org.somoim.privacy.noise.NoiseSource;

/**
 * The attacks of the lab on the whole library: accounts, settings, erasure, the ledger and what members are told. Few runs,
 * as a real community takes its time; what takes many is done to the mechanisms alone.
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

    /** The same attacks on the same library get through where there is no noise; so it is noise that held. */
    @TestFactory
    Stream<DynamicTest> withoutNoiseItDoesNot() {
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
        return lab.attacks().stream()
                .filter(attack -> Set.of("A3", "A6", "A7").contains(attack.id()))
                .map(attack -> dynamicTest(
                        attack.id() + " " + attack.name(),
                        () -> assertThat(lab.run(attack).isBreach()).isTrue()));
    }
}
