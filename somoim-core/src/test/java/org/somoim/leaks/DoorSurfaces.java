package org.somoim.leaks;

import static org.somoim.leaks.Canary.ALERT;
import static org.somoim.leaks.Canary.ALERT_ANSWER;
import static org.somoim.leaks.Canary.ALERT_LOCATION;
import static org.somoim.leaks.Canary.ALERT_MESSAGE;
import static org.somoim.leaks.Canary.ANSWER;
import static org.somoim.leaks.Canary.ANSWER_ID;
import static org.somoim.leaks.Canary.APPEAL;
import static org.somoim.leaks.Canary.AUTHOR;
import static org.somoim.leaks.Canary.AUTHORS_ADDRESS;
import static org.somoim.leaks.Canary.AUTHORS_NAME;
import static org.somoim.leaks.Canary.AVATAR;
import static org.somoim.leaks.Canary.BADGE;
import static org.somoim.leaks.Canary.BANNED_PERSON;
import static org.somoim.leaks.Canary.BIO;
import static org.somoim.leaks.Canary.CASE;
import static org.somoim.leaks.Canary.CATEGORY_NAME;
import static org.somoim.leaks.Canary.CLOSED_EVENT_ADDRESS;
import static org.somoim.leaks.Canary.CLOSED_EVENT_ID;
import static org.somoim.leaks.Canary.CLOSED_EVENT_TITLE;
import static org.somoim.leaks.Canary.COMMENT;
import static org.somoim.leaks.Canary.COMPLAINT;
import static org.somoim.leaks.Canary.CONVERSATION;
import static org.somoim.leaks.Canary.DECIDER;
import static org.somoim.leaks.Canary.DELETED_COMMENT;
import static org.somoim.leaks.Canary.DELETED_FORUM_POST;
import static org.somoim.leaks.Canary.DIRECT_MESSAGE;
import static org.somoim.leaks.Canary.EARLIER_BODY;
import static org.somoim.leaks.Canary.EARLIER_COMMENT;
import static org.somoim.leaks.Canary.EARLIER_TITLE;
import static org.somoim.leaks.Canary.EMERGENCY;
import static org.somoim.leaks.Canary.EVENT_ADDRESS;
import static org.somoim.leaks.Canary.EVENT_ID;
import static org.somoim.leaks.Canary.EVENT_TITLE;
import static org.somoim.leaks.Canary.EXPERTISE;
import static org.somoim.leaks.Canary.FAMILY_NAME;
import static org.somoim.leaks.Canary.FORUM_DRAFT;
import static org.somoim.leaks.Canary.FORUM_POST;
import static org.somoim.leaks.Canary.FORUM_POST_TEXT;
import static org.somoim.leaks.Canary.GIVEN_NAME;
import static org.somoim.leaks.Canary.GOAL;
import static org.somoim.leaks.Canary.GOAL_TAG;
import static org.somoim.leaks.Canary.GOAL_TEXT;
import static org.somoim.leaks.Canary.GOAL_TITLE;
import static org.somoim.leaks.Canary.GROUP;
import static org.somoim.leaks.Canary.GROUP_CATEGORY;
import static org.somoim.leaks.Canary.GROUP_DESCRIPTION;
import static org.somoim.leaks.Canary.GROUP_NAME;
import static org.somoim.leaks.Canary.HELPER;
import static org.somoim.leaks.Canary.HIGH_CATEGORY_NAME;
import static org.somoim.leaks.Canary.HIGH_TOPIC;
import static org.somoim.leaks.Canary.HIGH_TOPIC_TEXT;
import static org.somoim.leaks.Canary.HIGH_TOPIC_TITLE;
import static org.somoim.leaks.Canary.INTEREST;
import static org.somoim.leaks.Canary.INVITED_ADDRESS;
import static org.somoim.leaks.Canary.INVITEE;
import static org.somoim.leaks.Canary.LOCATION;
import static org.somoim.leaks.Canary.MEASURE;
import static org.somoim.leaks.Canary.MESSAGE;
import static org.somoim.leaks.Canary.MESSAGE_ID;
import static org.somoim.leaks.Canary.MUTED_WORD;
import static org.somoim.leaks.Canary.OWNERS_MESSAGE;
import static org.somoim.leaks.Canary.OWNERS_POST;
import static org.somoim.leaks.Canary.OWNERS_POST_ID;
import static org.somoim.leaks.Canary.OWN_EVENT_ADDRESS;
import static org.somoim.leaks.Canary.OWN_EVENT_TITLE;
import static org.somoim.leaks.Canary.PAGE_COMMENT;
import static org.somoim.leaks.Canary.PAGE_POST;
import static org.somoim.leaks.Canary.PARTED_MESSAGE;
import static org.somoim.leaks.Canary.POST;
import static org.somoim.leaks.Canary.POST_BODY;
import static org.somoim.leaks.Canary.POST_TITLE;
import static org.somoim.leaks.Canary.QUIET_MEMBER;
import static org.somoim.leaks.Canary.REPLY;
import static org.somoim.leaks.Canary.REQUESTER;
import static org.somoim.leaks.Canary.REQUEST_MESSAGE;
import static org.somoim.leaks.Canary.SERIES_ID;
import static org.somoim.leaks.Canary.SERIES_TITLE;
import static org.somoim.leaks.Canary.STATEMENT;
import static org.somoim.leaks.Canary.TOPIC;
import static org.somoim.leaks.Canary.TOPIC_TAG;
import static org.somoim.leaks.Canary.TOPIC_TEXT;
import static org.somoim.leaks.Canary.TOPIC_TITLE;
import static org.somoim.leaks.Canary.WAITING_TOPIC;
import static org.somoim.leaks.Canary.WAITING_TOPIC_TEXT;
import static org.somoim.leaks.Canary.WAITING_TOPIC_TITLE;
import static org.somoim.leaks.Canary.WITHDRAWN_GOAL;
import static org.somoim.leaks.Canary.WITNESS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.audit.AuditFilter;
import org.somoim.chat.Chat;
import org.somoim.chat.Conversation;
import org.somoim.comparison.Figures;
import org.somoim.events.Coordinates;
import org.somoim.events.Rsvp;
import org.somoim.events.Span;
import org.somoim.forum.Permalink;
import org.somoim.forum.PostOrder;
import org.somoim.forum.TopicFilter;
import org.somoim.goals.GoalFilter;
import org.somoim.groups.GroupFilter;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.HalfYear;
import org.somoim.moderation.Subject;
import org.somoim.operations.Upkeep;
import org.somoim.personaldata.Excerpt;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Reaction;

