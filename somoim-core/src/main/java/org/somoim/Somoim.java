package org.somoim;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.Jobs.Job;
import org.somoim.access.Access;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountAudit;
import org.somoim.accounts.AccountImport;
import org.somoim.accounts.AccountPersonalData;
import org.somoim.accounts.AccountStatistics;
import org.somoim.accounts.Accounts;
import org.somoim.accounts.Addresses;
import org.somoim.accounts.HereAlreadyImport;
import org.somoim.accounts.Passwords;
import org.somoim.audit.Audit;
import org.somoim.audit.AuditChain;
import org.somoim.audit.AuditPersonalData;
import org.somoim.audit.ErasureAudit;
import org.somoim.audit.OperatorAudit;
import org.somoim.calendar.CalendarPersonalData;
import org.somoim.calendar.Calendars;
import org.somoim.chat.Chat;
import org.somoim.chat.ChatAudit;
import org.somoim.chat.ChatHints;
import org.somoim.chat.ChatNotifications;
import org.somoim.chat.ChatPersonalData;
import org.somoim.chat.Conversations;
import org.somoim.chat.MessageContent;
import org.somoim.comparison.ComparisonNotifications;
import org.somoim.comparison.ComparisonPersonalData;
import org.somoim.comparison.Comparisons;
import org.somoim.comparison.ContributionKeeper;
import org.somoim.comparison.Epochs;
import org.somoim.events.Comers;
import org.somoim.events.CrewOccasions;
import org.somoim.events.EventCalendar;
import org.somoim.events.EventContent;
import org.somoim.events.EventNotifications;
import org.somoim.events.EventPersonalData;
import org.somoim.events.Events;
import org.somoim.events.ForeignEvents;
import org.somoim.events.Recurrences;
import org.somoim.events.Releases;
import org.somoim.events.ReminderKeeper;
import org.somoim.events.ReminderPersonalData;
import org.somoim.events.Reminders;
import org.somoim.events.Rsvps;
import org.somoim.events.recur.LibRecurrence;
import org.somoim.forum.ForumAudit;
import org.somoim.forum.ForumCategories;
import org.somoim.forum.ForumCuration;
import org.somoim.forum.ForumDrafts;
import org.somoim.forum.ForumNotifications;
import org.somoim.forum.ForumPersonalData;
import org.somoim.forum.ForumPostContent;
import org.somoim.forum.ForumPosts;
import org.somoim.forum.ForumTopics;
import org.somoim.forum.ForumVotes;
import org.somoim.forum.TopicContent;
import org.somoim.forum.Views;
import org.somoim.goals.GoalContent;
import org.somoim.goals.GoalNotifications;
import org.somoim.goals.GoalPersonalData;
import org.somoim.goals.GoalShares;
import org.somoim.goals.Inspiration;
import org.somoim.groups.Circle;
import org.somoim.groups.DecidedBans;
import org.somoim.groups.GroupAudit;
import org.somoim.groups.GroupContent;
import org.somoim.groups.GroupImport;
import org.somoim.groups.GroupNotifications;
import org.somoim.groups.GroupPersonalData;
import org.somoim.groups.GroupStatistics;
import org.somoim.groups.Groups;
import org.somoim.groups.Invites;
import org.somoim.groups.Members;
import org.somoim.groups.MembershipImport;
import org.somoim.groups.MembershipStatistics;
import org.somoim.groups.Memberships;
import org.somoim.groups.Neighbours;
import org.somoim.groups.Reach;
import org.somoim.idempotency.IdempotencyPersonalData;
import org.somoim.idempotency.Once;
import org.somoim.identities.Identities;
import org.somoim.identities.IdentityAudit;
import org.somoim.identities.IdentityPersonalData;
import org.somoim.imports.ImportPersonalData;
import org.somoim.imports.Imports;
import org.somoim.kernel.Actor;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.FactPost;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.live.FanOut;
import org.somoim.live.Follower;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.somoim.mail.Mail;
import org.somoim.mail.MailPersonalData;
import org.somoim.metrics.Metrics;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.Backlog;
import org.somoim.moderation.Cases;
import org.somoim.moderation.ContentHandler;
import org.somoim.moderation.Detector;
import org.somoim.moderation.Lookout;
import org.somoim.moderation.ModerationAudit;
import org.somoim.moderation.ModerationNotifications;
import org.somoim.moderation.ModerationPersonalData;
import org.somoim.moderation.Oversight;
import org.somoim.moderation.Pace;
import org.somoim.moderation.Reports;
import org.somoim.moderation.Schooling;
import org.somoim.moderation.TextWatch;
import org.somoim.moderation.Unnamed;
import org.somoim.moderation.Watch;
import org.somoim.notifications.NotificationPersonalData;
import org.somoim.notifications.Notifications;
import org.somoim.observation.MeasuredFactLog;
import org.somoim.observation.MeasuredListener;
import org.somoim.observation.MeasuredTransactor;
import org.somoim.operations.Operations;
import org.somoim.operations.OperationsAudit;
import org.somoim.personaldata.ErasurePersonalData;
import org.somoim.personaldata.FactPersonalData;
import org.somoim.personaldata.PersonalData;
import org.somoim.phones.PossiblePhones;
import org.somoim.posts.CommentContent;
import org.somoim.posts.Comments;
import org.somoim.posts.PostAudit;
import org.somoim.posts.PostContent;
import org.somoim.posts.PostImport;
import org.somoim.posts.PostNotifications;
import org.somoim.posts.PostPersonalData;
import org.somoim.posts.Posts;
import org.somoim.posts.Reactions;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.redaction.Redaction;
import org.somoim.profiles.Levels;
import org.somoim.profiles.Names;
import org.somoim.profiles.PersonContent;
import org.somoim.profiles.ProfilePersonalData;
import org.somoim.profiles.Profiles;
import org.somoim.ratings.Attendance;
import org.somoim.ratings.RatingContent;
import org.somoim.ratings.RatingPersonalData;
import org.somoim.ratings.Ratings;
import org.somoim.safety.AlertContent;
import org.somoim.safety.AlertNotifications;
import org.somoim.safety.Alerts;
import org.somoim.safety.SafetyPersonalData;
import org.somoim.sessions.SessionAudit;
import org.somoim.sessions.SessionNotifications;
import org.somoim.sessions.SessionPersonalData;
import org.somoim.sessions.Sessions;
import org.somoim.statistics.Statistics;

