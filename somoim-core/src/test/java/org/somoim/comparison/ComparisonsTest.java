package org.somoim.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.comparison.Cohort.DEBT;
import static org.somoim.comparison.Cohort.FUND;
import static org.somoim.comparison.Cohort.HOST;
import static org.somoim.comparison.Cohort.figures;
import static org.somoim.memory.Refused.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.Policies;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryPorts;
import org.somoim.notifications.Notification;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.Release;
import org.somoim.privacy.Release.Why;
import org.somoim.profiles.Consent;
import org.somoim.profiles.PrivacySetting;

class ComparisonsTest {
    private final Cohort cohort = new Cohort();

    private static <T> T released(Release<T> release) {
        return release.fold(Release.Released::value, withheld -> {
            throw new AssertionError("withheld: " + withheld.why());
        });
    }

    private static void assertWithheld(Why why, Release<?> release) {
        assertThat(release).isEqualTo(new Release.Withheld<>(why));
    }

    @Test
    @Covers({"CMP-1", "CMP-2", "CMP-4", "CMP-5", "X18"})
    void whoeverTakesPartSeesWhereTheyStand() {
        List<Actor.Person> all = cohort.contributors(1_000);
        cohort.ripen();
        assertThat(cohort.begin()).isEqualTo(1);

        PeerStanding standing = released(cohort.comparisons().compare(all.get(0), FUND, Figures.NONE));

        assertThat(standing.low()).isBetween(0, 90);
        assertThat(standing.expectedErrorPoints()).isPositive();
        assertThat(standing.cohort().english()).isNotBlank();
        assertThat(standing.cohort().korean()).isNotBlank();
        assertThat(standing.size()).isEqualTo(PeerStanding.SizeBand.FROM_100);
        assertThat(standing.receipt().k()).isEqualTo(10);
    }

    @Test
    @Covers({"CMP-5", "PRF-11"})
    void oneMayLookWithoutTakingPartAndNothingIsKeptOfIt() {
        cohort.contributors(1_000);
        cohort.ripen();
        cohort.begin();
        Actor.Person viewer = cohort.town.person();

        assertWithheld(Why.VIEWER_BAND_MISSING, cohort.comparisons().compare(viewer, FUND, Figures.NONE));
        assertWithheld(
                Why.VIEWER_VALUE_MISSING,
                cohort.comparisons().compare(viewer, FUND, Figures.NONE.in("age", "from-40")));
        PeerStanding low = released(cohort.comparisons().compare(viewer, FUND, figures(42, 0.01, 1)));
        PeerStanding high = released(cohort.comparisons().compare(viewer, FUND, figures(42, 900, 1)));

        assertThat(low.high()).isLessThan(high.low());
        assertThat(low.receipt()).isEqualTo(high.receipt());
        assertThat(cohort.comparisons().contribution(viewer)).isEmpty();
    }

    @Test
    @Covers({"PRF-11", "PRF-15"})
    void aNewAccountContributesNothing() {
        Actor.Person newcomer = cohort.town.person();

        assertRefused(
                "comparison.not-contributing", () -> cohort.comparisons().contribute(newcomer, figures(30, 3, 1)));
        assertThat(cohort.comparisons().contribution(newcomer)).isEmpty();
    }