/** Every way to read something through the front doors. */
public final class DoorSurfaces {
    private static final Canary[] CARD = {GROUP_NAME, GROUP_DESCRIPTION, GROUP_CATEGORY};
    private static final Canary[] PROFILE = {BIO, FAMILY_NAME, AVATAR, LOCATION, INTEREST, EXPERTISE};
    /** Whoever was mentioned by the owner and by the author, and still belongs. */
    private static final Relation[] MENTIONED = {
        Relation.MEMBER, Relation.MODERATOR, Relation.ADMIN, Relation.BLOCKED_MEMBER, Relation.BLOCKING_MEMBER
    };

    /** Who belongs, and is not only invited. */
    private static final Relation[] STILL_IN = {
        Relation.MEMBER,
        Relation.AUTHOR,
        Relation.MODERATOR,
        Relation.ADMIN,
        Relation.OWNER,
        Relation.BLOCKED_MEMBER,
        Relation.BLOCKING_MEMBER,
        Relation.BLOCKED_MODERATOR
    };

    private static final Relation[] THE_TWO = {Relation.AUTHOR, Relation.MEMBER};

    private static final Relation[] BELONGING = {
        Relation.INVITED,
        Relation.MEMBER,
        Relation.AUTHOR,
        Relation.MODERATOR,
        Relation.ADMIN,
        Relation.OWNER,
        Relation.BLOCKED_MEMBER,
        Relation.BLOCKING_MEMBER,
        Relation.BLOCKED_MODERATOR
    };

    /** As scenes have it. */
    private static final LocalDateTime FIRST_START = LocalDateTime.parse("2026-03-12T19:00:00");

    private final Somoim somoim;

    private DoorSurfaces(Somoim somoim) {
        this.somoim = somoim;
    }

    public static List<Surface> of(Somoim somoim) {
        var doors = new DoorSurfaces(somoim);
        List<Surface> all = new ArrayList<>(doors.people());
        all.addAll(doors.groups());
        all.addAll(doors.posts());
        all.addAll(doors.events());
        all.addAll(doors.calendars());
        all.addAll(doors.ratings());
        all.addAll(doors.goals());
        all.addAll(doors.comparisons());
        all.addAll(doors.alerts());
        all.addAll(doors.chat());
        all.addAll(doors.notifications());
        all.addAll(doors.personalData());
        all.addAll(doors.audit());
        all.addAll(doors.moderation());
        all.addAll(doors.operations());
        all.addAll(doors.forum());
        return all;
    }

    /** Whoever runs the community learns what is said against the author, and nobody who said it. */
    private List<Surface> moderation() {
        var appeals = somoim.appeals();
        var oversight = somoim.oversight();
        return List.of(
                paged("reports.mine", (viewer, scene) -> ask -> somoim.reports().mine(viewer, ask)),
                asked("cases.window", (viewer, scene) -> somoim.cases().window(viewer))
                        .shows(CASE)
                        .to(Relation.SITE_ADMIN)
                        .knowing(AUTHOR),
                asked("cases.get(person)", (viewer, scene) -> somoim.cases()
                                .get(viewer, scene.dispute().open()))
                        .shows(COMPLAINT)
                        .to(Relation.SITE_ADMIN)
                        // As it was reported, and as everyone sees it now.
                        .knowing(CASE, AUTHOR, AUTHORS_NAME, BIO),
                asked("cases.get(page)", (viewer, scene) -> somoim.cases()
                                .get(viewer, scene.dispute().decided()))
                        .shows(COMPLAINT, STATEMENT, DECIDER)
                        .to(Relation.SITE_ADMIN)
                        .knowing(AUTHOR, PAGE_POST),
                asked("cases.proposals", (viewer, scene) -> somoim.cases().proposals(viewer)),
                paged("appeals.statements", (viewer, scene) -> ask -> appeals.statements(viewer, ask))
                        .shows(STATEMENT)
                        .to(Relation.AUTHOR),
                asked(
                                "appeals.statement",
                                (viewer, scene) -> appeals.statement(
                                        viewer, scene.dispute().measure()))
                        .shows(STATEMENT)
                        .to(Relation.AUTHOR)
                        .knowing(MEASURE),
                asked(
                                "appeals.statementsOn",
                                (viewer, scene) -> appeals.statementsOn(viewer, Subject.of("goal", scene.goal())))
                        .to(Relation.AUTHOR)
                        .knowing(GOAL),
                paged("appeals.mine", (viewer, scene) -> ask -> appeals.mine(viewer, ask))
                        .shows(APPEAL)
                        .to(Relation.AUTHOR),
                paged("appeals.waiting", (viewer, scene) -> ask -> appeals.waiting(viewer, ask))
                        .shows(APPEAL)
                        .to(Relation.SITE_ADMIN)
                        .knowing(AUTHOR),
                paged("appeals.restricted", (viewer, scene) -> ask -> appeals.restricted(viewer, ask)),
                paged("appeals.record", (viewer, scene) -> ask -> appeals.record(viewer, ask))
                        .shows(STATEMENT, DECIDER)
                        .to(Relation.SITE_ADMIN)
                        .knowing(AUTHOR),
                asked("oversight.queue", (viewer, scene) -> oversight.queue(viewer)),
                asked(
                        "oversight.transparency",
                        (viewer, scene) -> oversight.transparency(viewer, new HalfYear(2025, 2))));
    }

