package org.somoim.examples.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Ports;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.access.Visibility;
import org.somoim.accounts.Account;
import org.somoim.chat.Entry;
import org.somoim.chat.Message;
import org.somoim.events.Event;
import org.somoim.events.Rsvp;
import org.somoim.examples.demo.Script.Scene;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicFilter;
import org.somoim.goals.GoalFilter;
import org.somoim.goals.ShownGoal;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.groups.Membership.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.memory.MemoryPorts;
import org.somoim.memory.PlainHasher;
import org.somoim.posts.Post;
import org.somoim.posts.ThreadEntry;
import org.somoim.ratings.Reputation;
import org.somoim.safety.Alert;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/** The town that everybody sees first is lived in, and the same every time. */
class TownTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final long SEED = 17;

    private static Somoim somoim;
    private static Survey town;

    @BeforeAll
    static void settle() {
        somoim = settled(1);
        town = new Survey(somoim);
    }

    /** @param chance from which ids and secrets are made */
    private static Somoim settled(long chance) {
        InstantSource clock = Town.clock(NOW);
        var somoim = new Somoim(MemoryPorts.of(clock, new Random(chance)));
        assertThat(Town.settle(somoim, clock, SEED)).isTrue();
        return somoim;
    }

    @Test
    void theSameSeedAndTimeMakeTheSameTownWhateverItsIds() {
        assertThat(new Survey(settled(2)).lines()).isEqualTo(town.lines());
    }

    @Test
    void onAFileItIsTheSameTown(@TempDir Path folder) {
        InstantSource clock = Town.clock(NOW);
        try (var database = SqliteDatabase.open(SqliteOptions.at(folder))) {
            var onFile = new Somoim(Sqlite.ports(database, new PlainHasher(), clock, new Random(3)));

            assertThat(Town.settle(onFile, clock, SEED)).isTrue();
            assertThat(new Survey(onFile).lines()).isEqualTo(town.lines());
        }
    }

    @Test
    void aTownThatIsBrokenOffLeavesNothingBehind() {
        InstantSource clock = Town.clock(NOW);
        Ports ports = MemoryPorts.of(clock, new Random(1));
        var breaking = new Somoim(ports);

        assertThatThrownBy(() -> breaking.together(() -> {
                    Town.settle(breaking, clock, SEED);
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");
        assertThat(breaking.accounts()
                        .list(Actor.host("test"), Page.Ask.first())
                        .items())
                .isEmpty();
        assertThat(ports.facts().after(0, 1)).isEmpty();
    }

    @Test
    void aTownThatIsSettledIsNotSettledAgain() {
        assertThat(Town.settle(somoim, Town.clock(NOW), SEED)).isFalse();
        assertThat(new Survey(somoim).lines()).isEqualTo(town.lines());
    }

    @Test
    void peopleShareGoalsInBothLanguagesAndCheer() {
        Actor reader = Actor.person(town.accounts.stream()
                .filter(Account::isActive)
                .findFirst()
                .orElseThrow()
                .id());
        List<ShownGoal> goals = somoim.inspiration()
                .list(reader, GoalFilter.ALL, Page.Ask.first(50))
                .items();
        List<String> titles = goals.stream()
                .flatMap(shown -> Optional.ofNullable(shown.share().face().story()).stream())
                .map(story -> story.title().value())
                .toList();

        assertThat(goals).hasSize(40);
        assertThat(titles)
                .filteredOn(title -> title.matches(".*\\p{IsHangul}.*"))
                .hasSizeGreaterThan(15);
        assertThat(titles).filteredOn(title -> title.matches("\\p{ASCII}+")).hasSizeGreaterThan(10);
        assertThat(goals.stream()
                        .mapToInt(shown -> shown.share().inspirations())
                        .sum())
                .isGreaterThan(100);
    }

    @Test
    @Covers({"FRM-1", "FRM-2", "FRM-3", "FRM-4"})
    void peopleAskInTheForumInBothLanguagesAndSomeOfItIsSolved() {
        Actor reader = Actor.person(town.accounts.stream()
                .filter(Account::isActive)
                .findFirst()
                .orElseThrow()
                .id());
        List<Topic> topics = somoim.forumTopics()
                .list(reader, TopicFilter.ALL, Page.Ask.first(50))
                .items();

        assertThat(topics)
                .extracting(topic -> topic.title().value())
                .hasSize(10)
                .anyMatch(title -> title.matches("\\p{ASCII}+"));
        assertThat(topics).filteredOn(Topic::isSolved).hasSize(3);
        assertThat(topics.stream().mapToInt(Topic::posts).sum()).isGreaterThan(25);
        assertThat(somoim.forumCategories().all(reader)).hasSize(3);
    }

    @Test
    void itHasAsManyPeopleGroupsPostsAndCommentsAsATownShould() {
        assertThat(town.accounts).hasSize(240);
        assertThat(town.profiles.values().stream()
                        .map(profile -> profile.about().displayName()))
                .doesNotHaveDuplicates();
        assertThat(town.groups).hasSize(30);
        assertThat(town.posts).hasSizeBetween(250, 400);
        assertThat(town.comments).hasSizeBetween(800, 1500);
        assertThat(town.groups.stream().collect(Collectors.toMap(Group::name, Group::members)))
                .isEqualTo(Script.read().groups().stream().collect(Collectors.toMap(Scene::name, Scene::members)));
    }

    @Test
    void itSpeaksKoreanAndEnglish() {
        Predicate<String> korean = TownTest::isKorean;
        List<String> bodies =
                town.posts.stream().map(shown -> shown.post().body().value()).toList();

        assertThat(bodies.stream().filter(korean)).hasSizeGreaterThan(bodies.size() / 3);
        assertThat(bodies.stream().filter(korean.negate())).hasSizeGreaterThan(bodies.size() / 3);
    }

    @Test
    void nothingInItLiesInTheFutureOrBeforeItBegan() {
        assertThat(town.posts).allSatisfy(shown -> assertThat(shown.post().createdAt())
                .isBetween(NOW.minusSeconds(60 * 86_400), NOW));
        assertThat(town.comments)
                .allSatisfy(entry -> assertThat(entry.createdAt()).isBetween(NOW.minusSeconds(60 * 86_400), NOW));
        assertThat(town.posts)
                .as("something new")
                .anySatisfy(shown -> assertThat(shown.post().createdAt()).isAfter(NOW.minusSeconds(86_400)));
    }

    @Test
    void everyKindOfGroupAndEveryStandingAtItsDoorOccurs() {
        assertThat(town.groups).extracting(Group::kind).contains(Group.Kind.values());
        assertThat(town.groups).extracting(Group::visibility).contains(Visibility.values());
        assertThat(town.groups).extracting(Group::joinPolicy).contains(Group.JoinPolicy.values());
        assertThat(town.memberships)
                .extracting(Membership::status)
                .contains(Status.INVITED, Status.REQUESTED, Status.ACTIVE, Status.BANNED);
        assertThat(town.memberships.stream().map(Membership::role).filter(Objects::nonNull))
                .contains(Membership.Role.values());
        assertThat(town.invites).isNotEmpty();
    }

    @Test
    void peopleAreSuspendedAwayBlockedAndMuted() {
        assertThat(town.accounts)
                .extracting(Account::status)
                .contains(Account.Status.SUSPENDED, Account.Status.DEACTIVATED);
        assertThat(town.accounts).extracting(Account::role).contains(SiteRole.values());
        assertThat(town.blocks).hasSizeGreaterThan(10);
        assertThat(town.muted).hasSizeGreaterThan(10);
    }

    @Test
    void postsArePinnedEditedAnsweredInThreadsTakenBackReactedToAndMentionPeople() {
        List<Post> posts = town.posts.stream().map(shown -> shown.post()).toList();

        assertThat(posts.stream().filter(Post::isPinned)).hasSizeGreaterThan(20);
        assertThat(posts.stream().filter(post -> post.editedAt() != null && town.profiles.containsKey(post.authorId())))
                .isNotEmpty()
                .allSatisfy(post -> assertThat(town.history(post)).hasSize(1));
        assertThat(town.comments.stream().filter(entry -> entry.parentId() != null))
                .hasSizeGreaterThan(100);
        assertThat(town.comments.stream()
                        .filter(ThreadEntry.Said.class::isInstance)
                        .map(ThreadEntry.Said.class::cast)
                        .map(said -> said.comment().depth()))
                .contains(1, 2, 3);
        assertThat(town.comments.stream().filter(ThreadEntry.Gone.class::isInstance))
                .isNotEmpty();
        assertThat(town.posts.stream()
                        .filter(shown -> !shown.marks().reactions().isEmpty()))
                .hasSizeGreaterThan(200);
        assertThat(town.posts.stream().filter(shown -> !shown.marks().mentions().isEmpty()))
                .isNotEmpty();
        assertThat(posts.stream().map(post -> post.body().value()))
                .noneMatch(body -> body.matches("(?s).*\\{[a-z]}.*"));
        assertThat(posts.stream().filter(post -> post.pageOf() != null)).hasSizeGreaterThan(10);
    }

    @Test
    @Covers("RTG-6")
    void whoMetHasRatedOneAnotherAndSomeOfThatCounts() {
        assertThat(town.reputations.values().stream().filter(Reputation::isRated))
                .hasSizeGreaterThan(5)
                .allMatch(reputation -> reputation.ratings() == 3);
    }

    @Test
    void peopleMeet() {
        assertThat(town.events).anySatisfy(event -> {
            assertThat(town.tallies.get(event.id()).going()).isEqualTo(event.maxAttendees());
            assertThat(town.tallies.get(event.id()).waiting()).isPositive();
        });
        assertThat(town.events.stream()
                        .filter(event -> event.seriesId() != null)
                        .collect(Collectors.groupingBy(Event::seriesId))
                        .values())
                .isNotEmpty()
                .allSatisfy(series -> assertThat(series).hasSizeGreaterThan(20));
        assertThat(town.events).anyMatch(event -> event.online() != null);
        assertThat(town.events)
                .anyMatch(event ->
                        event.isCancelled() && town.tallies.get(event.id()).going() > 0);
        assertThat(town.events).allMatch(event -> {
            Integer most = event.maxAttendees();
            return most == null || town.tallies.get(event.id()).going() <= most;
        });
        assertThat(town.answers).extracting(Rsvp::answer).contains(Rsvp.Answer.values());
        assertThat(town.answers).anyMatch(Rsvp::waitsForApproval);
        assertThat(town.answers).extracting(Rsvp::attendance).contains(Rsvp.Attendance.values());
    }

    @Test
    void peopleHaveHeldDrillsInBothLanguagesAndNobodyIsInNeed() {
        assertThat(town.alerts).hasSize(2).allSatisfy(alert -> {
            assertThat(alert.drill()).isTrue();
            assertThat(alert.status()).isEqualTo(Alert.Status.RESOLVED);
            assertThat(alert.answeredAt()).isNotNull();
            assertThat(alert.location()).isNull();
        });
        assertThat(town.alerts.stream()
                        .map(alert -> requireNonNull(alert.message()).value()))
                .anyMatch(TownTest::isKorean)
                .anyMatch(message -> !isKorean(message));
        assertThat(town.notificationsOf(Login.MEMBER))
                .extracting(n -> n.kind().value())
                .contains("safety.drill-raised", "safety.drill-ended");
        assertThat(town.notifications)
                .extracting(n -> n.kind().value())
                .doesNotContain("safety.raised", "safety.escalated", "safety.drill-escalated");
    }

    private static boolean isKorean(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    }

    @Test
    void peopleTalkInGroupsAndTwoByTwoInBothLanguages() {
        List<Message> said = town.talks.values().stream()
                .flatMap(List::stream)
                .filter(Entry.Said.class::isInstance)
                .map(entry -> ((Entry.Said) entry).message())
                .toList();
        List<Talk> talks = Talk.read(TextFile.read("talks.txt"));

        assertThat(town.talks).hasSize(talks.size());
        assertThat(said).hasSizeGreaterThan(100);
        assertThat(said.stream().filter(message -> message.editedAt() != null)).isNotEmpty();
        assertThat(said.stream().filter(message -> message.replyTo() != null)).hasSizeGreaterThan(20);
        assertThat(town.talks.values().stream().flatMap(List::stream).filter(Entry.Gone.class::isInstance))
                .isNotEmpty();
        assertThat(said)
                .allSatisfy(message -> assertThat(message.sentAt()).isBetween(NOW.minusSeconds(60 * 86_400), NOW));
        assertThat(town.conversations)
                .anySatisfy(shown -> assertThat(shown.partner()).isNotNull());
        assertThat(somoim.conversations()
                        .list(Actor.person(town.idOf(Login.MEMBER)), Page.Ask.first())
                        .items())
                .anySatisfy(shown -> assertThat(shown.unread()).isPositive())
                .anySatisfy(shown -> assertThat(shown.partner()).isNotNull());
    }

    @Test
    void everybodyHasNewsSomeOfItUnread() {
        assertThat(town.notifications).hasSizeGreaterThan(1000);
        assertThat(town.notificationsOf(Login.MEMBER))
                .anySatisfy(n -> assertThat(n.isRead()).isTrue())
                .anySatisfy(n -> assertThat(n.isRead()).isFalse());
    }

    @Test
    void theThreeLoginsLetInAndAreWhatTheySay() {
        for (Login login : Login.values()) {
            Account account =
                    somoim.passwords().logIn(Actor.visitor(), login.email(), login.password(), Origin.UNKNOWN);
            assertThat(account.role()).isEqualTo(login.role());
        }
        assertThat(somoim.groups()
                        .mine(Actor.person(town.idOf(Login.MEMBER)), Page.Ask.first())
                        .items())
                .hasSizeGreaterThan(5);
    }
}