    @Test
    @Covers({"CMP-1", "PRF-15", "PRV-1"})
    void onlyBandsAndBinsAreKept() {
        Actor.Person person = cohort.contributor(37, 3.217, 0.511);

        Contribution kept = cohort.comparisons().contribution(person).orElseThrow();

        assertThat(kept.leaves()).isEqualTo(Indexes.of(4));
        assertThat(kept.bins()).isEqualTo(Indexes.of(8, 7));
        assertThat(kept.toString())
                .doesNotContain("3.217")
                .doesNotContain("0.511")
                .doesNotContain("37");
        assertThat(figures(37, 3.217, 0.511).toString()).doesNotContain("3");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -1,
                -1e308,
                1e308,
                Double.MIN_VALUE,
                -0.0
            })
    @Covers("PRV-2")
    void oddValuesAreCountedAtTheEdgeAndRefusedNowhere(double odd) {
        Actor.Person person = cohort.contributor(37, odd, odd);
        cohort.contributors(800);
        cohort.ripen();
        cohort.begin();

        int bin = odd > 1 ? 15 : odd > 0 ? 1 : 0;
        assertThat(cohort.comparisons().contribution(person).orElseThrow().bins())
                .isEqualTo(Indexes.of(bin, bin));
        Release<PeerStanding> answer = cohort.comparisons().compare(person, FUND, figures(37, odd, odd));
        if (Double.isNaN(odd)) {
            assertWithheld(Why.VIEWER_VALUE_MISSING, answer);
        } else {
            assertThat(released(answer).low()).isBetween(0, 90);
        }
        assertThat(cohort.comparisons().suggestions(person, FUND, figures(37, odd, odd)))
                .isNotNull();
    }

    @Test
    @Covers("CMP-1")
    void whatDoesNotFitThePlanIsRefusedByName() {
        Actor.Person person = cohort.willing();
        var comparisons = cohort.comparisons();

        assertRefused(
                "comparison.no-such-dimension",
                () -> comparisons.contribute(person, figures(30, 1, 1).in("shoe-size", "large")));
        assertRefused(
                "comparison.no-such-band",
                () -> comparisons.contribute(person, figures(30, 1, 1).in("age", "ancient")));
        assertRefused(
                "comparison.no-such-metric",
                () -> comparisons.contribute(person, figures(30, 1, 1).with("shoes", 4)));
        assertRefused(
                "comparison.band-missing",
                () -> comparisons.contribute(person, Figures.NONE.with("emergency-fund", 3)));
        assertRefused(
                "comparison.nothing-to-contribute",
                () -> comparisons.contribute(person, Figures.NONE.in("age", "from-40")));
        assertWithheld(Why.EPOCH_NOT_READY, comparisons.compare(person, new Word("shoes"), Figures.NONE));
    }

    @Test
    @Covers("PRV-3")
    void whoeverMayBeAMinorIsNotTakenIn() {
        assertRefused("comparison.not-counted", () -> cohort.contributor(17, 3, 1));
    }

    @Test
    @Covers("PRF-11")
    void whatIsTakenBackIsGoneAtOnce() {
        Actor.Person person = cohort.contributor(30, 3, 1);

        cohort.comparisons().withdraw(person);
        cohort.comparisons().withdraw(person);

        assertThat(cohort.comparisons().contribution(person)).isEmpty();
    }

    @Test
    @Covers({"PRF-11", "PRF-15"})
    void whoeverStopsToCountIsForgotten() {
        Actor.Person person = cohort.contributor(30, 3, 1);
        Actor.Person other = cohort.contributor(30, 3, 1);

        cohort.set(person, PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.NO);
        cohort.set(other, PrivacySetting.ANONYMIZE_IN_COMPARISONS, Consent.NO);
        cohort.town.somoim.deliver();

        assertThat(cohort.comparisons().contribution(person)).isEmpty();
        assertThat(cohort.comparisons().contribution(other)).isEmpty();
    }

    @Test
    @Covers({"CMP-5", "PRV-2"})
    void withoutAPlanThereIsNothing() {
        var town = new Community(clock -> MemoryPorts.of(clock, new Random(1)), Policies.PRESET);
        Actor.Person person = town.person();
        town.somoim.profiles().changeSettings(person, Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.YES));
        var comparisons = town.somoim.comparisons();

        assertWithheld(Why.FEATURE_OFF, comparisons.compare(person, FUND, figures(30, 3, 1)));
        assertWithheld(Why.FEATURE_OFF, comparisons.trends(person, FUND, Figures.NONE));
        assertWithheld(Why.FEATURE_OFF, comparisons.insights(person));
        assertThat(comparisons.receiptFor(person, FUND, Figures.NONE)).isEmpty();
        assertRefused("comparison.feature-off", () -> comparisons.contribute(person, figures(30, 3, 1)));
        assertRefused("comparison.feature-off", () -> comparisons.plan(Actor.visitor()));
        assertThat(town.somoim.epochs().begin(HOST)).isZero();
        assertThat(town.somoim.epochs().tell(HOST)).isZero();
        assertThat(town.somoim.epochs().check(HOST)).isZero();
        assertWithheld(Why.FEATURE_OFF, town.somoim.epochs().compliance(HOST));
    }

    @Test
    @Covers("CMP-5")
    void beforeTheFirstEpochThereIsNothing() {
        Actor.Person person = cohort.contributor(30, 3, 1);

        assertWithheld(Why.EPOCH_NOT_READY, cohort.comparisons().compare(person, FUND, Figures.NONE));
        assertWithheld(Why.EPOCH_NOT_READY, cohort.comparisons().insights(person));
        assertThat(cohort.comparisons().receiptFor(person, FUND, Figures.NONE)).isEmpty();
    }

    @Test
    @Covers("PRV-3")
    void amongFewNothingIsSaidButThatTheyAreFew() {
        Actor.Person person = cohort.contributor(30, 3, 1);
        cohort.contributors(40);
        cohort.ripen();
        cohort.begin();

        assertWithheld(Why.NOT_ENOUGH_PEOPLE, cohort.comparisons().compare(person, FUND, Figures.NONE));
        assertWithheld(Why.NOT_COLLECTED, cohort.comparisons().compare(person, new Word("shoes"), Figures.NONE));
        GivenReceipt receipt =
                cohort.comparisons().receiptFor(person, FUND, Figures.NONE).orElseThrow();
        assertThat(receipt.receipt().aboutPeople()).isNull();
        assertThat(receipt.receipt().expectedErrorPoints()).isNull();
    }

    /** P9. */
    @Test
    @Covers("CMP-4")
    void aReceiptIsReckonedAgainFromTheReleaseAndTheLedger() {
        List<Actor.Person> all = cohort.contributors(900);
        cohort.ripen();
        cohort.begin();
        GivenReceipt given =
                cohort.comparisons().receiptFor(all.get(0), DEBT, Figures.NONE).orElseThrow();
        cohort.nextEpoch();
        cohort.begin();

        assertThat(cohort.comparisons().receipt(all.get(1), given.id())).isEqualTo(given.receipt());
        assertThat(released(new Cohort(cohort.town).comparisons().compare(all.get(0), DEBT, Figures.NONE))
                        .receipt())
                .isNotEqualTo(given.receipt());
        assertRefused("access.not-found", () -> cohort.comparisons()
                .receipt(all.get(0), cohort.town.ports.ids().random()));
    }

    @Test
    @Covers("CMP-6")
    void aTrendIsTheReleasesOneAfterAnother() {
        List<Actor.Person> all = cohort.contributors(900);
        cohort.ripen();
        cohort.begin();
        Release<PeerStanding> first = cohort.comparisons().compare(all.get(0), FUND, Figures.NONE);
        cohort.nextEpoch();
        cohort.begin();
        Release<PeerStanding> second = cohort.comparisons().compare(all.get(0), FUND, Figures.NONE);

        Trend trend = released(cohort.comparisons().trends(all.get(0), FUND, Figures.NONE));

        assertThat(trend.points()).extracting(Trend.Point::standing).containsExactly(first, second);
        assertThat(trend.points().get(0).ends()).isEqualTo(trend.points().get(1).starts());
    }

    @Test
    @Covers({"CMP-3", "CMP-7"})
    void whatOthersDoIsReadFromTheReleaseAlone() {
        List<Actor.Person> all = cohort.contributors(900);
        cohort.ripen();
        cohort.begin();

        Insights insights = released(cohort.comparisons().insights(all.get(0)));
        var behind = released(cohort.comparisons().suggestions(all.get(0), FUND, figures(40, 0, 1)));
        var ahead = released(cohort.comparisons().suggestions(all.get(0), FUND, figures(40, 900, 1)));

        assertThat(insights.all())
                .isNotEmpty()
                .allSatisfy(insight -> assertThat(insight.size().least()).isGreaterThanOrEqualTo(10));
        assertThat(behind).hasSize(1);
        assertThat(ahead).isEmpty();
    }

    @Test
    @Covers("NTF-7")
    void thoseWhoTakePartAreToldOfANewRelease() {
        Actor.Person person = cohort.contributor(30, 3, 1);
        Actor.Person onlooker = cohort.town.person();
        cohort.ripen();

        cohort.town.somoim.tick();
        cohort.town.somoim.deliver();
        cohort.town.somoim.tick();
        cohort.town.somoim.deliver();

        assertThat(told(person)).containsExactly(ComparisonNotification.PEER_COMPARISON_UPDATED.word());
        assertThat(told(onlooker)).isEmpty();
    }

    private List<Word> told(Actor.Person person) {
        return cohort.town.somoim.notifications().list(person, Page.Ask.first(), false).items().stream()
                .map(Notification::kind)
                .toList();
    }

    @Test
    @Covers("PRV-2")
    void whatIsPromisedIsOpenToAll() {
        assertThat(cohort.comparisons().plan(Actor.visitor())).isSameAs(Cohort.PLAN);
    }
}
