package org.somoim.privacy.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each attack reaches its goal where its defence is missing. One that could not would prove nothing by failing. */
@Covers({"PRV-2", "PRV-3"})
class GoalsTest {
    private static final int RUNS = 400;

    private static AttackLab.Result result(String attack, Target target, int runs) {
        return AttackLab.of(target).runs(runs).run(AttackLab.attack(attack));
    }

    private static double accuracy(String attack, Target target) {
        return accuracy(attack, target, RUNS);
    }

    private static double accuracy(String attack, Target target, int runs) {
        return result(attack, target, runs).findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .mapToDouble(Evidence::accuracy)
                .max()
                .orElseThrow();
    }

    private static List<String> broken(String attack, Target target) {
        return result(attack, target, RUNS).findings().stream()
                .filter(Finding::isBreach)
                .map(Finding::what)
                .toList();
    }

    @Test
    void differencingTellsWhoJoinedWhereThereIsNoNoise() {
        assertThat(accuracy("A1", Broken.withoutNoise(Plans.USUAL))).isGreaterThan(0.99);
    }

    @Test
    void averagingIsRightWhereNoiseIsFresh() {
        Target fresh = Canary.FRESH_NOISE.under(Plans.SHARP);
        // The mean misleads in 8e-5 of the worlds. Four of 400 would be too many, which chance brings about in 4e-8 of
        // the runs
        // of this test; of fewer worlds two would be, in 7e-5.
        assertThat(accuracy("A2", fresh, 1_000)).isGreaterThan(0.99);
        assertThat(result("A2", InProcess.under(Plans.SHARP), RUNS).isBreach()).isFalse();
    }

    @Test
    void tailoredCohortsTellTheVictimsBinWhereTheyOverlapAndHaveNoNoise() {
        assertThat(broken("A3", Canary.PARENT_TOO.under(Plans.USUAL)))
                .contains("whoever one pretends to be, there is one cohort for it, and the same for all");
        assertThat(accuracy("A3", Broken.withoutNoise(Plans.USUAL))).isGreaterThan(0.99);
    }

    @Test
    void nineFakesTellOfTheVictimWhereTheGateIsRaw() {
        assertThat(accuracy("A4", Canary.RAW_GATE_ALONE.under(Plans.USUAL))).isGreaterThan(0.99);
    }

    @Test
    void aCohortOfPeopleAlikeIsToldWhereNothingKeepsItBack() {
        assertThat(broken("A5", Broken.withoutDiversityGate(Plans.USUAL)))
                .containsExactly("where all are alike nothing is said");
    }

    @Test
    void knowingEveryoneElseTellsTheRestWhereThereIsNoNoise() {
        assertThat(accuracy("A6", Broken.withoutNoise(Plans.USUAL))).isGreaterThan(0.99);
    }

    @Test
    void newAccountsChangeTheReleaseWhereTheyCount() {
        assertThat(broken("A7", Broken.countingNewcomers(Plans.USUAL)))
                .containsExactly("300 new accounts change nothing");
    }

    @Test
    void theLastDigitsProveWhoIsThereWhereNoiseIsInFloatingPoint() {
        assertThat(broken("A8", Canary.DOUBLE_LAPLACE.under(Plans.SHARP)))
                .contains("no published number proves anything for certain");
        assertThat(broken("A8", Canary.SEEDED_BY_TIME.under(Plans.SHARP)))
                .containsExactly("no guessed seed gives the release again");
    }

    @Test
    void theClockTellsOfTheVictimWhereRowsAreReadForAnAnswer() {
        assertThat(broken("A9", Broken.slowWithVictim(Plans.USUAL)))
                .containsExactly("answers take as long with the victim as without");
        assertThat(broken("A9", Canary.NOISE_ON_REQUEST.under(Plans.USUAL))).contains("no answer draws noise");
    }

    @Test
    void theBudgetIsSpentTwiceWhereTwoMayDraw() {
        assertThat(broken("A10", Canary.TWO_THREADS.under(Plans.USUAL))).isNotEmpty();
    }

    @Test
    void bisectingFindsTheExactValueWhereStandingsAreRaw() {
        assertThat(broken("A11", Canary.PERCENTILE_FROM_RAW.under(Plans.USUAL)))
                .containsExactly(
                        "bisecting does not find the value", "values in one bin give the same answers to the byte");
    }

    @Test
    void aPartCanBeTakenFromTheWholeWhereBothAreReleased() {
        assertThat(broken("A12", Canary.PARENT_TOO.under(Plans.USUAL))).isNotEmpty();
    }

    @Test
    void aCrashLeavesAReleaseUnpaidWhereThereIsNoTransaction() {
        assertThat(broken("A13", Broken.withoutTransaction(Plans.USUAL)))
                .contains("at most one release is ever seen, and it is paid for");
    }

    @Test
    void optingOutShowsWhereReleasesAreDrawnAgainOrTheRowIsStillRead() {
        assertThat(broken("A14", Canary.DRAWN_AGAIN_ON_OPT_OUT.under(Plans.USUAL)))
                .contains("the running release stays as it is, or goes whole");
        assertThat(broken("A14", Canary.OPTED_OUT_COUNTED.under(Plans.USUAL)))
                .contains("the next release is the same to the byte, whatever the excluded person holds");
    }

    @Test
    void aReceiptTellsOfTheVictimWhereItIsExact() {
        assertThat(accuracy("A15", Canary.EXACT_NUMBER_IN_RECEIPT.under(Plans.USUAL)))
                .isGreaterThan(0.99);
    }

    @Test
    void patiencePaysWhereTheLedgerForgets() {
        assertThat(broken("A16", Canary.LEDGER_IN_MEMORY.under(Plans.USUAL))).hasSizeGreaterThanOrEqualTo(2);
    }
}