    private List<Surface> audit() {
        var audit = somoim.audit();
        return List.of(
                // Only those who run the community get any answer: ids of people and of what was done to them.
                paged("audit.entries", (viewer, scene) -> ask -> audit.entries(viewer, AuditFilter.ALL, ask))
                        .knowing(GROUP, AUTHOR, QUIET_MEMBER, BANNED_PERSON),
                asked("audit.head", (viewer, scene) -> audit.head(viewer)),
                asked("audit.verify", (viewer, scene) -> audit.verify(viewer)));
    }

    /** Names of facts and jobs, and numbers; nobody but those who run the community gets any answer. */
    private List<Surface> operations() {
        var operations = somoim.operations();
        return List.of(
                asked("operations.listeners", (viewer, scene) -> operations.listeners(viewer)),
                paged("operations.facts", (viewer, scene) -> ask -> operations.facts(viewer, ask)),
                asked("operations.setAside", (viewer, scene) -> operations.setAside(viewer)),
                asked("operations.jobs", (viewer, scene) -> operations.jobs(viewer)),
                // How much was counted differs from one question to the next: each is counted itself.
                asked(
                        "operations.numbers",
                        (viewer, scene) -> operations.numbers(viewer).keySet()),
                asked("operations.steps", (viewer, scene) -> operations.steps(viewer, Upkeep.NONE)),
                asked("operations.copies", (viewer, scene) -> operations.copies(viewer, Upkeep.NONE)),
                asked("operations.check", (viewer, scene) -> operations.check(viewer, Upkeep.NONE)),
                asked(
                        "operations.checkCopy",
                        (viewer, scene) -> operations.checkCopy(viewer, Upkeep.NONE, Line.of("any"))),
                asked("epochs.accounts", (viewer, scene) -> somoim.epochs().accounts(viewer)),
                asked("statistics.summary", (viewer, scene) -> somoim.statistics()
                        .summary(viewer)));
    }

    private List<Surface> personalData() {
        var personalData = somoim.personalData();
        return List.of(
                asked("personalData.export", (viewer, scene) -> {
                            List<Excerpt> all = new ArrayList<>();
                            personalData.export(viewer).tell((capability, excerpt) -> all.add(excerpt));
                            return all;
                        })
                        .shows(AUTHORS_ADDRESS, AUTHORS_NAME)
                        .to(Relation.AUTHOR)
                        // What one wrote, chose and belongs to is one's own, wherever it has gone since.
                        .knowing(
                                GROUP,
                                AUTHOR,
                                POST,
                                POST_TITLE,
                                POST_BODY,
                                COMMENT,
                                EARLIER_COMMENT,
                                DELETED_COMMENT,
                                OWNERS_POST,
                                OWNERS_POST_ID,
                                EVENT_ID,
                                EVENT_TITLE,
                                EVENT_ADDRESS,
                                CLOSED_EVENT_ID,
                                CLOSED_EVENT_TITLE,
                                CLOSED_EVENT_ADDRESS,
                                SERIES_ID,
                                SERIES_TITLE,
                                INVITED_ADDRESS,
                                MESSAGE_ID,
                                MESSAGE,
                                OWNERS_MESSAGE,
                                CONVERSATION,
                                DIRECT_MESSAGE,
                                PARTED_MESSAGE,
                                DELETED_FORUM_POST),
                asked("personalData.mine", (viewer, scene) -> personalData.mine(viewer)),
                asked(
                        "personalData.find",
                        (viewer, scene) -> personalData.find(
                                viewer, new Id<>(scene.author().value()))),
                paged("personalData.pending", (viewer, scene) -> ask -> personalData.pending(viewer, ask)));
    }

    private List<Surface> people() {
        var accounts = somoim.accounts();
        var profiles = somoim.profiles();
        return List.of(
                asked("accounts.mine", (viewer, scene) -> accounts.mine(viewer))
                        .shows(AUTHORS_ADDRESS)
                        .to(Relation.AUTHOR),
                asked("accounts.find", (viewer, scene) -> accounts.find(viewer, scene.author()))
                        .shows(AUTHORS_ADDRESS)
                        .to(Relation.SITE_ADMIN)
                        .knowing(AUTHOR),
                // Only those who run the community get any answer, and they may know every account there is.
                paged("accounts.list", (viewer, scene) -> ask -> accounts.list(viewer, ask))
                        .shows(AUTHORS_ADDRESS)
                        .to(Relation.SITE_ADMIN)
                        .knowing(AUTHOR, QUIET_MEMBER, HELPER, INVITEE, REQUESTER, BANNED_PERSON, WITNESS, DECIDER),
                asked("sessions.list", (viewer, scene) -> somoim.sessions().list(viewer)),
                asked("identities.list", (viewer, scene) -> somoim.identities().list(viewer)),
                asked("profiles.mine", (viewer, scene) -> profiles.mine(viewer))
                        .shows(GIVEN_NAME)
                        .to(Relation.AUTHOR),
                asked("profiles.see", (viewer, scene) -> profiles.see(viewer, scene.author()))
                        .shows(PROFILE)
                        .knowing(AUTHOR),
                asked("profiles.badges", (viewer, scene) -> profiles.badges(viewer, scene.author()))
                        .shows(BADGE)
                        .knowing(AUTHOR),
                asked("profiles.names", (viewer, scene) -> profiles.names(viewer, java.util.Set.of(scene.author())))
                        .shows(AUTHORS_NAME)
                        .knowing(AUTHOR),
                asked("profiles.preview", (viewer, scene) -> java.util.Arrays.stream(
                                org.somoim.profiles.Onlooker.values())
                        .map(as -> profiles.preview(viewer, as))
                        .toList()),
                asked("profiles.settings", (viewer, scene) -> profiles.settings(viewer)),
                asked("profiles.guide", (viewer, scene) -> profiles.guide(viewer)),
                // Whom one has blocked oneself, by name, so that one can take it back.
                asked("profiles.blocked", (viewer, scene) -> profiles.blocked(viewer))
                        .knowing(AUTHOR, AUTHORS_NAME),
                asked("profiles.mutedWords", (viewer, scene) -> profiles.mutedWords(viewer))
                        .shows(MUTED_WORD)
                        .to(Relation.AUTHOR));
    }

