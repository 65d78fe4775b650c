package org.somoim.sqlite.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.accounts.NewAccount;
import org.somoim.events.Event;
import org.somoim.events.Reminders;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.groups.Group;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Reports;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;
import org.somoim.personaldata.Holding;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Post;
import org.somoim.safety.Alert;
import org.somoim.safety.Call;
import org.somoim.sqlite.OpenDatabase;

/** What the job removes, and when, is what the registry says. */
class RetentionTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /**
     * @param rows condition for the rows that are to go
     * @param scene makes one; gives when what the term is about happens
     */
    private record Case(String rows, Scene scene) {}

    private interface Scene {
        Instant set(Community town);
    }

    /** By table and by what happens to a row. */
    private static final Map<String, Case> CASES = new TreeMap<>(Map.of(
            "notifications told",
            new Case("true", town -> {
                town.invited(town.openGroup(town.person()));
                town.somoim.deliver();
                return town.clock.instant();
            }),
            "posts deleted",
            new Case("deleted_at is not null", town -> {
                Actor.Person person = town.person();
                Post post = town.post(person, town.openGroup(person));
                town.somoim.posts().delete(person, post.id());
                return town.clock.instant();
            }),
            "comments deleted",
            new Case("deleted_at is not null", town -> {
                Actor.Person person = town.person();
                Post post = town.post(person, town.openGroup(person));
                town.somoim.comments().delete(person, town.comment(person, post).id());
                return town.clock.instant();
            }),
            "groups deleted",
            new Case("deleted_at is not null", town -> {
                Actor.Person person = town.person();
                town.somoim.groups().delete(person, town.openGroup(person).id());
                return town.clock.instant();
            }),
            "memberships declined",
            new Case("status = 'DECLINED'", town -> {
                Group group = town.openGroup(town.person());
                town.somoim.memberships().decline(town.invited(group), group.id());
                return town.clock.instant();
            }),
            "memberships left",
            new Case("status = 'LEFT'", town -> {
                town.left(town.openGroup(town.person()));
                return town.clock.instant();
            }),
            "group-invites expired",
            new Case("true", town -> {
                Actor.Person person = town.person();
                return town.somoim
                        .invites()
                        .byLink(person, town.openGroup(person).id(), 1, Duration.ofDays(2))
                        .invite()
                        .expiresAt();
            }),
            "sessions expired",
            new Case("true", town -> town.somoim
                    .sessions()
                    .open(town.person(), null)
                    .session()
                    .expiresAt()),
            "tickets expired",
            new Case("true", town -> {
                var wanted = new NewAccount(Email.of("new@example.org"), Community.PASSWORD, Line.of("New"));
                town.somoim.addresses().signUp(Actor.visitor(), wanted);
                return town.clock.instant().plus(Duration.ofHours(24));
            }),
            "erasures finished",
            new Case("true", town -> town.somoim
                    .personalData()
                    .erase(Actor.host("test"), town.person().id(), Wish.REMOVE, Map.of())
                    .updatedAt())));

    static {
        CASES.put("events deleted", new Case("deleted_at is not null", town -> {
            Actor.Person person = town.person();
            Event event = town.event(person, town.openGroup(person));
            town.somoim.events().delete(person, event.id());
            return town.clock.instant();
        }));
        CASES.put("event-reminders due", new Case("true", town -> {
            Actor.Person person = town.person();
            Event event = town.event(person, town.openGroup(person));
            town.somoim.reminders().want(person, event.id(), Set.of(Reminders.USUAL));
            return event.startsAt().minus(Duration.ofMinutes(Reminders.USUAL));
        }));
        CASES.put("safety-alerts ended", new Case("true", RetentionTest::endAnAlert));
        CASES.put("alert-receipts ended", new Case("true", RetentionTest::endAnAlert));
        CASES.put("forum-topics deleted", new Case("deleted_at is not null", town -> {
            Actor.Person person = town.person();
            town.somoim.forumTopics().delete(person, topic(town, person).id());
            return town.clock.instant();
        }));
        // A purged one leaves its number behind, and nothing of what it said.
        CASES.put("forum-posts deleted", new Case("deleted_at is not null and erased_at is null", town -> {
            Actor.Person person = town.person();
            ForumPost post = town.somoim
                    .forumPosts()
                    .write(person, topic(town, town.person()).id(), Prose.of("An answer"));
            town.somoim.forumPosts().delete(person, post.id());
            return town.clock.instant();
        }));
        CASES.put("forum-drafts changed", new Case("true", town -> {
            town.somoim
                    .forumDrafts()
                    .begin(
                            town.person(),
                            category(town).id(),
                            null,
                            Prose.of("Half a thought"),
                            PostType.DISCUSSION,
                            Tags.NONE);
            return town.clock.instant();
        }));
        CASES.put("notices expired", new Case("true", town -> {
            Actor.Person person = town.person();
            Subject about =
                    Subject.of("post", town.post(person, town.openGroup(person)).id());
            town.somoim.reports().notice(Actor.visitor(), Email.of("out@example.org"), about, Ground.SPAM, null);
            return town.clock.instant().plus(Reports.NOTICE_GOOD);
        }));
        CASES.put("cases decided", new Case("true", RetentionTest::dismiss));
        CASES.put("reports closed", new Case("true", RetentionTest::dismiss));
        CASES.put("report-snapshots unneeded", new Case("true", RetentionTest::dismiss));
        CASES.put("measures over", new Case("true", RetentionTest::reduce));
        CASES.put("appeals judged", new Case("true", RetentionTest::reduce));
        CASES.put("done-calls made", new Case("true", town -> {
            var key = new IdempotencyKey("key");
            town.somoim.once().call(town.person(), key, new Secrets.Secret("asked").digest(), () -> Line.of("/groups"));
            return town.clock.instant();
        }));
        // Counted from midnight: the hour is not kept.
        CASES.put("veiled-calls made", new Case("true", town -> {
            var key = new IdempotencyKey("key");
            Secrets.Digest asked = new Secrets.Secret("asked").digest();
            town.somoim.once().callVeiled(town.person(), key, asked, () -> Line.of("/groups"));
            return town.clock.instant().truncatedTo(ChronoUnit.DAYS);
        }));
    }

    private static Category category(Community town) {
        return town.somoim
                .forumCategories()
                .make(Actor.host("test"), null, CategoryDraft.open(Line.of("Talk"), ForumType.DISCUSSION));
    }

    private static Topic topic(Community town, Actor.Person author) {
        return town.somoim.forumTopics().open(author, category(town).id(), question());
    }

    private static TopicDraft question() {
        return new TopicDraft(Line.of("A topic"), Prose.of("What of it?"), PostType.DISCUSSION, Tags.NONE);
    }

    private static Actor.Person judge(Community town) {
        Actor.Person judge = town.person();
        town.somoim.accounts().appoint(Actor.host("test"), judge.id(), SiteRole.MODERATOR);
        return judge;
    }

    private static Instant dismiss(Community town) {
        Actor.Person judge = judge(town);
        Group group = town.openGroup(town.person());
        Subject about =
                Subject.of("post", town.post(town.memberOf(group), group).id());
        town.somoim.reports().report(town.memberOf(group), about, Ground.SPAM, null);
        org.somoim.moderation.Case held = town.somoim.cases().open(judge, about, Ground.SPAM);
        town.somoim.cases().dismiss(judge, held.id(), held.version());
        return town.clock.instant();
    }

    /** To the same moment at which it is judged, or as good as. */
    private static Instant reduce(Community town) {
        Actor.Person judge = judge(town);
        Group group = town.openGroup(town.person());
        Actor.Person author = town.memberOf(group);
        Subject about = Subject.of("post", town.post(author, group).id());
        org.somoim.moderation.Case held = town.somoim.cases().open(judge, about, Ground.SPAM);
        var ruling = new Ruling(
                Measure.Kind.MUTE,
                Ground.SPAM,
                Line.of("A rule"),
                Prose.of("What was found"),
                Duration.ofDays(1),
                0,
                false);
        Measure muting = town.somoim.cases().decide(judge, held.id(), held.version(), ruling);
        Appeals.Own appeal = town.somoim.appeals().object(author, muting.id(), Prose.of("Why?"));
        town.somoim.appeals().overturn(judge(town), appeal.id(), Prose.of("It was wrong"));
        return town.clock.instant();
    }

    private static Instant endAnAlert(Community town) {
        Actor.Person person = town.person();
        Group group = town.openGroup(person);
        town.memberOf(group);
        Alert alert = town.somoim
                .alerts()
                .raise(person, Call.forHelp(group.id()))
                .alerts()
                .get(0)
                .alert();
        town.somoim.alerts().end(person, alert.id(), false);
        return town.clock.instant();
    }

    private static Map<String, Duration> terms() {
        return new Community()
                .somoim.personalData().registry().holdings().stream()
                        .flatMap(RetentionTest::terms)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Duration>> terms(Holding holding) {
        return holding.terms().stream().map(term -> Map.entry(holding.table() + " " + term.after(), term.kept()));
    }

    @Test
    void everyTermHasACase() {
        assertThat(CASES.keySet()).containsExactlyInAnyOrderElementsOf(Set.copyOf(terms().keySet()));
    }

    @TestFactory
    @Covers({"DAT-8", "FUT-13"})
    Stream<DynamicTest> theJobRemovesARowWhenItsTimeIsOverAndNoSooner() {
        Map<String, Duration> terms = terms();
        return CASES.entrySet().stream()
                .map(one ->
                        dynamicTest(one.getKey(), () -> check(one.getKey(), one.getValue(), terms.get(one.getKey()))));
    }

    private static void check(String name, Case one, Duration kept) throws IOException {
        var database = new OpenDatabase();
        database.open();
        try {
            Community town = database.community();
            String count =
                    "select count(*) from somoim_" + name.split(" ")[0].replace('-', '_') + " where " + one.rows();
            Instant due = one.scene().set(town).plus(kept);
            int rows = Integer.parseInt(database.ask(count).get(0));
            assertThat(rows).isPositive();

            town.clock.advance(Duration.between(town.clock.instant(), due).minus(A_MINUTE));
            town.somoim.tick();
            assertThat(database.ask(count)).containsExactly(String.valueOf(rows));

            town.clock.advance(A_MINUTE.multipliedBy(2));
            town.somoim.tick();
            assertThat(database.ask(count)).containsExactly("0");
        } finally {
            database.close();
        }
    }
}
