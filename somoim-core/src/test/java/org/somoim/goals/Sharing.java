package org.somoim.goals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;

/** A community in which people share goals. */
final class Sharing {
    static final Actor HOST = Actor.host("test");
    static final GoalDraft EVERYTHING =
            new GoalDraft(GoalCategory.HOME, 350_000_000L, 47, 34, 52_000_000L, new org.somoim.kernel.Word("incheon"));

    final Community town;
    final GoalShares shares;
    final Inspiration inspiration;

    Sharing(Community town) {
        this.town = town;
        shares = town.somoim.goalShares();
        inspiration = town.somoim.inspiration();
    }

    /** Someone new who shares as little as one can. */
    Actor.Person sharer() {
        Actor.Person person = town.person();
        allow(person, GoalSharing.CATEGORY);
        return person;
    }

    /** Someone new who shares everything there is. */
    Actor.Person openSharer() {
        Actor.Person person = town.person();
        allowAll(person);
        return person;
    }

    void allow(Actor.Person person, GoalSharing level) {
        town.somoim.profiles().changeSettings(person, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, level));
    }

    void allowAll(Actor.Person person) {
        town.somoim
                .profiles()
                .changeSettings(
                        person,
                        Map.of(
                                PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.STORY,
                                PrivacySetting.SHARE_GOAL_AMOUNTS, Consent.YES,
                                PrivacySetting.SHARE_AGE_RANGE, Consent.YES,
                                PrivacySetting.SHARE_INCOME_RANGE, Consent.YES,
                                PrivacySetting.SHARE_REGION, Consent.YES));
    }

    void nextDay() {
        town.clock.advance(Duration.ofDays(1));
    }

    Instant today() {
        return Days.today(town.clock.instant());
    }

    List<GoalShare> seenBy(Actor.Person reader) {
        return seenBy(reader, GoalFilter.ALL);
    }

    List<GoalShare> seenBy(Actor.Person reader, GoalFilter filter) {
        return inspiration.list(reader, filter, Page.Ask.first(50)).items().stream()
                .map(ShownGoal::share)
                .toList();
    }

    /** Goes through the preview and publishes what it shows. */
    GoalShare tell(Actor.Person person, GoalShare share, Story story) {
        Preview preview = shares.preview(person, share.id(), story);
        return shares.publish(person, share.id(), preview.story(), preview.proof());
    }
}
