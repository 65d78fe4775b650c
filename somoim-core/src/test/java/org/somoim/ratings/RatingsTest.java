package org.somoim.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.personaldata.Wish;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;

class RatingsTest {
    private static final Actor HOST = Actor.host("test");

    private final Crew crew = new Crew(new Community());
    private final Community town = crew.town;
    private final Actor.Person minji = town.person("Minji");
    private final Actor.Person jun = town.person("Jun");
    private final Actor.Person sora = town.person("Sora");
    private final Actor.Person dai = town.person("Dai");
    private final Id<?> hike = crew.met(minji, jun, sora, dai);

    private void rate(Actor.Person rater, Actor.Person rated, int stars) {
        crew.ratings.rate(rater, hike, rated.id(), Judgement.of(stars));
    }

    private void afterTheWindow() {
        town.clock.advance(Ratings.WINDOW.plus(Duration.ofDays(7)));
    }

    private Reputation own(Actor.Person person) {
        return crew.ratings.reputation(person, person.id());
    }

    @Test
    @Covers({"RTG-1", "RTG-6"})
    void whatThreeSaidIsToldAsAnAverageOnceNobodyCanAnswerAnyMore() {
        rate(minji, dai, 5);
        rate(jun, dai, 4);
        rate(sora, dai, 4);
        assertThat(crew.ratings.publish(HOST)).isZero();
        assertThat(own(dai).isRated()).isFalse();

        afterTheWindow();
        assertThat(crew.ratings.publish(HOST)).isOne();
        assertThat(crew.ratings.publish(HOST)).isZero();
        assertThat(own(dai)).isEqualTo(new Reputation(dai.id(), 433, 3));
    }

    @Test
    @Covers("RTG-1")
    void whatIsReturnedCountsFromTheTurnOfTheWeek() {
        for (Actor.Person other : List.of(minji, jun, sora)) {
            rate(other, dai, 2);
            rate(dai, other, 5);
        }
        assertThat(crew.ratings.publish(HOST)).isZero();
        town.clock.advance(Duration.ofDays(7));

        assertThat(crew.ratings.publish(HOST)).isOne();
        assertThat(own(dai).hundredths()).isEqualTo(200);
        assertThat(own(minji).isRated()).isFalse();
    }

    @Test
    @Covers({"RTG-2", "RTG-3", "RTG-4"})
    void oneToFiveStarsForSomebodyElseAndOnce() {
        assertRefused("ratings.one-to-five", () -> rate(minji, jun, 0));
        assertRefused("ratings.one-to-five", () -> rate(minji, jun, 6));
        assertRefused("ratings.not-oneself", () -> rate(minji, minji, 5));
        assertRefused(
                "ratings.comment-too-long", () -> new Judgement(3, new Prose("가".repeat(Judgement.MAX_COMMENT + 1))));
        rate(minji, jun, 5);
        assertRefused("ratings.already-rated", () -> rate(minji, jun, 4));
        assertThat(crew.ratings.given(minji, Page.Ask.first()).items())
                .extracting(Rating::stars)
                .containsExactly(5);
    }

    @Test
    @Covers({"RTG-1", "SEC-6"})
    void whoWasNotThereIsNobody() {
        Actor.Person stranger = town.person();
        assertRefused("access.not-found", () -> rate(stranger, jun, 5));
        assertRefused("access.not-found", () -> rate(minji, stranger, 5));
        assertRefused("access.not-found", () -> crew.ratings.toRate(stranger, hike));
        assertRefused(
                "access.not-found",
                () -> crew.ratings.rate(minji, town.ports.ids().random(), jun.id(), Judgement.of(5)));
    }

    @Test
    @Covers("RTG-1")
    void beforeTheEndAndAfterTheWindowNobodyRates() {
        Id<?> later = crew.meets(Duration.ofHours(1), minji, jun);
        assertRefused("ratings.not-over-yet", () -> crew.ratings.rate(minji, later, jun.id(), Judgement.of(5)));
        town.clock.advance(Duration.ofHours(1));
        crew.ratings.rate(minji, later, jun.id(), Judgement.of(5));
        town.clock.advance(Ratings.WINDOW);
        assertRefused("ratings.too-late", () -> crew.ratings.rate(jun, later, minji.id(), Judgement.of(5)));
        assertThat(crew.ratings.toRate(jun, later)).isEmpty();
    }

