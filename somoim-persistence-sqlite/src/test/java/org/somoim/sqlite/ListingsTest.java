package org.somoim.sqlite;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.audit.AuditFilter;
import org.somoim.chat.Conversation;
import org.somoim.events.Coordinates;
import org.somoim.events.Event;
import org.somoim.events.Rsvp;
import org.somoim.events.Rule;
import org.somoim.events.Span;
import org.somoim.events.Venue;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostOrder;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.TopicFilter;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalFace;
import org.somoim.goals.GoalFilter;
import org.somoim.goals.GoalShare;
import org.somoim.groups.Group;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.GroupFilter;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.ratings.Rating;
import org.somoim.safety.Alert;
import org.somoim.safety.Call;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A longer page takes no more statements: none of the front doors asks for each row by itself. */
@Covers({"PER-8", "DAT-14"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingsTest {
    private static final int FEW = 2;
    private static final int MANY = 8;
    private static final Actor HOST = Actor.host("test");
    private static final Coordinates HERE = new Coordinates(3_756_660_000L, 12_697_840_000L);

    /** Lists that have no more than a few rows, and why. */
    private static final Map<String, String> SHORT =
            Map.of("personalData.pending", "erasures that were broken off, for the host to look at");

    private final Map<String, Function<Page.Ask, Page<?>>> listings = new TreeMap<>();
    private TappedDataSource tapped;
    private SqliteDatabase database;
    private Community town;
    private Somoim somoim;

    @BeforeAll
    void setTheScene(@TempDir Path folder) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        var real = new SQLiteDataSource(config);
        real.setUrl("jdbc:sqlite:" + folder.resolve("somoim.db"));
        tapped = new TappedDataSource(real);
        database = SqliteDatabase.on(tapped.source());
        town = new Community(clock -> Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random(1)));
        somoim = town.somoim;
        Actor.Person owner = town.person("Owner");
        Group group = town.openGroup(owner);
        List<Actor.Person> members =
                Stream.generate(() -> town.memberOf(group)).limit(MANY).toList();
        people(owner, group, members);
        posts(owner, group, members);
        events(owner, group, members);
        rest(owner, group, members);
        forum(owner, members);
        measures(group, members);
    }

    @AfterAll
    void close() {
        database.close();
    }

    private void people(Actor.Person owner, Group group, List<Actor.Person> members) {
        Actor.Person admin = town.admin();
        Group closed = town.group(owner, terms -> terms.joined(JoinPolicy.REQUEST));
        for (int i = 0; i < MANY; i++) {
            somoim.memberships().join(members.get(0), town.openGroup(owner).id());
            somoim.memberships().request(town.person(), closed.id(), null);
            town.invited(group);
            town.banned(group);
        }
        listings.put("accounts.list", ask -> somoim.accounts().list(admin, ask));
        listings.put("audit.entries", ask -> somoim.audit().entries(admin, AuditFilter.ALL, ask));
        listings.put("operations.facts", ask -> somoim.operations().facts(admin, ask));
        listings.put("groups.browse", ask -> somoim.groups().browse(members.get(1), GroupFilter.ALL, ask));
        listings.put("groups.mine", ask -> somoim.groups().mine(members.get(0), ask));
        listings.put("invites.list", ask -> somoim.invites().list(owner, group.id(), ask));
        listings.put("members.list", ask -> somoim.members().list(owner, group.id(), ask));
        listings.put("members.banned", ask -> somoim.members().banned(owner, group.id(), ask));
        listings.put("members.history", ask -> somoim.members().history(owner, group.id(), ask));
        listings.put("memberships.requests", ask -> somoim.memberships().requests(owner, closed.id(), ask));
        listings.put("memberships.invitations", ask -> somoim.memberships().invitations(owner, group.id(), ask));
    }

    private void posts(Actor.Person owner, Group group, List<Actor.Person> members) {
        Post post = town.post(owner, group);
        Comment comment = town.comment(owner, post);
        for (int i = 0; i < MANY; i++) {
            Actor.Person member = members.get(i);
            town.comment(member, town.post(owner, group));
            somoim.posts().writeOnPage(owner, Draft.of(Prose.of("On a page " + i)));
            town.comment(member, post);
            somoim.reactions().react(member, ContentRef.post(post.id()), Reaction.Kind.LIKE);
            Prose words = Prose.of("Reworded " + i);
            town.clock.advance(Duration.ofSeconds(1));
            somoim.posts().edit(owner, post.id(), draft -> Draft.of(words));
            somoim.comments().edit(owner, comment.id(), words, Set.of());
        }
        somoim.deliver();
        Actor.Person reader = members.get(0);
        listings.put("posts.inGroup", ask -> somoim.posts().inGroup(reader, group.id(), ask));
        listings.put("posts.onPage", ask -> somoim.posts().onPage(owner, owner.id(), ask));
        listings.put("posts.history", ask -> somoim.posts().history(owner, post.id(), ask));
        listings.put("comments.under", ask -> somoim.comments().under(reader, post.id(), ask));
        listings.put("comments.history", ask -> somoim.comments().history(owner, comment.id(), ask));
        listings.put("reactions.of", ask -> somoim.reactions()
                .of(reader, ContentRef.post(post.id()), Reaction.Kind.LIKE, ask));
        listings.put("notifications.list", ask -> somoim.notifications().list(owner, ask, false));
    }

    private void events(Actor.Person owner, Group group, List<Actor.Person> members) {
        Instant now = town.clock.instant();
        Span always = Span.from(now);
        Venue venue = new Venue(null, Line.of("서울 마포구 1"), HERE, null, Venue.ShownTo.EVERYONE);
        Event event = town.event(owner, group);
        for (Actor.Person member : members) {
            somoim.events().call(owner, group.id(), town.plan("Meeting").in(venue));
            somoim.events().callOwn(owner, town.plan("Mine"));
            somoim.rsvps().attend(member, event.id(), 0);
        }
        var series = somoim.recurrences()
                .begin(owner, group.id(), town.plan("Weekly"), Rule.of("FREQ=WEEKLY;COUNT=" + MANY));
        Actor.Person reader = members.get(0);
        listings.put("events.inGroup", ask -> somoim.events().inGroup(reader, group.id(), always, ask));
        listings.put("events.onPage", ask -> somoim.events().onPage(owner, owner.id(), always, ask));
        listings.put("events.near", ask -> somoim.events().near(reader, HERE, 1000, always, ask));
        listings.put(
                "recurrences.occurrences", ask -> somoim.recurrences().occurrences(reader, series.id(), always, ask));
        listings.put("rsvps.list", ask -> somoim.rsvps().list(owner, event.id(), Rsvp.Answer.GOING, ask));
        listings.put("calendars.entries", ask -> somoim.calendars()
                .entries(reader, null, now, now.plus(Duration.ofDays(60)), ask));
        rate(owner, event, members);
    }

    private void rate(Actor.Person owner, Event event, List<Actor.Person> members) {
        Instant now = town.clock.instant();
        town.ports
                .transactor()
                .run(() -> members.forEach(member -> {
                    for (Actor.Person[] pair : new Actor.Person[][] {{owner, member}, {member, owner}}) {
                        town.ports
                                .ratings()
                                .add(new Rating(
                                        town.ports.ids().random(),
                                        event.id(),
                                        pair[0].id(),
                                        pair[1].id(),
                                        5,
                                        Prose.of("Always on time"),
                                        now,
                                        now.plusSeconds(1),
                                        null));
                    }
                }));
        town.clock.advance(Duration.ofDays(15));
        somoim.ratings().publish(HOST);
        listings.put("ratings.given", ask -> somoim.ratings().given(owner, ask));
        listings.put("ratings.comments", ask -> somoim.ratings().comments(owner, ask));
    }

    private void rest(Actor.Person owner, Group group, List<Actor.Person> members) {
        Id<Conversation> conversation = Conversation.idOf(group.id());
        for (Actor.Person member : members) {
            town.clock.advance(Duration.ofSeconds(1));
            somoim.chat().send(member, conversation, Prose.of("Hello"));
            Id<Conversation> direct = somoim.conversations()
                    .with(owner, member.id())
                    .conversation()
                    .id();
            somoim.chat().send(member, direct, Prose.of("Between us"));
            goal(member);
        }
        // A page of few has both kinds, like a page of many.
        town.clock.advance(Duration.ofSeconds(1));
        somoim.chat().send(owner, conversation, Prose.of("Last of all"));
        Actor.Person reader = members.get(0);
        Group watched = town.openGroup(owner);
        List<Actor.Person> helpers =
                Stream.generate(() -> town.moderatorOf(watched)).limit(MANY).toList();
        for (int i = 0; i < MANY; i++) {
            somoim.alerts().end(owner, raise(owner, watched).id(), true);
            somoim.invites().byLink(owner, group.id(), 1, Duration.ofDays(1));
        }
        Alert answered = raise(owner, watched);
        helpers.forEach(helper -> {
            somoim.alerts().acknowledge(helper, answered.id(), Receipt.Answer.SEEN);
            raise(helper, watched);
        });
        listings.put("chat.history", ask -> somoim.chat().history(reader, conversation, ask));
        listings.put("conversations.list", ask -> somoim.conversations().list(owner, ask));
        listings.put("inspiration.list", ask -> somoim.inspiration().list(reader, GoalFilter.ALL, ask));
        listings.put("alerts.inGroup", ask -> somoim.alerts().inGroup(owner, watched.id(), ask));
        listings.put("alerts.calling", ask -> somoim.alerts().calling(owner, ask));
        listings.put("alerts.raised", ask -> somoim.alerts().raised(owner, ask));
        listings.put("alerts.answers", ask -> somoim.alerts().answers(owner, answered.id(), ask));
    }

    private void forum(Actor.Person owner, List<Actor.Person> members) {
        Id<Category> open = category(false);
        Id<Category> moderated = category(true);
        somoim.forumCategories().appoint(HOST, moderated, owner.id());
        Actor.Person reader = members.get(0);
        Topic full = topic(owner, open);
        for (Actor.Person member : members) {
            somoim.forumPosts().write(member, full.id(), Prose.of("An answer"));
            somoim.forumPosts().write(reader, topic(member, open).id(), Prose.of("Another answer"));
            topic(member, moderated);
            somoim.forumDrafts().begin(reader, open, Line.of("Begun"), Prose.of("More later"), PostType.TIP, Tags.NONE);
        }
        listings.put("forumTopics.list", ask -> somoim.forumTopics().list(reader, TopicFilter.in(open), ask));
        somoim.forumTopics()
                .list(reader, TopicFilter.in(open), Page.Ask.first(MANY))
                .items()
                .forEach(each -> somoim.forumTopics().follow(reader, each.id()));
        listings.put("forumTopics.following", ask -> somoim.forumTopics().following(reader, ask));
        listings.put("forumPosts.in", ask -> somoim.forumPosts().in(reader, full.id(), PostOrder.QUALITY, ask));
        listings.put("forumPosts.mine", ask -> somoim.forumPosts().mine(reader, ask));
        listings.put("forumDrafts.mine", ask -> somoim.forumDrafts().mine(reader, ask));
        listings.put("forumCuration.waiting", ask -> somoim.forumCuration().waiting(owner, ask));
    }

    private Id<Category> category(boolean moderated) {
        var draft = new CategoryDraft(Line.of("Talk"), null, ForumType.DISCUSSION, moderated, ExperienceLevel.NEWCOMER);
        return somoim.forumCategories().make(HOST, null, draft).id();
    }

    private Topic topic(Actor.Person author, Id<Category> in) {
        var draft = new TopicDraft(Line.of("A topic"), Prose.of("About it"), PostType.DISCUSSION, Tags.NONE);
        return somoim.forumTopics().open(author, in, draft);
    }

    /** Each member is muted for something they wrote, the first of them again and again, and objects. */
    private void measures(Group group, List<Actor.Person> members) {
        Actor.Person judge = moderator();
        Actor.Person another = moderator();
        Actor.Person reporter = town.memberOf(group);
        Actor.Person one = members.get(0);
        List<Post> wrong = Stream.concat(
                        members.stream(), Stream.generate(() -> one).limit(MANY))
                .map(member -> town.post(member, group))
                .toList();
        for (Post post : wrong) {
            Subject subject = Subject.of("post", post.id());
            somoim.reports().report(reporter, subject, Ground.SPAM, null);
            Case open = somoim.cases().open(judge, subject, Ground.SPAM);
            var ruling = new Ruling(
                    Measure.Kind.MUTE,
                    Ground.SPAM,
                    Line.of("No spam"),
                    Prose.of("It advertises"),
                    Duration.ofDays(1),
                    0,
                    false);
            Measure taken = somoim.cases().decide(judge, open.id(), open.version(), ruling);
            somoim.appeals().object(new Actor.Person(post.authorId()), taken.id(), Prose.of("It does not"));
        }
        listings.put("reports.mine", ask -> somoim.reports().mine(reporter, ask));
        listings.put("appeals.statements", ask -> somoim.appeals().statements(one, ask));
        listings.put("appeals.mine", ask -> somoim.appeals().mine(one, ask));
        listings.put("appeals.waiting", ask -> somoim.appeals().waiting(another, ask));
        listings.put("appeals.restricted", ask -> somoim.appeals().restricted(HOST, ask));
        listings.put("appeals.record", ask -> somoim.appeals().record(judge, ask));
    }

    private Actor.Person moderator() {
        Actor.Person person = town.person("Moderator");
        somoim.accounts().appoint(HOST, person.id(), SiteRole.MODERATOR);
        return person;
    }

    private Alert raise(Actor.Person person, Group group) {
        var here = Location.ofDegrees(BigDecimal.ONE, BigDecimal.TEN, Location.Precision.ABOUT_1_KM);
        var call = new Call(List.of(group.id()), Alert.Kind.HELP, Prose.of("Help"), here, false);
        return somoim.alerts().raise(person, call).alerts().get(0).alert();
    }

    /** As if it had been seen since yesterday. */
    private void goal(Actor.Person person) {
        somoim.profiles().changeSettings(person, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.PROGRESS));
        GoalShare share = somoim.goalShares().share(person, GoalDraft.of(GoalCategory.HOME));
        Instant today = town.clock.instant().truncatedTo(ChronoUnit.DAYS);
        town.ports.transactor().run(() -> {
            var goals = town.ports.goalShares();
            goals.put(
                    share.id(),
                    new GoalFace(
                            today.minus(Duration.ofDays(1)), false, share.face().traits(), null, false));
            goals.put(share.id(), new GoalFace(today, false, share.face().traits(), null, false));
        });
    }

    /** Front doors that take a page's ask. */
    private static Set<String> doors() {
        var doors = new TreeSet<String>();
        for (Method door : Somoim.class.getMethods()) {
            if (door.getParameterCount() == 0 && !Modifier.isStatic(door.getModifiers())) {
                doors.addAll(Arrays.stream(door.getReturnType().getMethods())
                        .filter(method ->
                                Arrays.asList(method.getParameterTypes()).contains(Page.Ask.class))
                        .map(method -> door.getName() + "." + method.getName())
                        .collect(toSet()));
            }
        }
        return doors;
    }

    @Test
    void everyFrontDoorThatListsIsCounted() {
        Set<String> missing = doors();
        assertThat(missing)
                .hasSizeGreaterThan(25)
                .containsAll(listings.keySet())
                .containsAll(SHORT.keySet());
        missing.removeAll(listings.keySet());
        missing.removeAll(SHORT.keySet());

        assertThat(missing).as("lists that are not counted").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aLongerPageTakesNoMoreStatements() {
        return listings.keySet().stream()
                .map(name -> dynamicTest(name, () -> {
                    Function<Page.Ask, Page<?>> listing = listings.get(name);
                    List<String> forFew = asked(listing, FEW);
                    List<String> forMany = asked(listing, MANY);

                    assertThat(forMany).as("as many as for %s rows", FEW).hasSameSizeAs(forFew);
                }));
    }

    /** What the database was asked for a page of so many. */
    private List<String> asked(Function<Page.Ask, Page<?>> listing, int rows) {
        int before = tapped.run().size();
        assertThat(listing.apply(Page.Ask.first(rows)).items()).hasSize(rows);
        return new ArrayList<>(tapped.run().subList(before, tapped.run().size()));
    }
}