    private List<Surface> groups() {
        var groups = somoim.groups();
        var memberships = somoim.memberships();
        var members = somoim.members();
        var invites = somoim.invites();
        return List.of(
                asked("groups.find", (viewer, scene) -> groups.find(viewer, scene.group()))
                        .shows(CARD)
                        .knowing(GROUP),
                paged("groups.browse(all)", (viewer, scene) -> ask -> groups.browse(viewer, GroupFilter.ALL, ask))
                        .shows(CARD),
                paged(
                                "groups.browse(category)",
                                (viewer, scene) -> ask ->
                                        groups.browse(viewer, GroupFilter.category(scene.word(GROUP_CATEGORY)), ask))
                        .shows(GROUP_NAME)
                        .knowing(GROUP_CATEGORY),
                paged(
                                "groups.browse(name)",
                                (viewer, scene) ->
                                        ask -> groups.browse(viewer, GroupFilter.named(scene.line(GROUP_NAME)), ask))
                        .shows(GROUP_DESCRIPTION)
                        .knowing(GROUP_NAME),
                paged("groups.mine", (viewer, scene) -> ask -> groups.mine(viewer, ask))
                        .shows(CARD)
                        .to(BELONGING),
                // Whoever has asked to come keeps that, also when the group goes out of sight.
                asked("memberships.own", (viewer, scene) -> memberships.own(viewer, scene.group()))
                        .shows(REQUEST_MESSAGE)
                        .to(Relation.REQUESTED)
                        .knowing(GROUP),
                paged(
                                "memberships.requests",
                                (viewer, scene) -> ask -> memberships.requests(viewer, scene.group(), ask))
                        .shows(REQUESTER, REQUEST_MESSAGE)
                        .to(Relation.MODERATOR, Relation.ADMIN, Relation.OWNER, Relation.BLOCKED_MODERATOR)
                        .knowing(GROUP),
                paged(
                                "memberships.invitations",
                                (viewer, scene) -> ask -> memberships.invitations(viewer, scene.group(), ask))
                        .shows(INVITEE)
                        .to(Relation.MEMBER, Relation.OWNER)
                        .knowing(GROUP),
                paged("members.list", (viewer, scene) -> ask -> members.list(viewer, scene.group(), ask))
                        .shows(QUIET_MEMBER, AUTHOR)
                        .knowing(GROUP),
                asked("members.team", (viewer, scene) -> members.team(viewer, scene.group()))
                        .knowing(GROUP),
                paged("members.banned", (viewer, scene) -> ask -> members.banned(viewer, scene.group(), ask))
                        .shows(BANNED_PERSON)
                        .to(Relation.MODERATOR, Relation.ADMIN, Relation.OWNER, Relation.BLOCKED_MODERATOR)
                        .knowing(GROUP),
                paged("members.history", (viewer, scene) -> ask -> members.history(viewer, scene.group(), ask))
                        .shows(BANNED_PERSON, QUIET_MEMBER)
                        .to(Relation.ADMIN, Relation.OWNER)
                        .knowing(GROUP),
                paged("invites.list", (viewer, scene) -> ask -> invites.list(viewer, scene.group(), ask))
                        .shows(INVITED_ADDRESS)
                        .knowing(GROUP),
                asked("invites.peek(revoked)", (viewer, scene) -> invites.peek(viewer, scene.revoked())));
    }

    private List<Surface> posts() {
        var posts = somoim.posts();
        var comments = somoim.comments();
        var reactions = somoim.reactions();
        return List.of(
                asked("posts.get(author's)", (viewer, scene) -> posts.get(viewer, scene.post()))
                        .shows(POST_TITLE, POST_BODY)
                        .knowing(POST),
                asked("posts.get(owner's)", (viewer, scene) -> posts.get(viewer, scene.ownersPost()))
                        .shows(OWNERS_POST)
                        .knowing(OWNERS_POST_ID),
                // Whoever holds its id has been on the page.
                asked("posts.get(page)", (viewer, scene) -> posts.get(viewer, scene.pagePost()))
                        .shows(PAGE_POST)
                        .knowing(AUTHOR),
                paged("posts.inGroup", (viewer, scene) -> ask -> posts.inGroup(viewer, scene.group(), ask))
                        .shows(POST_TITLE, POST_BODY, OWNERS_POST, AUTHOR)
                        .knowing(GROUP),
                asked("posts.pinned", (viewer, scene) -> posts.pinned(viewer, scene.group()))
                        .shows(OWNERS_POST)
                        .knowing(GROUP),
                paged("posts.onPage", (viewer, scene) -> ask -> posts.onPage(viewer, scene.author(), ask))
                        .shows(PAGE_POST)
                        .knowing(AUTHOR),
                asked("posts.pinnedOnPage", (viewer, scene) -> posts.pinnedOnPage(viewer, scene.author()))
                        .shows(PAGE_POST)
                        .knowing(AUTHOR),
                paged("posts.history", (viewer, scene) -> ask -> posts.history(viewer, scene.post(), ask))
                        .shows(EARLIER_TITLE, EARLIER_BODY)
                        .knowing(POST),
                asked("comments.get(author's)", (viewer, scene) -> comments.get(viewer, scene.comment()))
                        .shows(COMMENT, AUTHOR),
                asked("comments.get(answer)", (viewer, scene) -> comments.get(viewer, scene.answer()))
                        .shows(ANSWER)
                        .knowing(ANSWER_ID),
                asked("comments.get(deleted)", (viewer, scene) -> comments.get(viewer, scene.deletedComment())),
                asked("comments.get(page)", (viewer, scene) -> comments.get(viewer, scene.pageComment()))
                        .shows(PAGE_COMMENT)
                        .knowing(AUTHOR),
                paged("comments.under(author's)", (viewer, scene) -> ask -> comments.under(viewer, scene.post(), ask))
                        .shows(ANSWER)
                        .knowing(POST),
                paged(
                                "comments.under(owner's)",
                                (viewer, scene) -> ask -> comments.under(viewer, scene.ownersPost(), ask))
                        .shows(COMMENT, REPLY)
                        .knowing(OWNERS_POST_ID),
                paged("comments.under(page)", (viewer, scene) -> ask -> comments.under(viewer, scene.pagePost(), ask))
                        .shows(PAGE_COMMENT)
                        .knowing(AUTHOR),
                paged("comments.history", (viewer, scene) -> ask -> comments.history(viewer, scene.comment(), ask))
                        .shows(EARLIER_COMMENT)
                        .knowing(COMMENT),
                paged(
                                "reactions.of",
                                (viewer, scene) -> ask -> reactions.of(
                                        viewer, ContentRef.post(scene.ownersPost()), Reaction.Kind.LIKE, ask))
                        .shows(AUTHOR)
                        .knowing(OWNERS_POST_ID));
    }