    @Test
    @Covers({"RTG-1", "PRF-12"})
    void whomOneCanRateIsEveryoneElseWhoCameAndIsNotApart() {
        assertThat(crew.ratings.toRate(minji, hike)).isEqualTo(Set.of(jun.id(), sora.id(), dai.id()));
        rate(minji, jun, 5);
        town.somoim.profiles().block(sora, minji.id());
        town.somoim.accounts().suspend(HOST, dai.id());

        assertThat(crew.ratings.toRate(minji, hike)).isEmpty();
        assertRefused("access.not-found", () -> rate(minji, sora, 1));
        assertRefused("access.not-found", () -> rate(sora, minji, 1));
        assertRefused("access.not-found", () -> rate(minji, dai, 1));
    }

    @Test
    @Covers({"RTG-6", "PRF-7"})
    void othersSeeItIfTheOneRatedLetsThem() {
        rate(minji, dai, 5);
        rate(jun, dai, 5);
        rate(sora, dai, 5);
        afterTheWindow();
        crew.ratings.publish(HOST);
        assertThat(crew.ratings.reputation(minji, dai.id())).isEqualTo(Reputation.none(dai.id()));

        town.somoim.profiles().changeSettings(dai, Map.of(PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE));
        assertThat(crew.ratings.reputation(minji, dai.id()).isRated()).isFalse();
        town.somoim.profiles().changeSettings(dai, Map.of(PrivacySetting.STANDING_VISIBILITY, Audience.EVERYONE));
        assertThat(crew.ratings.reputation(minji, dai.id())).isEqualTo(new Reputation(dai.id(), 500, 3));
    }

    @Test
    @Covers("RTG-1")
    void whatWasSaidIsReadWithoutANameAndOnlyByWhomItIsAbout() {
        crew.ratings.rate(minji, hike, dai.id(), new Judgement(5, Prose.of("다음에도 같이 가요")));
        rate(jun, dai, 3);
        rate(sora, dai, 1);
        assertThat(crew.ratings.comments(dai, Page.Ask.first()).items()).isEmpty();
        afterTheWindow();
        crew.ratings.publish(HOST);

        assertThat(crew.ratings.comments(dai, Page.Ask.first()).items())
                .extracting(said -> said.comment().value())
                .containsExactly("다음에도 같이 가요");
        assertThat(crew.ratings.comments(minji, Page.Ask.first()).items()).isEmpty();
    }

    @Test
    @Covers({"RTG-6", "RTG-7"})
    void anAverageIsRoundedToTheHundredth() {
        Id<User> person = dai.id();
        assertThat(Reputation.of(person, 8, 3).hundredths()).isEqualTo(267);
        assertThat(Reputation.of(person, 7, 3).hundredths()).isEqualTo(233);
        assertThat(Reputation.of(person, 801, 200).hundredths()).isEqualTo(401);
        assertThat(Reputation.of(person, 0, 0)).isEqualTo(new Reputation(person, 0, 0));
    }

    @Test
    @Covers("RTG-1")
    void publishingIsForThoseWhoRunTheCommunity() {
        assertRefused("access.not-allowed", () -> crew.ratings.publish(minji));
        assertThat(crew.ratings.publish(town.admin())).isZero();
    }

    @Test
    @Covers({"RTG-1", "ACC-8"})
    void erasingARaterChangesNoAverage() {
        rate(minji, dai, 1);
        rate(jun, dai, 4);
        rate(sora, dai, 4);
        afterTheWindow();
        crew.ratings.publish(HOST);
        Reputation before = own(dai);
        town.somoim.personalData().erase(HOST, minji.id(), Wish.REMOVE, Map.of());
        town.somoim.tick();

        assertThat(own(dai)).isEqualTo(before);
    }
}
