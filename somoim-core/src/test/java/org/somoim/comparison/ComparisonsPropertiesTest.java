package org.somoim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.comparison.Cohort.DEBT;
import static org.somoim.comparison.Cohort.FUND;
import static org.somoim.comparison.Cohort.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.Word;
import org.somoim.profiles.Choice;
import org.somoim.profiles.Consent;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.PrivacySettings;

/** What holds of comparisons whoever takes part, and whatever they give. Exact: the noise is none. */
class ComparisonsPropertiesTest {

    /** Why somebody does not count. */
    enum Kept {
        OPTED_OUT,
        NOT_ANONYMIZED,
        SUSPENDED,
        CLOSED,
        ERASED,
        WITHDRAWN,
        TOO_NEW;

        void out(Cohort cohort, Actor.Person person) {
            switch (this) {
                case OPTED_OUT -> cohort.set(person, PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.NO);
                case NOT_ANONYMIZED -> cohort.set(person, PrivacySetting.ANONYMIZE_IN_COMPARISONS, Consent.NO);
                case SUSPENDED -> cohort.suspend(person.id());
                case CLOSED -> cohort.town.somoim.accounts().deactivate(person);
                case ERASED ->
                    cohort.town
                            .somoim
                            .personalData()
                            .erase(Cohort.HOST, person.id(), org.somoim.personaldata.Wish.REMOVE, Map.of());
                case WITHDRAWN -> cohort.comparisons().withdraw(person);
                case TOO_NEW -> {}
            }
        }
    }

    /** P4: whatever somebody who does not count has given, every byte that is released is the same. */
    @Property(tries = 60)
    @Covers({"PRF-11", "PRV-3"})
    void whoeverDoesNotCountCouldHaveGivenAnything(
            @ForAll Kept why, @ForAll @IntRange(min = 20, max = 90) int age, @ForAll double fund, @ForAll double debt) {
        assertThat(releaseWith(why, age, fund, debt)).isEqualTo(releaseWith(why, 40, 3, 1));
    }

    private static String releaseWith(Kept why, int age, double fund, double debt) {
        var cohort = new Cohort();
        cohort.contributors(40);
        if (why == Kept.TOO_NEW) {
            cohort.nextEpoch();
            cohort.town.clock.advance(java.time.Duration.ofMillis(1));
            cohort.contributor(age, fund, debt);
            cohort.nextEpoch();
        } else {
            why.out(cohort, cohort.contributor(age, fund, debt));
            cohort.ripen();
        }
        cohort.begin();
        return cohort.release();
    }

    /** P5: however often and in whatever order it is asked for, each epoch is released once. */
    @Property(tries = 60)
    @Covers("PRV-2")
    void anEpochIsReleasedOnceHoweverOftenItIsBegun(@ForAll @Size(max = 12) List<Boolean> turns) {
        var cohort = new Cohort();
        cohort.contributors(5);
        int quarters = 1;
        int begun = cohort.begin();
        for (boolean isNext : turns) {
            if (isNext) {
                cohort.nextEpoch();
                quarters++;
            }
            begun += cohort.begin();
        }
        assertThat(begun).isEqualTo(quarters);
        assertThat(cohort.town.ports.comparisons().epochs(new Word("town"), 100))
                .extracting(KeptEpoch::epoch)
                .doesNotHaveDuplicates()
                .hasSize(quarters);
    }

    /** P6: no twelve months cost more than the cap, in whole numbers. */
    @Property(tries = 25)
    @Covers("PRV-2")
    void noYearCostsMoreThanItsCap(
            @ForAll @IntRange(min = 50_000, max = 3_000_000) int epsilon,
            @ForAll @IntRange(min = 1, max = 5) int times) {
        long cap = (long) epsilon * times;
        var cohort = new Cohort(Cohort.plan()
                .epsilon(new org.somoim.privacy.Epsilon(epsilon))
                .yearlyCap(new org.somoim.privacy.Epsilon(cap))
                .build());
        cohort.contributors(5);
        for (int quarter = 0; quarter < 10; quarter++) {
            cohort.begin();
            cohort.nextEpoch();
        }
        List<Debit> ledger = cohort.town.ports.comparisons().ledger(new Word("town"), 0, 10_000);
        for (Debit last : ledger) {
            long year = ledger.stream()
                    .filter(debit -> !debit.createdAt().isAfter(last.createdAt())
                            && debit.createdAt()
                                    .isAfter(last.createdAt()
                                            .atOffset(java.time.ZoneOffset.UTC)
                                            .minusYears(1)
                                            .toInstant()))
                    .mapToLong(Debit::microEpsilon)
                    .sum();
            assertThat(year).isLessThanOrEqualTo(cap);
        }
        assertThat(ledger).isNotEmpty();
    }