    private List<Surface> calendars() {
        var calendars = somoim.calendars();
        var from = Instant.parse("2026-03-01T00:00:00Z");
        var until = Instant.parse("2026-06-01T00:00:00Z");
        Canary[] ours = {EVENT_TITLE, EVENT_ADDRESS, CLOSED_EVENT_TITLE, CLOSED_EVENT_ADDRESS, SERIES_TITLE};
        return List.of(
                paged("calendars.entries", (viewer, scene) -> ask -> calendars.entries(viewer, null, from, until, ask))
                        .shows(ours)
                        .to(STILL_IN),
                paged(
                                "calendars.entries(own)",
                                (viewer, scene) -> ask -> calendars.entries(viewer, null, from, until, ask))
                        .shows(OWN_EVENT_TITLE, OWN_EVENT_ADDRESS)
                        .to(Relation.AUTHOR),
                paged(
                                "calendars.entries(group)",
                                (viewer, scene) -> ask -> calendars.entries(viewer, scene.group(), from, until, ask))
                        .shows(ours)
                        .to(STILL_IN)
                        .knowing(GROUP),
                // By a link that they had made while they were in.
                asked("calendars.feed", (viewer, scene) -> calendars.feed(Actor.visitor(), scene.link(viewer)))
                        .shows(ours)
                        .to(STILL_IN),
                asked("calendars.feed(revoked)", (viewer, scene) -> calendars.feed(viewer, scene.revoked())),
                asked("calendars.links", (viewer, scene) -> calendars.links(viewer)),
                asked("reminders.of", (viewer, scene) -> somoim.reminders().of(viewer, scene.closedEvent()))
                        .knowing(CLOSED_EVENT_ID));
    }

    private List<Surface> ratings() {
        var ratings = somoim.ratings();
        return List.of(
                asked("ratings.toRate", (viewer, scene) -> ratings.toRate(viewer, scene.closedEvent()))
                        .knowing(CLOSED_EVENT_ID),
                paged("ratings.given", (viewer, scene) -> ask -> ratings.given(viewer, ask)),
                paged("ratings.comments", (viewer, scene) -> ask -> ratings.comments(viewer, ask)),
                asked("ratings.reputation", (viewer, scene) -> ratings.reputation(viewer, scene.author()))
                        .knowing(AUTHOR));
    }

