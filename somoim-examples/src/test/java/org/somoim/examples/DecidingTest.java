package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalShare;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Report;
import org.somoim.moderation.Subject;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;

@Covers("MOD-1")
class DecidingTest {
    private final Community town = new Community();
    private final Actor.Person minji = town.person("Minji");
    private final Actor.Person moderator = moderator();

    private Actor.Person moderator() {
        Actor.Person person = town.person("Moderator");
        town.somoim.accounts().appoint(Actor.host("example"), person.id(), SiteRole.MODERATOR);
        return person;
    }

    @Test
    void whatIsReportedIsDecidedAndObjectedTo() {
        Actor.Person author = town.person("Author");
        Group group = town.openGroup(author);
        Post post = town.somoim.posts().write(author, group.id(), Draft.of(Prose.of("Send me money and I double it")));

        assertThat(Deciding.report(town.somoim, minji, post).status()).isEqualTo(Report.Status.OPEN);
        Measure hidden = Deciding.decide(town.somoim, moderator);
        assertThat(Deciding.object(town.somoim, author, hidden).status()).isEqualTo(Appeal.Status.FILED);
    }

    @Test
    void whatDoesNotSayWhoseItIsIsObjectedToWithoutAName() {
        town.somoim.profiles().changeSettings(minji, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.CATEGORY));
        GoalShare goal =
                town.somoim.goalShares().share(minji, new GoalDraft(GoalCategory.HOME, null, null, null, null, null));
        town.clock.advance(Duration.ofDays(1));
        town.somoim.reports().report(town.person(), Subject.of("goal", goal.id()), Ground.SCAM, null);
        Measure hidden = Deciding.decide(town.somoim, moderator);

        assertThat(Deciding.objectUnnamed(town.somoim, minji, goal).measureId()).isEqualTo(hidden.id());
        assertThat(town.somoim.appeals().mine(minji, Page.Ask.first()).items()).isEmpty();
    }
}