/**
 * The whole library, put together. Everything a host needs hangs off one of these. Safe between threads; several can live in
 * one JVM and know nothing of one another.
 */
public final class Somoim implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Somoim.class);
    private static final Duration LONGEST_TOLD = Duration.ofSeconds(1);

    private final Accounts accounts;
    private final Addresses addresses;
    private final Passwords passwords;
    private final Once once;
    private final Sessions sessions;
    private final Identities identities;
    private final Profiles profiles;
    private final Groups groups;
    private final Memberships memberships;
    private final Members members;
    private final Invites invites;
    private final Posts posts;
    private final Comments comments;
    private final Reactions reactions;
    private final Events events;
    private final Recurrences recurrences;
    private final Rsvps rsvps;
    private final ForeignEvents foreignEvents;
    private final Reminders reminders;
    private final Calendars calendars;
    private final Ratings ratings;
    private final ForumCategories forumCategories;
    private final ForumTopics forumTopics;
    private final ForumPosts forumPosts;
    private final ForumVotes forumVotes;
    private final ForumCuration forumCuration;
    private final ForumDrafts forumDrafts;
    private final Reports reports;
    private final Cases cases;
    private final Appeals appeals;
    private final Oversight oversight;
    private final Schooling schooling;
    private final GoalShares goalShares;
    private final Inspiration inspiration;
    private final Comparisons comparisons;
    private final Epochs epochs;
    private final Alerts alerts;
    private final Chat chat;
    private final Conversations conversations;
    private final FanOut fanOut;
    private final Follower follower;
    private final Notifications notifications;
    private final PersonalData personalData;
    private final Imports imports;
    private final Audit audit;
    private final Mail mail;
    private final FactPost post;
    private final Jobs jobs;
    private final Operations operations;
    private final Statistics statistics;
    private final SharedRun soon;
    private final Background slowly;
    private final HealthCheck health;
    private final Transactor transactor;
    private final Metrics metrics;
    private final Runnable closing;

    /** With every policy as preset. */
    public Somoim(Ports ports) {
        this(ports, Policies.PRESET);
    }

    /** With the detectors that come with the library. */
    public Somoim(Ports ports, Policies policies) {
        this(ports, policies, TextWatch.builtIn());
    }

    /** @param detectors look at everything that is written and anyone may read; none for none, and see {@link TextWatch} */
    public Somoim(Ports ports, Policies policies, List<? extends Detector> detectors) {
        var access = new Access(ports.roster(), ports.restraints(), ports.clock());
        var reach = new Reach(ports.groups());
        var levels = new Levels(ports.profiles());
        List<ContentHandler> contents = List.of(
                new PostContent(ports.posts(), ports.comments(), reach, access),
                new CommentContent(ports.posts(), ports.comments(), reach, access),
                new MessageContent(ports.chat(), reach, access),
                new EventContent(ports.events(), ports.rsvps(), reach, access),
                new TopicContent(ports.topics(), ports.forumPosts(), ports.categories(), levels, access),
                new ForumPostContent(ports.topics(), ports.forumPosts(), ports.categories(), levels, access),
                new GroupContent(ports.groups(), ports.memberships(), access),
                new PersonContent(ports.profiles(), access),
                new GoalContent(ports.goalShares(), ports.pseudonyms(), reach, ports.clock(), access),
                new RatingContent(ports.ratings(), access),
                new AlertContent(ports.alerts(), reach, access));
        var chain = new AuditChain(
                ports.audit(),
                ports.auditKey(),
                List.of(
                        new AccountAudit(),
                        new SessionAudit(),
                        new IdentityAudit(),
                        new GroupAudit(),
                        new PostAudit(ports.posts(), ports.comments()),
                        new ForumAudit(ports.topics(), ports.forumPosts()),
                        new ChatAudit(ports.chat()),
                        new ModerationAudit(),
                        new ErasureAudit(),
                        new OperatorAudit(),
                        new OperationsAudit()));
        metrics = ports.metrics();
        var measured = new MeasuredTransactor(ports.transactor(), metrics);
        transactor = measured;
        var announced = new MeasuredFactLog(ports.facts(), measured, metrics, List.of());
        var work = new Work(
                measured,
                announced,
                ports.ids(),
                ports.clock(),
                List.of(chain, new Pace(contents, ports.measures(), ports.restraints())));
        audit = new Audit(ports.audit(), ports.auditKey(), ports.clock(), access, work);
        var secrets = new Secrets(ports.chance());
        profiles = new Profiles(ports.profiles(), access, work);
        accounts =
                new Accounts(ports.accounts(), profiles, ports.passwords(), ports.sessions()::removeAll, access, work);
        mail = new Mail(ports.outbox(), ports.mailer(), measured, ports.clock(), metrics);
        passwords = new Passwords(
                ports.accounts(),
                ports.tickets(),
                secrets,
                profiles,
                ports.passwords(),
                ports.passwordPolicy(),
                ports.sessions()::removeAll,
                mail,
                policies.letters(),
                ports.clock(),
                access,
                work);
        addresses = new Addresses(ports.accounts(), accounts, profiles, passwords, access, work);
        once = new Once(ports.doneCalls(), ports.pseudonyms(), access, work);
        sessions = new Sessions(ports.sessions(), secrets, ports.clock(), policies.sessions(), access, work);
        identities = new Identities(ports.identities(), accounts, profiles, access, work);
        groups = new Groups(
                ports.groups(),
                ports.memberships(),
                ports.invites(),
                new CrewOccasions(ports.events(), ports.rsvps(), access),
                access,
                work);
        memberships = new Memberships(ports.groups(), ports.memberships(), access, work);
        members = new Members(ports.groups(), ports.memberships(), access, work);
        invites = new Invites(
                ports.invites(), ports.groups(), ports.memberships(), accounts, secrets, ports.clock(), access, work);
        posts = new Posts(ports.posts(), ports.comments(), ports.reactions(), access, work);
        comments = new Comments(ports.comments(), ports.posts(), ports.reactions(), access, work);
        reactions = new Reactions(ports.reactions(), ports.posts(), ports.comments(), access, work);
        events = new Events(ports.events(), ports.rsvps(), access, work);
        recurrences = new Recurrences(ports.series(), ports.events(), ports.rsvps(), new LibRecurrence(), access, work);
        rsvps = new Rsvps(ports.rsvps(), ports.events(), access, work);
        foreignEvents = new ForeignEvents(ports.foreignUids(), events, recurrences, new LibRecurrence(), access, work);
        reminders = new Reminders(ports.reminders(), ports.events(), ports.rsvps(), access, work);
        calendars = new Calendars(
                ports.calendarLinks(),
                List.of(new EventCalendar(ports.events(), ports.rsvps(), ports.reminders(), access)),
                secrets,
                ports.clock(),
                access,
                work);
        var comers = new Comers(ports.events(), ports.rsvps(), access);
        ratings = new Ratings(
                ports.ratings(),
                (event, reader) -> attendance(comers, event, reader),
                profiles,
                ports.clock(),
                access,
                work);
        forumCategories =
                new ForumCategories(ports.categories(), ports.topics(), ports.forumPosts(), profiles, access, work);
        forumTopics = new ForumTopics(
                ports.topics(), ports.forumPosts(), ports.categories(), profiles, new Views(), access, work);
        forumPosts = new ForumPosts(ports.forumPosts(), ports.topics(), ports.categories(), profiles, access, work);
        forumVotes = new ForumVotes(ports.forumPosts(), ports.topics(), ports.categories(), profiles, access, work);
        forumCuration =
                new ForumCuration(ports.topics(), ports.forumPosts(), ports.categories(), profiles, access, work);
        forumDrafts = new ForumDrafts(
                ports.forumDrafts(),
                ports.categories(),
                ports.topics(),
                ports.forumPosts(),
                forumTopics,
                forumPosts,
                profiles,
                access,
                work);
        var groupBans = new DecidedBans(ports.groups(), ports.memberships());
        reports = new Reports(
                ports.reports(),
                ports.cases(),
                ports.measures(),
                contents,
                groupBans,
                mail,
                policies.letters()::confirmNotice,
                secrets,
                policies.moderation(),
                access,
                work);
        cases = new Cases(
                ports.cases(),
                ports.reports(),
                ports.measures(),
                contents,
                groupBans,
                policies.moderation(),
                access,
                work);
        appeals = new Appeals(
                ports.measures(),
                ports.cases(),
                ports.reports(),
                contents,
                groupBans,
                policies.moderation(),
                ports.clock(),
                access,
                work);
        oversight = new Oversight(
                ports.cases(), ports.reports(), ports.measures(), policies.moderation(), ports.clock(), access, work);
        goalShares = new GoalShares(
                ports.goalShares(),
                ports.pseudonyms(),
                new KnownAround(
                        accounts, new Names(ports.profiles()), new Neighbours(ports.groups(), ports.memberships())),
                profiles,
                Redaction.of(
                        new PossiblePhones(policies.goals().country().value().toUpperCase(Locale.ROOT)),
                        policies.goals().restricted().stream().map(Line::value).toList(),
                        policies.goals().ladder()),
                policies.goals(),
                ports.clock(),
                access,
                work);
        inspiration = new Inspiration(ports.goalShares(), ports.pseudonyms(), ports.clock(), access, work);
        comparisons = new Comparisons(ports.comparisons(), profiles, policies.comparison(), access, work);
        epochs = new Epochs(ports.comparisons(), policies.comparison(), ports.noise(), ports.clock(), access, work);
        alerts = new Alerts(ports.alerts(), ports.residue(), policies.alerts(), access, work);
        fanOut = ports.fanOut();
        follower = new Follower(ports.facts(), List.of(new ChatHints()), fanOut);
        chat = new Chat(ports.chat(), fanOut, access, work);
        conversations = new Conversations(ports.chat(), access, work);
        notifications = new Notifications(
                ports.notifications(),
                List.of(
                        new SessionNotifications(),
                        new GroupNotifications(ports.groups(), ports.memberships()),
                        new PostNotifications(ports.posts(), ports.comments(), access),
                        new EventNotifications(ports.events(), ports.rsvps(), new Circle(ports.memberships()), access),
                        new AlertNotifications(ports.alerts(), access),
                        new ForumNotifications(ports.categories(), ports.topics(), ports.forumPosts(), levels, access),
                        new GoalNotifications(ports.pseudonyms()),
                        new ChatNotifications(ports.chat(), access),
                        new ComparisonNotifications(),
                        new ModerationNotifications(ports.measures(), ports.reports())),
                fanOut,
                access,
                work);
        var accountData = new AccountPersonalData(ports.accounts(), ports.tickets());
        // Each before what it depends on; the account, which everything leads to, last.
        personalData = new PersonalData(
                List.of(
                        new NotificationPersonalData(ports.notifications()),
                        new ModerationPersonalData(
                                ports.reports(), ports.cases(), ports.measures(), accountData::addressesOf),
                        new SafetyPersonalData(ports.alerts()),
                        new ChatPersonalData(ports.chat()),
                        new PostPersonalData(ports.posts(), ports.comments(), ports.reactions()),
                        new ForumPersonalData(
                                ports.categories(), ports.topics(), ports.forumPosts(), ports.forumDrafts(), profiles),
                        new CalendarPersonalData(ports.calendarLinks()),
                        new ReminderPersonalData(ports.reminders()),
                        new EventPersonalData(ports.events(), ports.series(), ports.rsvps()),
                        new GroupPersonalData(ports.groups(), ports.memberships(), ports.invites(), accounts, access),
                        new RatingPersonalData(ports.ratings()),
                        new GoalPersonalData(
                                ports.goalShares(),
                                ports.pseudonyms(),
                                new Unnamed(ports.reports(), ports.cases(), ports.measures())),
                        new ComparisonPersonalData(ports.comparisons()),
                        new ImportPersonalData(ports.references()),
                        new ProfilePersonalData(ports.profiles()),
                        new IdentityPersonalData(ports.identities()),
                        new SessionPersonalData(ports.sessions()),
                        new IdempotencyPersonalData(ports.doneCalls()),
                        new MailPersonalData(ports.outbox(), ports.mailer(), accountData::addressesOf),
                        accountData,
                        new FactPersonalData(),
                        new AuditPersonalData(ports.audit()),
                        new ErasurePersonalData(ports.erasures())),
                ports.erasures(),
                ports.residue(),
                ports.personKeys(),
                access,
                work);
        imports = new Imports(
                List.of(
                        new AccountImport(ports.accounts(), profiles, ports.passwords()),
                        new HereAlreadyImport(ports.accounts()),
                        new GroupImport(ports.groups(), ports.memberships()),
                        new MembershipImport(ports.groups(), ports.memberships()),
                        new PostImport(ports.posts())),
                ports.references(),
                ports.personKeys(),
                access,
                work);
        var releases = new Releases(ports.events(), ports.rsvps(), access, work);
        var keeper = new ReminderKeeper(ports.reminders(), ports.events(), access);
        schooling = new Schooling(ports.cases(), ports.measures(), policies.moderation(), access, work);
        var lookout = new Lookout(detectors, Lookout.PATIENCE, metrics);
        var watch = new Watch(
                ports.cases(),
                ports.reports(),
                ports.measures(),
                contents,
                lookout,
                schooling,
                person -> ports.accounts().find(person).map(Account::createdAt),
                groupBans,
                policies.moderation(),
                access,
                work);
        List<FactListener> listeners = MeasuredListener.all(
                List.of(releases, notifications, keeper, new ContributionKeeper(ports.comparisons(), profiles), watch),
                measured,
                metrics);
        post = new FactPost(
                measured, new MeasuredFactLog(ports.facts(), measured, metrics, listeners), ports.clock(), listeners);
        soon = new SharedRun(this::tellTheQuick, LONGEST_TOLD);
        slowly = new Background(post::deliverToSlow);
        closing = () -> {
            slowly.close();
            lookout.close();
            ports.closing().run();
        };
        health = new HealthCheck(
                measured,
                ports.facts(),
                listeners,
                audit::latest,
                epochs::latest,
                new Backlog(ports.cases(), ports.clock()),
                () -> part(lookout));
        statistics = new Statistics(
                List.of(
                        new AccountStatistics(ports.accounts()),
                        new GroupStatistics(ports.groups()),
                        new MembershipStatistics(ports.groups())),
                policies.comparison().plan().map(PrivacyPlan::k).orElse(Statistics.PRESET_LEAST),
                ports.clock(),
                access,
                work);
        jobs = new Jobs(due(Actor.host("tick")), ports.clock());
        operations = new Operations(
                post,
                ports.facts(),
                listeners.stream().map(FactListener::name).toList(),
                jobs.rounds(),
                metrics,
                ports.clock(),
                access,
                work);
        LogLine.STARTED.to(LOG).with(Field.VERSION, version()).log();
    }

    public Accounts accounts() {
        return accounts;
    }

    public Addresses addresses() {
        return addresses;
    }

    public Passwords passwords() {
        return passwords;
    }

    public Once once() {
        return once;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Identities identities() {
        return identities;
    }

    public Profiles profiles() {
        return profiles;
    }

    public Groups groups() {
        return groups;
    }

    public Memberships memberships() {
        return memberships;
    }

    public Members members() {
        return members;
    }

    public Invites invites() {
        return invites;
    }

    public Posts posts() {
        return posts;
    }

    public Comments comments() {
        return comments;
    }

    public Reactions reactions() {
        return reactions;
    }

    public Events events() {
        return events;
    }

    public Recurrences recurrences() {
        return recurrences;
    }

    public ForeignEvents foreignEvents() {
        return foreignEvents;
    }

    public Reminders reminders() {
        return reminders;
    }

    public Calendars calendars() {
        return calendars;
    }

    public Ratings ratings() {
        return ratings;
    }

    /** In good standing, whatever they are to the community. */
    public ForumCategories forumCategories() {
        return forumCategories;
    }

    public ForumTopics forumTopics() {
        return forumTopics;
    }

    public ForumPosts forumPosts() {
        return forumPosts;
    }

    public ForumVotes forumVotes() {
        return forumVotes;
    }

    public ForumCuration forumCuration() {
        return forumCuration;
    }

    public ForumDrafts forumDrafts() {
        return forumDrafts;
    }

    public Reports reports() {
        return reports;
    }

    public Cases cases() {
        return cases;
    }

    public Appeals appeals() {
        return appeals;
    }

    public Oversight oversight() {
        return oversight;
    }

    public GoalShares goalShares() {
        return goalShares;
    }

    public Inspiration inspiration() {
        return inspiration;
    }

    public Comparisons comparisons() {
        return comparisons;
    }

    /** Releases what comparisons are read from; run by {@link #tick()}. */
    public Epochs epochs() {
        return epochs;
    }

    public Rsvps rsvps() {
        return rsvps;
    }

    public Alerts alerts() {
        return alerts;
    }

    public Chat chat() {
        return chat;
    }

    public Conversations conversations() {
        return conversations;
    }

    /** Where those who are connected hear of news; for adapters. */
    public FanOut fanOut() {
        return fanOut;
    }

    public Notifications notifications() {
        return notifications;
    }

    public Imports imports() {
        return imports;
    }

    public PersonalData personalData() {
        return personalData;
    }

    public Audit audit() {
        return audit;
    }

    /** How the library works; for those who run it. */
    public Operations operations() {
        return operations;
    }

    /** The community in numbers; for those who run it. */
    public Statistics statistics() {
        return statistics;
    }

    /**
     * Runs several calls as one change: all of them happen or none does, and nobody sees them half done. What is thrown
     * undoes everything and is rethrown as it is. Other writers wait meanwhile, so keep it short.
     */
    public <R> R together(Supplier<R> calls) {
        return transactor.call(calls);
    }

    /** What {@link #together} runs on; for adapters. */
    public Transactor transactor() {
        return transactor;
    }

    /**
     * Tells what has happened to those who listen, lets detectors look at what was said, and sends the letters that wait. See
     * {@link FactPost#deliver()}. Call it from a timer; after a change, {@link #deliverSoon()}.
     */
    public FactPost.Delivered deliver() {
        // First those who are connected: what they are told needs no writing, and they wait.
        follower.follow();
        FactPost.Delivered delivered = post.deliver();
        mail.deliver();
        return delivered;
    }

    /**
     * The same for whoever has just changed something and waits: what may take long is done soon, on a thread of its own.
     * Those who call it at the same time share a round. After the change, not inside it: it would wait a second for a round
     * that waits for the change, and leave the rest to the timer.
     */
    public void deliverSoon() {
        soon.run();
        slowly.ask();
    }

    private void tellTheQuick() {
        follower.follow();
        post.deliverToQuick();
        mail.deliver();
    }

    /** Facts that could not be delivered, and how to try them again. */
    public FactPost facts() {
        return post;
    }

    /**
     * Does what time has brought due: escalates calls for help that nobody has answered and forgets where they came from;
     * removes for good what was deleted long enough ago, what has expired, and what every
     * listener has heard; and goes on with erasing people. In short changes, so that others get their turn. What fails does
     * not keep the rest from being done, and is thrown at the end. Call it from a timer, such as once a minute, and
     * {@link #deliver} after it.
     */
    public void tick() {
        jobs.round();
    }

    /** In the order in which they have their turn. */
    private List<Job> due(Actor host) {
        return List.of(
                // First what somebody waits for.
                Job.untilNothingIsLeft("alerts.lapse", () -> alerts.lapse(host)),
                Job.untilNothingIsLeft("alerts.escalate", () -> alerts.escalate(host)),
                Job.untilNothingIsLeft("alerts.shred", () -> alerts.shred(host)),
                Job.untilNothingIsLeft("alerts.purge", () -> alerts.purge(host)),
                Job.untilNothingIsLeft("groups.purge", () -> groups.purge(host).total()),
                Job.untilNothingIsLeft("posts.purge", () -> posts.purge(host)),
                Job.untilNothingIsLeft("events.purge", () -> events.purge(host)),
                Job.untilNothingIsLeft("recurrences.go-on", () -> recurrences.goOn(host)),
                Job.untilNothingIsLeft("rsvps.lapse", () -> rsvps.lapse(host)),
                Job.untilNothingIsLeft("reminders.remind", () -> reminders.remind(host)),
                Job.untilNothingIsLeft("reminders.prune", () -> reminders.prune(host)),
                Job.untilNothingIsLeft("ratings.publish", () -> ratings.publish(host)),
                Job.once("forum-topics.count-views", () -> forumTopics.countViews(host)),
                Job.untilNothingIsLeft("forum-topics.purge", () -> forumTopics.purge(host)),
                Job.untilNothingIsLeft("forum-drafts.prune", () -> forumDrafts.prune(host)),
                Job.untilNothingIsLeft("cases.wake", () -> cases.wake(host)),
                Job.untilNothingIsLeft("reports.prune", () -> reports.prune(host)),
                Job.untilNothingIsLeft("oversight.purge", () -> oversight.purge(host)),
                Job.once("schooling.learn", () -> schooling.learn(host)),
                Job.untilNothingIsLeft("inspiration.turn", () -> inspiration.turn(host)),
                Job.untilNothingIsLeft("epochs.begin", () -> epochs.begin(host)),
                // Once: who has been told is told of it soon enough.
                Job.once("epochs.tell", () -> epochs.tell(host)),
                Job.once("epochs.check", () -> epochs.check(host)),
                Job.untilNothingIsLeft("notifications.prune", () -> notifications.prune(host)),
                Job.untilNothingIsLeft("sessions.prune", () -> sessions.prune(host)),
                Job.untilNothingIsLeft("once.prune", () -> once.prune(host)),
                Job.once("personal-data.resume", () -> personalData.resume(host)),
                Job.untilNothingIsLeft("passwords.prune", () -> passwords.prune(host)),
                Job.uncounted("live.follow", follower::follow),
                Job.once("facts.trim", () -> post.trim(follower.position())));
    }

    private static Health.Part part(Lookout lookout) {
        if (!lookout.hasLooked()) {
            return Health.Part.UNKNOWN;
        }
        return lookout.isWell() ? Health.Part.HEALTHY : Health.Part.UNHEALTHY;
    }

    /** Who can rate one another for an event. */
    private static Optional<Attendance> attendance(Comers comers, Id<?> event, Id<User> reader) {
        return comers.event(new Id<>(event.value()), reader)
                .map(found -> new Attendance(found.id(), found.overAt(), comers.whoCame(found.id())));
    }

    /** How the community is doing, looked at anew each time. */
    public Health health() {
        return health.get();
    }

    /** What is counted and timed here; see {@link org.somoim.metrics.Metric}. */
    public Metrics metrics() {
        return metrics;
    }

    /** Lets go of files and threads. Calls that are running fail; what was acknowledged is kept. */
    @Override
    public void close() {
        closing.run();
        LogLine.STOPPED.to(LOG).with(Field.VERSION, version()).log();
    }

    private Word version() {
        return new Word(health.version().value().toLowerCase(Locale.ROOT));
    }
}