    /** Whoever reads what somebody wrote in the forum reads who it was. */
    private List<Surface> forum() {
        var categories = somoim.forumCategories();
        var topics = somoim.forumTopics();
        var posts = somoim.forumPosts();
        var drafts = somoim.forumDrafts();
        return List.of(
                asked(
                                "forumCategories.get(open)",
                                (viewer, scene) ->
                                        categories.get(viewer, scene.forum().category()))
                        .shows(CATEGORY_NAME),
                asked(
                                "forumCategories.get(high)",
                                (viewer, scene) ->
                                        categories.get(viewer, scene.forum().high()))
                        .shows(HIGH_CATEGORY_NAME),
                asked("forumCategories.all", (viewer, scene) -> categories.all(viewer))
                        .shows(CATEGORY_NAME, HIGH_CATEGORY_NAME),
                asked(
                                "forumTopics.get",
                                (viewer, scene) ->
                                        topics.get(viewer, scene.forum().topic()))
                        .shows(TOPIC_TITLE, TOPIC_TEXT, TOPIC_TAG)
                        .knowing(TOPIC, AUTHOR),
                asked(
                                "forumTopics.get(high)",
                                (viewer, scene) ->
                                        topics.get(viewer, scene.forum().highTopic()))
                        .shows(HIGH_TOPIC_TITLE, HIGH_TOPIC_TEXT)
                        .knowing(HIGH_TOPIC, AUTHOR),
                asked(
                                "forumTopics.get(waiting)",
                                (viewer, scene) ->
                                        topics.get(viewer, scene.forum().waitingTopic()))
                        .shows(WAITING_TOPIC_TITLE, WAITING_TOPIC_TEXT)
                        .knowing(WAITING_TOPIC, AUTHOR),
                asked(
                                "forumTopics.find",
                                (viewer, scene) -> topics.find(
                                        viewer, new Permalink(scene.forum().topic(), 1, 2)))
                        .shows(FORUM_POST)
                        .knowing(TOPIC),
                asked(
                                "forumTopics.find(high)",
                                (viewer, scene) -> topics.find(
                                        viewer, new Permalink(scene.forum().highTopic(), 1, 1)))
                        .shows(HIGH_TOPIC)
                        .knowing(HIGH_TOPIC),
                paged("forumTopics.list(all)", (viewer, scene) -> ask -> topics.list(viewer, TopicFilter.ALL, ask))
                        .shows(TOPIC, TOPIC_TITLE, HIGH_TOPIC_TITLE)
                        .knowing(AUTHOR),
                paged(
                                "forumTopics.list(category)",
                                (viewer, scene) -> ask -> topics.list(
                                        viewer, TopicFilter.in(scene.forum().high()), ask))
                        .shows(HIGH_TOPIC, HIGH_TOPIC_TITLE)
                        .knowing(AUTHOR),
                paged(
                                "forumTopics.list(tag)",
                                (viewer, scene) -> ask -> topics.list(
                                        viewer, new TopicFilter(null, scene.line(TOPIC_TAG), null, null), ask))
                        .shows(TOPIC, TOPIC_TITLE)
                        .knowing(TOPIC_TAG, AUTHOR),
                asked(
                                "forumTopics.pinned",
                                (viewer, scene) ->
                                        topics.pinned(viewer, scene.forum().category()))
                        .shows(TOPIC_TITLE)
                        .knowing(CATEGORY_NAME, AUTHOR),
                paged("forumTopics.following", (viewer, scene) -> ask -> topics.following(viewer, ask))
                        .shows(TOPIC_TITLE, HIGH_TOPIC_TITLE)
                        .to(Relation.AUTHOR)
                        .knowing(AUTHOR),
                asked(
                                "forumPosts.get",
                                (viewer, scene) ->
                                        posts.get(viewer, scene.forum().post()))
                        .shows(FORUM_POST_TEXT)
                        .knowing(FORUM_POST, AUTHOR),
                asked(
                                "forumPosts.get(high)",
                                (viewer, scene) ->
                                        posts.get(viewer, scene.forum().highPost()))
                        .shows(HIGH_TOPIC_TEXT)
                        .knowing(AUTHOR),
                asked(
                                "forumPosts.get(waiting)",
                                (viewer, scene) ->
                                        posts.get(viewer, scene.forum().waitingPost()))
                        .shows(WAITING_TOPIC_TEXT)
                        .knowing(AUTHOR),
                asked(
                        "forumPosts.get(deleted)",
                        (viewer, scene) -> posts.get(viewer, scene.forum().deletedPost())),
                paged(
                                "forumPosts.in(number)",
                                (viewer, scene) ->
                                        ask -> posts.in(viewer, scene.forum().topic(), PostOrder.NUMBER, ask))
                        .shows(TOPIC_TEXT, FORUM_POST_TEXT)
                        .knowing(TOPIC, AUTHOR),
                paged(
                                "forumPosts.in(quality)",
                                (viewer, scene) ->
                                        ask -> posts.in(viewer, scene.forum().topic(), PostOrder.QUALITY, ask))
                        .shows(FORUM_POST_TEXT)
                        .knowing(TOPIC, AUTHOR),
                paged(
                                "forumPosts.in(waiting)",
                                (viewer, scene) ->
                                        ask -> posts.in(viewer, scene.forum().waitingTopic(), PostOrder.NUMBER, ask))
                        .knowing(WAITING_TOPIC, AUTHOR),
                paged("forumPosts.mine", (viewer, scene) -> ask -> posts.mine(viewer, ask))
                        .shows(TOPIC_TEXT, FORUM_POST_TEXT, HIGH_TOPIC_TEXT, WAITING_TOPIC_TEXT)
                        .to(Relation.AUTHOR)
                        .knowing(AUTHOR),
                paged(
                                "forumCuration.waiting",
                                (viewer, scene) -> ask -> somoim.forumCuration().waiting(viewer, ask))
                        .shows(WAITING_TOPIC_TEXT)
                        .to(Relation.SITE_ADMIN)
                        .knowing(AUTHOR),
                asked(
                                "forumDrafts.get",
                                (viewer, scene) ->
                                        drafts.get(viewer, scene.forum().draft()))
                        .shows(FORUM_DRAFT)
                        .knowing(AUTHOR),
                paged("forumDrafts.mine", (viewer, scene) -> ask -> drafts.mine(viewer, ask))
                        .shows(FORUM_DRAFT)
                        .to(Relation.AUTHOR)
                        .knowing(AUTHOR));
    }

    private List<Surface> goals() {
        var shares = somoim.goalShares();
        var inspiration = somoim.inspiration();
        return List.of(
                asked("goalShares.mine", (viewer, scene) -> shares.mine(viewer))
                        .shows(GOAL_TITLE, GOAL_TEXT, GOAL_TAG, WITHDRAWN_GOAL)
                        .to(Relation.AUTHOR),
                asked("goalShares.mine(one)", (viewer, scene) -> shares.mine(viewer, scene.goal()))
                        .shows(GOAL_TITLE, GOAL_TEXT, GOAL_TAG)
                        .to(Relation.AUTHOR)
                        .knowing(GOAL),
                asked("goalShares.restraints", (viewer, scene) -> shares.restraints(viewer)),
                asked("goalShares.templates", (viewer, scene) -> shares.templates(viewer)),
                asked("goalShares.terms", (viewer, scene) -> shares.terms(viewer)),
                paged("inspiration.list", (viewer, scene) -> ask -> inspiration.list(viewer, GoalFilter.ALL, ask))
                        .shows(GOAL, GOAL_TITLE, GOAL_TEXT, GOAL_TAG),
                paged(
                                "inspiration.list(tag)",
                                (viewer, scene) -> ask -> inspiration.list(
                                        viewer, GoalFilter.tagged(Line.of(scene.token(GOAL_TAG))), ask))
                        .shows(GOAL, GOAL_TITLE, GOAL_TEXT, GOAL_TAG),
                asked("inspiration.see", (viewer, scene) -> inspiration.see(viewer, scene.goal()))
                        .shows(GOAL_TITLE, GOAL_TEXT, GOAL_TAG)
                        .knowing(GOAL));
    }

    private List<Surface> comparisons() {
        var comparisons = somoim.comparisons();
        var fund = new Word("emergency-fund");
        // Whoever asks says all that is needed, so that whatever is said of others would be said now.
        Figures own = Figures.NONE.in("age", "from-35").with("emergency-fund", 3);
        return List.of(
                asked("comparisons.contribution", (viewer, scene) -> comparisons.contribution(viewer)),
                asked("comparisons.compare", (viewer, scene) -> comparisons.compare(viewer, fund, own)),
                asked("comparisons.suggestions", (viewer, scene) -> comparisons.suggestions(viewer, fund, own)),
                asked("comparisons.insight", (viewer, scene) -> comparisons.insight(viewer, fund, own)),
                asked("comparisons.insights", (viewer, scene) -> comparisons.insights(viewer)),
                asked("comparisons.trends", (viewer, scene) -> comparisons.trends(viewer, fund, own)),
                asked("comparisons.receiptFor", (viewer, scene) -> comparisons.receiptFor(viewer, fund, own)),
                asked(
                                "comparisons.receipt",
                                (viewer, scene) -> comparisons.receipt(
                                        viewer, new Id<>(scene.author().value())))
                        .knowing(AUTHOR),
                asked(
                        "comparisons.plan",
                        (viewer, scene) -> comparisons.plan(viewer).shape()),
                asked("epochs.compliance", (viewer, scene) -> somoim.epochs().compliance(viewer)));
    }