    /** P9: a receipt says what the release and the ledger say, and names the line that was paid. */
    @Property(tries = 20)
    @Covers("CMP-4")
    void receiptsReproduceFromTheLedger(
            @ForAll @IntRange(min = 20, max = 90) int age, @ForAll @DoubleRange(min = -10, max = 2_000) double value) {
        Cohort cohort = READY;
        Actor.Person viewer = cohort.town.person();
        for (Word metric : List.of(FUND, DEBT)) {
            GivenReceipt given = cohort.comparisons()
                    .receiptFor(viewer, metric, figures(age, value, value))
                    .orElseThrow();

            assertThat(cohort.comparisons().receipt(viewer, given.id())).isEqualTo(given.receipt());
            List<Debit> paid = cohort.town.ports.comparisons().ledger(new Word("town"), 0, 100).stream()
                    .filter(debit -> debit.releaseHash()
                            .equals(new Digest(given.receipt().releaseHash())))
                    .toList();
            assertThat(paid.stream().mapToLong(Debit::microEpsilon).sum())
                    .isEqualTo(given.receipt().epochEpsilon().micro());
            assertThat(paid)
                    .anyMatch(debit -> debit.purpose().value().equals("metric-" + metric)
                            && debit.microEpsilon()
                                    == given.receipt().metricEpsilon().micro());
        }
    }

    private static final Cohort READY = ready();

    private static Cohort ready() {
        var cohort = new Cohort();
        cohort.contributors(700);
        cohort.ripen();
        cohort.begin();
        return cohort;
    }

    /** P12 and P13: nobody counts but by their own act, and nothing that this capability does changes a setting. */
    @Property(tries = 40)
    @Covers({"PRF-11", "PRF-14", "PRF-15"})
    void nobodyCountsButByTheirOwnAct(@ForAll @Size(max = 15) List<@IntRange(min = 0, max = 5) Integer> acts) {
        var cohort = new Cohort();
        Actor.Person person = cohort.town.person();
        PrivacySettings expected = PrivacySettings.FIRST;
        List<String> refused = new ArrayList<>();
        for (int act : acts) {
            switch (act) {
                case 0 -> {
                    try {
                        cohort.comparisons().contribute(person, figures(30, 3, 1));
                    } catch (org.somoim.kernel.Refusal refusal) {
                        refused.add(refusal.reason().code());
                    }
                }
                case 1 -> cohort.comparisons().compare(person, FUND, figures(30, 3, 1));
                case 2 -> cohort.comparisons().withdraw(person);
                case 3 -> {
                    cohort.begin();
                    cohort.nextEpoch();
                    cohort.town.somoim.tick();
                }
                case 4 -> expected = choose(cohort, person, Consent.YES);
                default -> expected = choose(cohort, person, Consent.NO);
            }
            cohort.town.somoim.deliver();
            assertThat(cohort.town.somoim.profiles().settings(person)).isEqualTo(expected);
            assertThat(cohort.comparisons().contribution(person).isPresent()
                            && !expected.allows(PrivacySetting.CONTRIBUTE_TO_COMPARISONS))
                    .isFalse();
        }
        assertThat(refused).isSubsetOf(List.of("comparison.not-contributing"));
    }

    private static PrivacySettings choose(Cohort cohort, Actor.Person person, Choice choice) {
        return cohort.town
                .somoim
                .profiles()
                .changeSettings(person, Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, choice));
    }
}
