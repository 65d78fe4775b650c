package org.somoim.sqlite.faults;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.HereAlready;
import org.somoim.accounts.ImportedAccount;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.calendar.CalendarLink;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.events.Admission;
import org.somoim.events.Course;
import org.somoim.events.Event;
import org.somoim.events.Plan;
import org.somoim.events.Reminder;
import org.somoim.events.Rule;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalFace;
import org.somoim.goals.GoalShare;
import org.somoim.goals.GoalShareStore;
import org.somoim.goals.GoalTraits;
import org.somoim.goals.Preview;
import org.somoim.goals.Story;
import org.somoim.groups.Group;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Invite;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.imports.Progress;
import org.somoim.imports.Row;
import org.somoim.kernel.Actor;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.mail.Letter;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Report;
import org.somoim.moderation.Ruling;
import org.somoim.notifications.Notification;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.ratings.Rating;
import org.somoim.safety.Alert;
import org.somoim.safety.Alerts;
import org.somoim.safety.Call;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;
import org.somoim.sessions.Sessions;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.faults.FailingDataSource.Moment;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A community in which everything can be changed that there is to change, on connections that fail when told. It is set
 * once; {@link #again()} puts it back as it was.
 */
final class Scene implements AutoCloseable {
    static final Actor HOST = Actor.host("test");
    static final Actor VISITOR = Actor.visitor();
    static final Location HERE = Location.ofDegrees(BigDecimal.ONE, BigDecimal.TEN, Location.Precision.ABOUT_1_KM);
    static final Word BADGE = new Word("first-hike");
    static final Word REACTED = new Word("posts.reacted");
    static final Word COMMENTED = new Word("posts.commented");
    static final Word KEYCLOAK = new Word("keycloak");
    static final Word IMPORTED = new Word("old-forum");
    static final Word NOTIFICATIONS = new Word("notifications");

    /** Longer than anything is kept that nobody wants any more. */
    private static final Duration AGES = Duration.ofDays(220);

    final Path file;
    final FailingDataSource failing;
    private final OneConnection connection;
    private final SqliteDatabase database;
    private final byte[] asItWas;
    private final Instant now;
    private MemoryMailer mailer = new MemoryMailer();
    /** Nobody has called it since {@link #again()}. */
    Community town;

    Somoim somoim;
    final Actor.Person owner;
    final Actor.Person member;
    final Actor.Person stranger;
    final Actor.Person closed;
    final Actor.Person nameless;
    final Id<User> suspended;
    final Id<User> destroyed;
    final Actor.Person asking;
    final Actor.Person asked;
    final Actor.Person banned;
    final Actor.Person leaver;
    final Group group;
    final Group closedGroup;
    final Group deletedGroup;
    final Group ownerless;
    final Post post;
    final Post pinned;
    final Post deletedPost;
    final Comment comment;
    final Comment deletedComment;
    /** Full; the member goes, somebody waits. */
    final Event event;

    /** It was an hour ago; the owner and the member went. */
    final Event pastEvent;

    final Event deletedEvent;
    /** The member has asked to be let in. */
    final Event closedEvent;
    /** The member waits, and there is a seat. */
    final Event openEvent;
    /** It is about to begin; the member goes. */
    final Event soonEvent;

    final Course series;
    /** The member's, seen since yesterday. */
    final GoalShare goal;

    /** The owner's. */
    final GoalShare othersGoal;

    final Story story = Story.of("Three months of expenses");
    final Preview preview;

    /** The member's. */
    final GoalShare withdrawnGoal;

    final ForumScene forum;
    final Id<CalendarLink> calendarLink;
    final Alert alert;
    final Actor.Person judge;
    final Actor.Person otherJudge;
    final Case heldCase;
    final Id<Case> waitingCase;
    final Id<Measure> proposed;
    /** Of the leaver; in force. */
    final Id<Measure> slowing;
    /** Of the member, against a muting by the judge. */
    final Id<Appeal> appeal;
    /** By the stranger. */
    final Id<Report> dismissedReport;

    final Secrets.Secret toNotice;
    final Id<Conversation> conversation;
    final Id<Conversation> direct;
    final Message message;
    final Message reacted;
    final Notification notification;
    final Sessions.Opened session;
    final Secrets.Secret toNewAccount;
    final Secrets.Secret toNewPassword;
    final Invite.Issued link;
    final FactLog.Entry lastFact;

    Scene(Path folder) throws IOException, SQLException {
        file = folder.resolve("scene.db");
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setBusyTimeout(5_000);
        var real = new SQLiteDataSource(config);
        real.setUrl("jdbc:sqlite:" + file);
        connection = new OneConnection(real);
        failing = new FailingDataSource(connection.source());
        database = SqliteDatabase.on(failing);
        town = community(1);
        somoim = town.somoim;

        owner = town.person("Owner", Email.of("owner@example.org"));
        group = town.openGroup(owner);
        member = town.memberOf(group);
        post = town.post(owner, group);
        leaveWhatNobodyWants();
        somoim.profiles().changeSettings(member, Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.YES));
        somoim.comparisons().contribute(member, Changes.FIGURES);
        town.clock.advance(Duration.ofSeconds(1));
        somoim.epochs().begin(HOST);
        pastEvent = somoim.events()
                .call(
                        owner,
                        group.id(),
                        Plan.of(
                                Line.of("Past"),
                                new When(
                                        Zone.UTC.local(
                                                town.clock.instant().plus(AGES).minusSeconds(3600)),
                                        null,
                                        Zone.UTC)));
        somoim.rsvps().attend(owner, pastEvent.id(), 0);
        somoim.rsvps().attend(member, pastEvent.id(), 0);
        town.clock.advance(AGES);
        call(group);
        leaveForTheLastStep();

        stranger = town.person();
        closed = town.person("Closed", Email.of("closed@example.org"));
        somoim.accounts().deactivate(closed);
        nameless = new Actor.Person(
                somoim.accounts().open(HOST, Email.of("nameless@example.org")).id());
        suspended = town.person().id();
        somoim.accounts().suspend(HOST, suspended);
        destroyed = town.person().id();
        town.ports.personKeys().destroy(destroyed, town.clock.instant());
        closedGroup = town.group(owner, terms -> terms.joined(JoinPolicy.REQUEST));
        asking = town.person();
        somoim.memberships().request(asking, closedGroup.id(), Line.of("Please"));
        asked = town.invited(group);
        banned = town.banned(group);
        deletedGroup = town.openGroup(owner);
        somoim.groups().delete(owner, deletedGroup.id());
        Actor.Person gone = town.person();
        ownerless = town.openGroup(gone);
        somoim.memberships().join(member, ownerless.id());
        somoim.accounts().suspend(HOST, gone.id());
        leaver = town.person("Leaver", Email.of("leaver@example.org"));
        somoim.memberships().join(leaver, group.id());
        somoim.comments().write(leaver, post.id(), Prose.of("Bye"));
        beginErasing(town.memberOf(group));

        pinned = town.post(owner, group);
        somoim.posts().pin(owner, pinned.id());
        deletedPost = town.post(owner, group);
        somoim.posts().delete(owner, deletedPost.id());
        comment = town.comment(member, post);
        deletedComment = town.comment(member, post);
        somoim.comments().delete(member, deletedComment.id());
        somoim.reactions().react(member, ContentRef.post(pinned.id()), Reaction.Kind.LIKE);

        Actor.Person waiting = town.memberOf(group);
        event = full(waiting, Admission.PRESET);
        deletedEvent = town.event(owner, group);
        somoim.events().delete(owner, deletedEvent.id());
        closedEvent = somoim.events()
                .call(owner, group.id(), town.plan("By approval").admitting(Admission.PRESET.approving(true)));
        somoim.rsvps().attend(member, closedEvent.id(), 0);
        openEvent = somoim.events()
                .call(
                        owner,
                        group.id(),
                        town.plan("By hand")
                                .limited(1)
                                .admitting(Admission.PRESET.promoting(Admission.Promotion.MANUAL)));
        somoim.rsvps().attend(waiting, openEvent.id(), 0);
        somoim.rsvps().attend(member, openEvent.id(), 0);
        somoim.rsvps().decline(waiting, openEvent.id());
        soonEvent = somoim.events()
                .call(
                        owner,
                        group.id(),
                        Plan.of(
                                Line.of("Soon"),
                                new When(Zone.UTC.local(town.clock.instant().plusSeconds(3600)), null, Zone.UTC)));
        somoim.rsvps().attend(member, soonEvent.id(), 0);
        somoim.reminders().want(member, soonEvent.id(), Set.of(60));
        town.ports.transactor().run(() -> {
            Instant longSince = town.clock.instant().minus(AGES);
            town.ports
                    .reminders()
                    .put(new Reminder(pastEvent.id(), member.id(), 7, true, longSince, longSince, longSince));
            for (Actor.Person rater : List.of(owner, leaver, waiting)) {
                town.ports
                        .ratings()
                        .add(new Rating(
                                town.ports.ids().random(),
                                pastEvent.id(),
                                rater.id(),
                                member.id(),
                                5,
                                null,
                                longSince,
                                longSince.plusSeconds(1),
                                null));
            }
        });
        goal = goal(member);
        othersGoal = goal(owner);
        preview = somoim.goalShares().preview(owner, othersGoal.id(), Story.of("Another story"));
        withdrawnGoal = goal(member);
        town.ports.transactor().run(() -> town.ports
                .goalShares()
                .put(
                        withdrawnGoal.id(),
                        new GoalFace(
                                town.clock.instant().truncatedTo(ChronoUnit.DAYS),
                                true,
                                withdrawnGoal.face().traits(),
                                null,
                                false)));
        somoim.inspiration().cheer(leaver, goal.id(), Cheer.INSPIRED);
        somoim.inspiration().cheer(member, othersGoal.id(), Cheer.LIKE);
        town.ports.transactor().run(() -> {
            Instant today = town.clock.instant().truncatedTo(ChronoUnit.DAYS);
            town.ports.goalShares().countOn(goal.id(), today);
        });
        forum = new ForumScene(town, owner, member);
        calendarLink =
                somoim.calendars().issue(member, Line.of("Mine"), null).link().id();
        series = somoim.recurrences().begin(owner, group.id(), town.plan("Weekly"), new Rule("FREQ=WEEKLY;COUNT=3"));
        conversation = Conversation.idOf(group.id());
        message = somoim.chat().send(member, conversation, Prose.of("Hello"));
        reacted = somoim.chat().send(owner, conversation, Prose.of("Welcome"));
        somoim.chat().react(member, reacted.id(), org.somoim.chat.Reaction.Kind.THANKS);
        direct = somoim.conversations().with(owner, member.id()).conversation().id();

        somoim.profiles().grantBadge(HOST, member.id(), BADGE);
        somoim.profiles().block(member, banned.id());
        somoim.profiles().mute(member, Line.of("advertising"));
        somoim.notifications().turnOff(member, REACTED);
        somoim.notifications().turnOff(member, REACTED, group.id());
        somoim.notifications().muteGroup(member, ownerless.id());
        session = somoim.sessions().open(member, Line.of("Phone"));
        somoim.sessions().open(member, Line.of("Laptop"));
        Instant longAgo = town.clock.instant();
        somoim.imports()
                .bring(
                        HOST,
                        IMPORTED,
                        List.<Row>of(() -> new HereAlready(ImportedAccount.ref("1"), member.id(), longAgo))
                                .iterator(),
                        Progress.unheard());
        link = somoim.invites().byLink(owner, group.id(), 3, Duration.ofDays(3));
        somoim.identities().link(owner, arrival("1", "owner@example.org"));

        judge = judge();
        otherJudge = judge();
        heldCase = judged(town.post(owner, group));
        waitingCase = somoim.cases()
                .release(judge, judged(town.post(owner, group)).id(), 2)
                .id();
        proposed = decided(town.post(town.memberOf(group), group), ruling(Measure.Kind.BAN, null));
        slowing = decided(town.post(leaver, group), ruling(Measure.Kind.RATE_LIMIT, Duration.ofDays(300)));
        Id<Measure> muting = decided(town.post(asking(), group), ruling(Measure.Kind.MUTE, Duration.ofDays(300)));
        appeal = somoim.appeals()
                .object(
                        new Actor.Person(Objects.requireNonNull(town.ports
                                .transactor()
                                .read(() -> town.ports.measures().find(muting))
                                .orElseThrow()
                                .personId())),
                        muting,
                        Prose.of("Why?"))
                .id();
        Post doubtful = town.post(owner, group);
        dismissedReport = somoim.reports()
                .report(stranger, org.somoim.moderation.Subject.of("post", doubtful.id()), Ground.OTHER, null)
                .id();
        Case doubted =
                somoim.cases().open(judge, org.somoim.moderation.Subject.of("post", doubtful.id()), Ground.OTHER);
        somoim.cases().dismiss(judge, doubted.id(), doubted.version());
        Case put = judged(town.post(owner, group));
        somoim.cases().snooze(judge, put.id(), put.version(), Duration.ofMillis(1));
        somoim.oversight().trust(HOST, owner.id(), true);
        somoim.reports()
                .notice(
                        VISITOR,
                        Email.of("notice@example.org"),
                        org.somoim.moderation.Subject.of("post", post.id()),
                        Ground.SPAM,
                        null);
        town.clock.advance(Duration.ofMillis(1));
        alert = call(group);
        somoim.alerts().acknowledge(member, alert.id(), Receipt.Answer.SEEN);
        somoim.addresses().signUp(VISITOR, newcomer("wanted@example.org"));
        somoim.passwords().askForNew(VISITOR, Email.of("owner@example.org"));
        somoim.deliver();
        toNotice = mailer.secret(Email.of("notice@example.org"));
        toNewAccount = mailer.secret(Email.of("wanted@example.org"));
        toNewPassword = mailer.secret(Email.of("owner@example.org"));
        notification = somoim.notifications()
                .list(owner, Page.Ask.first(), true)
                .items()
                .get(0);

        // What is still to be delivered. The seat of whoever left falls free once that is heard.
        Actor.Person departed = town.memberOf(group);
        somoim.rsvps().attend(departed, soonEvent.id(), 0);
        somoim.memberships().leave(departed, group.id());
        town.comment(member, post);
        somoim.passwords().askForNew(VISITOR, Email.of("closed@example.org"));
        lastFact = town.ports.transactor().call(() -> {
            FactLog.Entry entry =
                    town.ports.facts().find(town.ports.facts().newest()).orElseThrow();
            town.ports
                    .facts()
                    .setAside(new FactLog.SetAside(
                            NOTIFICATIONS, entry.position(), 8, new FactLog.Error("Broken"), town.clock.instant()));
            return entry;
        });
        now = town.clock.instant();
        connection.close();
        asItWas = Files.readAllBytes(file);
    }

    /** As if it had been shared the day before yesterday, and said to be further on yesterday. */
    private GoalShare goal(Actor.Person person) {
        somoim.profiles().changeSettings(person, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.STORY));
        GoalShare share = somoim.goalShares().share(person, GoalDraft.of(GoalCategory.HOME));
        Instant today = town.clock.instant().truncatedTo(ChronoUnit.DAYS);
        town.ports.transactor().run(() -> {
            GoalTraits traits = share.face().traits();
            GoalShareStore goals = town.ports.goalShares();
            goals.put(share.id(), new GoalFace(today.minus(Duration.ofDays(1)), false, traits, null, false));
            goals.put(share.id(), new GoalFace(today, false, traits, story, false));
        });
        return share;
    }

    /** The member goes, {@code waiting} waits. */
    private Event full(Actor.Person waiting, Admission admission) {
        Event full = somoim.events()
                .call(owner, group.id(), town.plan("Full").limited(1).admitting(admission));
        somoim.rsvps().attend(member, full.id(), 0);
        somoim.rsvps().attend(waiting, full.id(), 0);
        return full;
    }

    private Actor.Person asking() {
        return town.memberOf(group);
    }

    private Actor.Person judge() {
        Actor.Person person = town.person();
        somoim.accounts().appoint(HOST, person.id(), SiteRole.MODERATOR);
        return person;
    }

    private Case judged(Post about) {
        return somoim.cases().open(judge, org.somoim.moderation.Subject.of("post", about.id()), Ground.SPAM);
    }

    private Id<Measure> decided(Post about, Ruling ruling) {
        Case open = judged(about);
        return somoim.cases().decide(judge, open.id(), open.version(), ruling).id();
    }

    static Ruling ruling(Measure.Kind kind, @Nullable Duration lasting) {
        return new Ruling(kind, Ground.SPAM, Line.of("No spam"), Prose.of("It is spam"), lasting, 3, false);
    }

    /** Back to how it was, for someone who has not been seen here before. */
    Scene again() throws IOException, SQLException {
        failing.fail(0, Moment.BEFORE);
        connection.close();
        for (String suffix : Set.of("-wal", "-shm")) {
            Files.deleteIfExists(side(suffix));
        }
        Files.write(file, asItWas);
        town = community(2);
        town.clock.advance(Duration.between(town.clock.instant(), now));
        somoim = town.somoim;
        return this;
    }

    /** Whether not a byte of it has changed since {@link #again()}. */
    boolean isAsItWas() throws IOException, SQLException {
        connection.close();
        return Arrays.equals(Files.readAllBytes(file), asItWas) && !Files.exists(side("-wal"));
    }

    private Path side(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** What has come to an address since {@link #again()}. */
    List<Letter> letters(Email address) {
        return mailer.to(address);
    }

    static NewAccount newcomer(String address) {
        return new NewAccount(Email.of(address), Community.PASSWORD, Line.of("New"));
    }

    static Arrival arrival(String subject, String address) {
        return new Arrival(
                new Identity(KEYCLOAK, new Subject(subject)), Email.of(address), Line.of("Keycloak's"), null);
    }

    static Draft draft(String body) {
        return Draft.of(Prose.of(body));
    }

    @Override
    public void close() throws SQLException {
        database.close();
        connection.close();
    }

    private Community community(long seed) {
        mailer = new MemoryMailer();
        return new Community(clock -> Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), mailer, clock, new Random(seed)));
    }

    /** Whatever waits for an answer, so that no more is done about it when what failed is tried again after a while. */
    private void leaveForTheLastStep() {
        for (Duration step : Alerts.Terms.PRESET.steps()) {
            somoim.alerts().escalate(HOST);
            town.clock.advance(step);
        }
    }

    private Alert call(Group called) {
        var call = new Call(List.of(called.id()), Alert.Kind.MEDICAL, Prose.of("Help"), HERE, false);
        return somoim.alerts().raise(owner, call).alerts().get(0).alert();
    }

    /** What is forgotten some day, of each kind. */
    private void leaveWhatNobodyWants() {
        Actor.Person longAgo = judge();
        Post old = town.post(owner, group);
        Case over = somoim.cases().open(longAgo, org.somoim.moderation.Subject.of("post", old.id()), Ground.SPAM);
        somoim.cases().dismiss(longAgo, over.id(), over.version());
        somoim.reports()
                .notice(
                        VISITOR,
                        Email.of("late@example.org"),
                        org.somoim.moderation.Subject.of("post", old.id()),
                        Ground.SPAM,
                        null);
        call(group);
        // Nobody came, and nobody is left to be called.
        for (Duration step : Alerts.Terms.PRESET.steps()) {
            town.clock.advance(step);
            somoim.alerts().escalate(HOST);
        }
        somoim.alerts().end(owner, call(group).id(), false);
        somoim.sessions().open(member, null);
        somoim.events().delete(owner, town.event(owner, group).id());
        // It will be behind, and the offer will have lapsed.
        somoim.recurrences().begin(owner, group.id(), town.plan("Daily"), new Rule("FREQ=MONTHLY;BYMONTHDAY=12"));
        ForumScene.leaveWhatNobodyWants(somoim, owner, member);
        Event offered = full(town.memberOf(group), Admission.PRESET.promoting(Admission.Promotion.OFFER));
        somoim.rsvps().decline(member, offered.id());
        somoim.groups().delete(owner, town.openGroup(owner).id());
        somoim.posts().delete(owner, town.post(owner, group).id());
        somoim.comments().delete(member, town.comment(member, post).id());
        town.comment(member, post);
        town.left(group);
        somoim.invites().byLink(owner, group.id(), 1, Duration.ofHours(1));
        somoim.passwords().askForNew(VISITOR, Email.of("nobody@example.org"));
        somoim.once().call(owner, new IdempotencyKey("old"), new Secrets.Secret("old").digest(), () -> Line.of("/old"));
        somoim.deliver();
    }

    /** As far as an erasure comes if the database fails right after it has begun. */
    private void beginErasing(Actor.Person person) {
        for (int nth = 1;
                somoim.personalData().pending(HOST, Page.Ask.first()).items().isEmpty();
                nth++) {
            failing.fail(nth, Moment.BEFORE);
            try {
                somoim.personalData().erase(HOST, person.id(), Wish.REMOVE, Map.of());
            } catch (StoreFailure broken) {
                // As it was meant to be.
            }
            failing.fail(0, Moment.BEFORE);
        }
    }
}