    private List<Surface> events() {
        var events = somoim.events();
        var recurrences = somoim.recurrences();
        var rsvps = somoim.rsvps();
        Span always = Span.from(Instant.EPOCH);
        // Around the place where everything is.
        var here = new Coordinates(3_756_660_000L, 12_697_840_000L);
        return List.of(
                asked("events.find(public)", (viewer, scene) -> events.find(viewer, scene.event()))
                        .shows(EVENT_TITLE, EVENT_ADDRESS)
                        .knowing(EVENT_ID),
                asked("events.find(closed)", (viewer, scene) -> events.find(viewer, scene.closedEvent()))
                        .shows(CLOSED_EVENT_TITLE, CLOSED_EVENT_ADDRESS)
                        .knowing(CLOSED_EVENT_ID),
                asked("events.find(own)", (viewer, scene) -> events.find(viewer, scene.ownEvent()))
                        .shows(OWN_EVENT_TITLE, OWN_EVENT_ADDRESS)
                        .knowing(AUTHOR),
                paged("events.inGroup", (viewer, scene) -> ask -> events.inGroup(viewer, scene.group(), always, ask))
                        .shows(EVENT_TITLE, EVENT_ADDRESS, CLOSED_EVENT_TITLE, CLOSED_EVENT_ADDRESS, SERIES_TITLE)
                        .knowing(GROUP),
                paged("events.onPage", (viewer, scene) -> ask -> events.onPage(viewer, scene.author(), always, ask))
                        .shows(OWN_EVENT_TITLE, OWN_EVENT_ADDRESS)
                        .knowing(AUTHOR),
                paged("events.near", (viewer, scene) -> ask -> events.near(viewer, here, 1000, always, ask))
                        .shows(EVENT_TITLE, CLOSED_EVENT_ADDRESS, OWN_EVENT_TITLE)
                        // All others see the public event, but not where it is; so it is not near anything.
                        .to(
                                Relation.MEMBER,
                                Relation.AUTHOR,
                                Relation.MODERATOR,
                                Relation.ADMIN,
                                Relation.OWNER,
                                Relation.BLOCKED_MODERATOR)
                        // The host of the author's own event, which is read with its title or not at all.
                        .knowing(AUTHOR),
                asked("recurrences.find", (viewer, scene) -> recurrences.find(viewer, scene.series()))
                        .knowing(SERIES_ID),
                paged(
                                "recurrences.occurrences",
                                (viewer, scene) -> ask -> recurrences.occurrences(viewer, scene.series(), always, ask))
                        .shows(SERIES_TITLE)
                        .knowing(SERIES_ID),
                asked(
                                "recurrences.occurrence",
                                (viewer, scene) -> recurrences.occurrence(viewer, scene.series(), FIRST_START))
                        .shows(SERIES_TITLE)
                        .knowing(SERIES_ID),
                asked("rsvps.own", (viewer, scene) -> rsvps.own(viewer, scene.closedEvent()))
                        .knowing(CLOSED_EVENT_ID),
                asked("rsvps.tally", (viewer, scene) -> rsvps.tally(viewer, scene.closedEvent()))
                        .knowing(CLOSED_EVENT_ID),
                paged("rsvps.list", (viewer, scene) -> ask -> rsvps.list(viewer, scene.event(), Rsvp.Answer.GOING, ask))
                        .shows(AUTHOR, QUIET_MEMBER)
                        .to(
                                Relation.MEMBER,
                                Relation.AUTHOR,
                                Relation.MODERATOR,
                                Relation.ADMIN,
                                Relation.OWNER,
                                Relation.BLOCKED_MODERATOR)
                        .knowing(EVENT_ID));
    }

    private List<Surface> alerts() {
        var alerts = somoim.alerts();
        return List.of(
                asked("alerts.find", (viewer, scene) -> alerts.find(viewer, scene.alert()))
                        .shows(ALERT_MESSAGE, ALERT_LOCATION, EMERGENCY)
                        .knowing(ALERT),
                asked("alerts.batch", (viewer, scene) -> alerts.batch(viewer, scene.emergency()))
                        .shows(ALERT, ALERT_MESSAGE, ALERT_LOCATION)
                        .knowing(EMERGENCY),
                paged("alerts.inGroup", (viewer, scene) -> ask -> alerts.inGroup(viewer, scene.group(), ask))
                        .shows(ALERT, ALERT_MESSAGE, ALERT_LOCATION)
                        .knowing(GROUP),
                paged("alerts.calling", (viewer, scene) -> ask -> alerts.calling(viewer, ask))
                        .shows(ALERT, ALERT_MESSAGE, ALERT_LOCATION)
                        .to(Relation.MEMBER, Relation.MODERATOR, Relation.ADMIN, Relation.OWNER),
                paged("alerts.raised", (viewer, scene) -> ask -> alerts.raised(viewer, ask))
                        .shows(ALERT, ALERT_MESSAGE, ALERT_LOCATION)
                        .to(Relation.AUTHOR),
                paged("alerts.answers", (viewer, scene) -> ask -> alerts.answers(viewer, scene.alert(), ask))
                        .shows(ALERT_ANSWER)
                        .knowing(ALERT));
    }

