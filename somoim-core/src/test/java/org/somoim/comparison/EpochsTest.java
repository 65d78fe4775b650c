package org.somoim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.comparison.Cohort.FUND;
import static org.somoim.comparison.Cohort.HOST;
import static org.somoim.comparison.Cohort.figures;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.Health;
import org.somoim.comparison.KeptEpoch.Outcome;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Word;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.Release;
import org.somoim.privacy.Release.Why;
import org.somoim.profiles.Consent;
import org.somoim.profiles.PrivacySetting;

class EpochsTest {
    private static final Word TOWN = new Word("town");
    private final Cohort cohort = new Cohort();

    private List<KeptEpoch> epochs(Cohort of) {
        return of.town.ports.transactor().read(() -> of.town.ports.comparisons().epochs(TOWN, 1_000));
    }

    private List<Debit> ledger(Cohort of) {
        return of.town.ports.transactor().read(() -> of.town.ports.comparisons().ledger(TOWN, 0, 1_000));
    }

    @Test
    @Covers({"PRV-2", "PRV-3"})
    void anEpochIsDrawnOnceAndPaidForInFull() {
        cohort.contributors(600);
        cohort.ripen();

        assertThat(cohort.begin()).isEqualTo(1);
        String release = cohort.release();
        assertThat(cohort.begin()).isZero();
        assertThat(cohort.release()).isEqualTo(release);

        assertThat(ledger(cohort).stream().mapToLong(Debit::microEpsilon).sum())
                .isEqualTo(Cohort.PLAN.epsilon().micro());
        assertThat(cohort.epochs().verify(HOST).isIntact()).isTrue();
    }

    /** P5, A10. */
    @Test
    @Covers("PRV-2")
    void tenThousandStartsAtOnceMakeOneRelease() throws Exception {
        var draws = new AtomicLong();
        var busy = new Cohort(Cohort.PLAN, epsilon -> {
            draws.incrementAndGet();
            return 0;
        });
        busy.contributors(50);
        busy.ripen();
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<Integer>> starts = IntStream.range(0, 10_000)
                    .<Callable<Integer>>mapToObj(i -> busy::begin)
                    .toList();
            int begun = 0;
            for (Future<Integer> start : threads.invokeAll(starts)) {
                begun += start.get();
            }
            assertThat(begun).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }

        long once = draws.get();
        assertThat(epochs(busy)).hasSize(1);
        assertThat(ledger(busy).stream().mapToLong(Debit::microEpsilon).sum())
                .isEqualTo(Cohort.PLAN.epsilon().micro());
        busy.nextEpoch();
        busy.begin();
        assertThat(draws.get()).isEqualTo(2 * once);
    }

    /** A9: nothing that a member can call draws noise. */
    @Test
    @Covers("PRV-2")
    void nobodyWhoLooksDrawsNoise() {
        Actor.Person person = cohort.contributors(700).get(0);
        cohort.ripen();
        cohort.begin();
        var drawn = new AtomicLong();
        var looking = new Cohort(Cohort.PLAN, epsilon -> {
            drawn.incrementAndGet();
            return 0;
        });
        List<Actor.Person> all = looking.contributors(700);
        looking.ripen();
        looking.begin();
        long before = drawn.get();
        for (int i = 0; i < 200; i++) {
            looking.comparisons().compare(all.get(i), FUND, Figures.NONE);
            looking.comparisons().trends(all.get(i), FUND, figures(40, i, i));
            looking.comparisons().insights(all.get(i));
            looking.comparisons().suggestions(all.get(i), FUND, Figures.NONE);
            looking.comparisons().receiptFor(all.get(i), FUND, Figures.NONE);
            looking.comparisons().contribute(all.get(i), figures(40, i, i));
            looking.comparisons().withdraw(all.get(i));
        }

        assertThat(before).isPositive();
        assertThat(drawn.get()).isEqualTo(before);
        assertThat(cohort.comparisons().compare(person, FUND, Figures.NONE)).isInstanceOf(Release.Released.class);
    }

    /** A16, P6. */
    @Test
    @Covers("PRV-2")
    void theYearIsRefusedExactlyAtItsCap() {
        var spender = new Cohort(Cohort.plan()
                .epsilon(Epsilon.of("1"))
                .yearlyCap(Epsilon.of("3"))
                .build());
        Actor.Person person = spender.contributors(600).get(0);
        spender.ripen();
        for (int quarter = 0; quarter < 24; quarter++) {
            assertThat(spender.begin()).isEqualTo(1);
            assertThat(spender.begin()).isZero();
            boolean isSpent = quarter % 4 == 3;
            assertThat(epochs(spender).get(0).outcome()).isEqualTo(isSpent ? Outcome.BUDGET_SPENT : Outcome.RELEASED);
            Release<?> answer = spender.comparisons().compare(person, FUND, Figures.NONE);
            assertThat(answer.equals(new Release.Withheld<>(Why.BUDGET_SPENT))).isEqualTo(isSpent);
            spender.nextEpoch();
        }

        assertThat(ledger(spender).stream().mapToLong(Debit::microEpsilon).sum())
                .isEqualTo(18_000_000);
        assertThat(spender.epochs().verify(HOST).isIntact()).isTrue();
    }

    /** Drawn some days late, an epoch must not cost the next year one. */
    @Test
    @Covers("PRV-2")
    void anEpochThatIsDrawnLateTakesNoRoomFromTheNextYear() {
        cohort.contributors(50);
        cohort.ripen();
        for (int quarter = 0; quarter < 9; quarter++) {
            if (quarter % 4 == 0) {
                cohort.town.clock.advance(Duration.ofDays(quarter == 0 ? 20 : 0));
            }
            cohort.begin();
            assertThat(epochs(cohort).get(0).outcome()).isEqualTo(Outcome.RELEASED);
            cohort.nextEpoch();
        }
    }

    /** A7. */
    @Test
    @Covers("PRV-3")
    void newAccountsChangeNothing() {
        Cohort quiet = new Cohort();
        quiet.contributors(300);
        quiet.nextEpoch();
        quiet.nextEpoch();
        quiet.begin();

        cohort.contributors(300);
        cohort.nextEpoch();
        // Within the epoch before: not there for a whole one.
        cohort.town.clock.advance(Duration.ofMillis(1));
        for (int i = 0; i < 300; i++) {
            cohort.contributor(40, 0.2, 0.2);
        }
        cohort.nextEpoch();
        cohort.begin();

        assertThat(cohort.release()).isEqualTo(quiet.release());
    }

    /** A14. */
    @Test
    @Covers("PRF-11")
    void whoeverOptsOutIsInNoNextReleaseAndTheRunningOneStays() {
        List<Actor.Person> all = cohort.contributors(600);
        cohort.ripen();
        cohort.begin();
        String running = cohort.release();

        cohort.set(all.get(0), PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.NO);
        cohort.town.somoim.deliver();

        assertThat(cohort.release()).isEqualTo(running);
        assertThat(cohort.begin()).isZero();
        cohort.nextEpoch();
        cohort.begin();
        assertThat(cohort.release()).isNotEqualTo(running);
    }

    @Test
    @Covers("PRV-5")
    void aLedgerThatWasTouchedIsNoticed() {
        cohort.contributors(50);
        cohort.ripen();
        cohort.begin();
        assertThat(cohort.town.somoim.health().privacyCompliance()).isEqualTo(Health.Part.UNKNOWN);
        cohort.town.somoim.tick();
        assertThat(cohort.town.somoim.health().privacyCompliance()).isEqualTo(Health.Part.HEALTHY);
        assertThat(cohort.town.somoim.health().privacyVerifiedAt()).isEqualTo(cohort.town.clock.instant());

        Debit last = ledger(cohort).get(ledger(cohort).size() - 1);
        cohort.town.ports.transactor().run(() -> cohort.town
                .ports
                .comparisons()
                .append(new Debit(
                        last.population(),
                        last.number() + 1,
                        last.epoch(),
                        last.purpose(),
                        1,
                        last.releaseHash(),
                        last.createdAt(),
                        last.hash(),
                        last.hash())));

        assertThat(cohort.epochs().verify(HOST).isIntact()).isFalse();
        assertThat(cohort.town.somoim.health().privacyCompliance()).isEqualTo(Health.Part.UNHEALTHY);
        assertThat(cohort.town.somoim.health().status()).isEqualTo(Health.Status.DEGRADED);
    }

    @Test
    @Covers("PRV-5")
    void theLedgerIsWalkedThroughOnceAWeek() {
        assertThat(cohort.epochs().check(HOST)).isEqualTo(1);
        assertThat(cohort.epochs().check(HOST)).isZero();
        cohort.town.clock.advance(Epochs.BETWEEN_CHECKS);
        assertThat(cohort.epochs().check(HOST)).isEqualTo(1);
    }

    @Test
    @Covers("PRV-5")
    void operatorsLearnHowWellThePromisesAreKeptAndNothingElse() {
        cohort.contributors(900);
        assertThat(cohort.epochs().compliance(HOST)).isEqualTo(new Release.Withheld<>(Why.EPOCH_NOT_READY));
        cohort.ripen();
        cohort.begin();

        Compliance report = cohort.epochs().compliance(HOST).fold(Release.Released::value, withheld -> {
            throw new AssertionError(withheld.why());
        });

        assertThat(report.keepsK()).isTrue();
        assertThat(report.answeredPercent()).isBetween(1, 100);
        assertThat(report.tiles()).isPositive();
        assertThat(report.yearMicro()).isEqualTo(1_000_000);
        assertRefused("access.not-allowed", () -> cohort.epochs().compliance(cohort.town.person()));
        assertRefused("access.not-allowed", () -> cohort.epochs().begin(cohort.town.person()));
        assertRefused("access.not-allowed", () -> cohort.epochs().tell(cohort.town.person()));
        assertRefused("access.not-allowed", () -> cohort.epochs().verify(cohort.town.person()));
        assertThat(cohort.epochs().verify(cohort.admin()).isIntact()).isTrue();
    }

    /** What fails after noise was drawn leaves nothing to be seen, and what is drawn next is drawn anew. */
    @Test
    @Covers("PRV-2")
    void whatIsBrokenOffWasNeverDrawn() {
        var broken = new AtomicLong(5);
        var frail = new Cohort(Cohort.PLAN, epsilon -> {
            if (broken.decrementAndGet() == 0) {
                throw new IllegalStateException("broken off");
            }
            return 0;
        });
        frail.contributors(900);
        frail.ripen();

        assertThatThrownBy(frail::begin).hasMessage("broken off");
        assertThat(epochs(frail)).isEmpty();
        assertThat(ledger(frail)).isEmpty();
        assertThat(frail.begin()).isEqualTo(1);
        assertThat(frail.epochs().verify(HOST).isIntact()).isTrue();
    }

    /** A clock that is put back does not make an epoch come twice. */
    @Test
    @Covers("PRV-2")
    void aClockThatIsPutBackBringsNoEpochBack() {
        cohort.contributors(10);
        cohort.ripen();
        cohort.begin();
        cohort.town.clock.advance(Duration.ofDays(-100));
        assertThat(cohort.begin()).isZero();
    }
}
