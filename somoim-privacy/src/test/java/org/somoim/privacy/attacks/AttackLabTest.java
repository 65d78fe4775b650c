package org.somoim.privacy.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A sound community holds against every attack. {@code -Pnightly} attacks harder. */
@Covers({"PRV-2", "PRV-3", "PRV-5"})
class AttackLabTest {
    static final boolean NIGHTLY = Boolean.getBoolean("somoim.nightly");
    static final int RUNS = NIGHTLY ? 30_000 : 5_000;
    static final int SHARP_RUNS = NIGHTLY ? 1_000_000 : 30_000;

    @TestFactory
    Stream<DynamicTest> aSoundCommunityHolds() {
        AttackLab lab = AttackLab.of(InProcess.under(Plans.USUAL)).runs(RUNS);
        return AttackLab.ATTACKS.stream()
                .map(attack -> dynamicTest(attack.id() + " " + attack.name(), () -> holds(lab.run(attack))));
    }

    /** Where all that is spent can be seen, an overspend of a tenth is seen too; by night, of a fiftieth. */
    @TestFactory
    Stream<DynamicTest> noMoreIsSpentThanWasPromised() {
        AttackLab lab = AttackLab.of(InProcess.under(Plans.SHARP)).runs(SHARP_RUNS);
        return Stream.of("A6", "A7")
                .map(AttackLab::attack)
                .map(attack -> dynamicTest(attack.id() + " " + attack.name(), () -> holds(lab.run(attack))));
    }

    private static void holds(AttackLab.Result result) {
        assertThat(result.isBreach()).as(result.toString()).isFalse();
    }
}