    private List<Surface> chat() {
        var chat = somoim.chat();
        var conversations = somoim.conversations();
        return List.of(
                paged("conversations.list", (viewer, scene) -> ask -> conversations.list(viewer, ask))
                        .shows(CONVERSATION)
                        .to(THE_TWO),
                asked("conversations.get(group)", (viewer, scene) -> conversations.get(viewer, scene.conversation()))
                        .knowing(GROUP),
                asked("conversations.get(direct)", (viewer, scene) -> conversations.get(viewer, scene.direct()))
                        .knowing(CONVERSATION),
                asked("conversations.get(parted)", (viewer, scene) -> conversations.get(viewer, scene.parted())),
                asked("chat.get(author's)", (viewer, scene) -> chat.get(viewer, scene.message()))
                        .shows(MESSAGE)
                        .knowing(MESSAGE_ID),
                asked("chat.get(owner's)", (viewer, scene) -> chat.get(viewer, scene.ownersMessage()))
                        .shows(OWNERS_MESSAGE),
                asked("chat.get(deleted)", (viewer, scene) -> chat.get(viewer, scene.deletedMessage())),
                asked("chat.get(direct)", (viewer, scene) -> chat.get(viewer, scene.directMessage()))
                        .shows(DIRECT_MESSAGE)
                        .to(THE_TWO),
                paged("chat.history(group)", (viewer, scene) -> ask -> chat.history(viewer, scene.conversation(), ask))
                        .shows(MESSAGE_ID, MESSAGE, OWNERS_MESSAGE)
                        .knowing(GROUP),
                paged("chat.history(direct)", (viewer, scene) -> ask -> chat.history(viewer, scene.direct(), ask))
                        .shows(DIRECT_MESSAGE)
                        .knowing(CONVERSATION),
                paged("chat.history(parted)", (viewer, scene) -> ask -> chat.history(viewer, scene.parted(), ask)),
                asked(
                                "chat.changes(group)",
                                (viewer, scene) -> chat.changes(viewer, scene.conversation(), 0, Page.Ask.MOST))
                        .shows(MESSAGE_ID, MESSAGE, OWNERS_MESSAGE)
                        .knowing(GROUP),
                asked("chat.changes(direct)", (viewer, scene) -> chat.changes(viewer, scene.direct(), 0, Page.Ask.MOST))
                        .shows(DIRECT_MESSAGE)
                        .knowing(CONVERSATION),
                asked(
                        "chat.changes(parted)",
                        (viewer, scene) -> chat.changes(viewer, scene.parted(), 0, Page.Ask.MOST)),
                asked("chat.told(group)", (viewer, scene) -> told(viewer, scene, scene.conversation()))
                        .shows(MESSAGE_ID, MESSAGE, OWNERS_MESSAGE)
                        .knowing(GROUP),
                asked("chat.told(direct)", (viewer, scene) -> told(viewer, scene, scene.direct()))
                        .shows(DIRECT_MESSAGE)
                        .knowing(CONVERSATION),
                asked("chat.told(parted)", (viewer, scene) -> told(viewer, scene, scene.parted())),
                asked("chat.present", (viewer, scene) -> together(
                                        viewer, scene, readers -> List.of(chat.present(readers, scene.conversation())))
                                .size())
                        .knowing(GROUP),
                asked("chat.hearing", (viewer, scene) -> together(
                                        viewer,
                                        scene,
                                        readers -> chat.hearing(readers, scene.conversation(), scene.author()))
                                .size())
                        .knowing(GROUP, AUTHOR),
                asked("chat.enter(group)", (viewer, scene) -> {
                            chat.enter(viewer, scene.conversation());
                            return "in";
                        })
                        .knowing(GROUP),
                asked("chat.enter(direct)", (viewer, scene) -> {
                            chat.enter(viewer, scene.direct());
                            return "in";
                        })
                        .knowing(CONVERSATION),
                asked("chat.hears", (viewer, scene) -> chat.hears(viewer, scene.conversation(), scene.author()))
                        .knowing(GROUP, AUTHOR));
    }

    /** What the viewer gets when everyone there is is told at once. */
    private List<Chat.Changes> told(Actor viewer, Scene scene, Id<Conversation> conversation) {
        return viewer instanceof Actor.Person person
                ? somoim.chat().told(everyoneAnd(person, scene), conversation, 0, Page.Ask.MOST).stream()
                        .filter(told -> told.readers().contains(person.id()))
                        .map(Chat.Told::changes)
                        .toList()
                : List.of();
    }

    /** Those sets that the viewer is in. */
    private static List<Set<Id<User>>> together(
            Actor viewer, Scene scene, Function<Set<Id<User>>, List<Set<Id<User>>>> question) {
        return viewer instanceof Actor.Person person
                ? question.apply(everyoneAnd(person, scene)).stream()
                        .filter(some -> some.contains(person.id()))
                        .toList()
                : List.of();
    }

    private static Set<Id<User>> everyoneAnd(Actor.Person viewer, Scene scene) {
        Set<Id<User>> all = new HashSet<>(scene.everyone());
        all.add(viewer.id());
        return all;
    }

    private List<Surface> notifications() {
        var notifications = somoim.notifications();
        return List.of(
                paged("notifications.list(all)", (viewer, scene) -> ask -> notifications.list(viewer, ask, false))
                        .shows(OWNERS_POST_ID, GROUP, ALERT)
                        .to(MENTIONED),
                paged("notifications.list(unread)", (viewer, scene) -> ask -> notifications.list(viewer, ask, true))
                        .shows(OWNERS_POST_ID, GROUP, ALERT)
                        .to(MENTIONED),
                asked("notifications.unread", (viewer, scene) -> notifications.unread(viewer)),
                asked("notifications.preferences", (viewer, scene) -> notifications.preferences(viewer)));
    }

    private static Surface asked(String name, BiFunction<Actor, Scene, @Nullable Object> question) {
        return Surface.of(name, (viewer, scene) -> Rendering.of(() -> question.apply(viewer, scene)));
    }

    /** All pages of a list, one after the other. */
    private static Surface paged(String name, BiFunction<Actor, Scene, Function<Page.Ask, Page<?>>> question) {
        return asked(name, (viewer, scene) -> {
            List<Object> pages = new ArrayList<>();
            var ask = Page.Ask.first(Page.Ask.MOST);
            while (true) {
                Page<?> page = question.apply(viewer, scene).apply(ask);
                pages.add(page);
                if (page.next() == null) {
                    return pages;
                }
                ask = new Page.Ask(page.next(), Page.Ask.MOST);
            }
        });
    }
}
