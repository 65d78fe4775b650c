package org.somoim.http.roles;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.access.Visibility;
import org.somoim.accounts.NewAccount;
import org.somoim.chat.Conversation;
import org.somoim.comparison.Figures;
import org.somoim.comparison.KeptReceipt;
import org.somoim.events.Course;
import org.somoim.events.Event;
import org.somoim.events.Rule;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalFace;
import org.somoim.goals.GoalShare;
import org.somoim.groups.Group;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Invite;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Report;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;
import org.somoim.notifications.Notification;
import org.somoim.posts.Comment;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.profiles.Audience;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.safety.Alert;
import org.somoim.safety.Call;
import org.somoim.sessions.RefreshToken;

/**
 * Everyone and everything that calls are made by and about, set up only by what people can do. Each kind of group has an
 * author of its own, whose page is as open as the group is.
 */
final class Stage {
    private static final Actor HOST = Actor.host("stage");

    /** They have written in the private group, and left it. */
    private static final Set<Caller> GONE = EnumSet.of(Caller.STRANGER, Caller.SITE_ADMIN, Caller.INVITED);

    private final Community town;
    private final Somoim somoim;
    private final Map<Caller, Actor.Person> callers = new EnumMap<>(Caller.class);
    private final Map<Whose, Things> others = new EnumMap<>(Whose.class);
    private final Map<Caller, Map<Whose, Things>> own = new EnumMap<>(Caller.class);

    /** A member of every group, who comments on what others write. */
    private final Actor.Person friend;

    private final Actor.Person requester;
    private final Id<Category> category;
    private final Id<Topic> topic;
    private final Actor.Person invitee;
    private final Actor.Person outcast;
    private final Actor.Person newcomer;
    private final Email emailOfAnAuthor;
    private final Secrets.Secret calendarLink;
    private final Actor.Person judge;
    private final Case heldCase;
    private final Id<Measure> proposal;
    private final Id<Measure> restriction;
    private final Id<Appeal> appeal;
    private int letters;

    Stage(Community town) {
        this.town = town;
        this.somoim = town.somoim;
        for (Caller caller : Caller.values()) {
            if (caller.hasAccount()) {
                callers.put(caller, town.person(caller.inWords()));
            }
        }
        friend = town.person("friend");
        category = somoim.forumCategories()
                .make(HOST, null, CategoryDraft.open(Line.of("Questions"), ForumType.DISCUSSION))
                .id();
        topic = topic(friend).id();
        requester = town.person("requester");
        invitee = town.person("invitee");
        calendarLink = somoim.calendars().issue(friend, Line.of("Mine"), null).secret();
        outcast = town.person("outcast");
        newcomer = town.person("newcomer");
        emailOfAnAuthor = Canary.EMAIL.email(Visibility.PUBLIC);
        somoim.accounts().appoint(HOST, caller(Caller.SITE_ADMIN).id(), SiteRole.ADMIN);
        judge = town.person("judge");
        somoim.accounts().appoint(HOST, judge.id(), SiteRole.MODERATOR);
        others(Whose.IN_PUBLIC, Whose.ON_OPEN_PAGE, JoinPolicy.OPEN, Audience.EVERYONE);
        others(Whose.IN_PRIVATE, Whose.ON_SHARED_PAGE, JoinPolicy.REQUEST, Audience.GROUPS);
        others(Whose.IN_SECRET, Whose.ON_CLOSED_PAGE, JoinPolicy.INVITE, Audience.NOBODY);
        callers.forEach(this::own);
        clubs();
        dismiss(friend.id());
        restriction = decided(outcast.id(), Measure.Kind.RATE_LIMIT, Duration.ofDays(300));
        appeal = somoim.appeals().object(outcast, restriction, Prose.of("Why?")).id();
        proposal = decided(invitee.id(), Measure.Kind.BAN, null);
        heldCase = somoim.cases().open(caller(Caller.SITE_ADMIN), about(newcomer.id()), Ground.OTHER);
        somoim.accounts().suspend(HOST, caller(Caller.SUSPENDED).id());
        somoim.deliver();
    }

    private static Subject about(Id<User> person) {
        return new Subject(Subject.PERSON, person);
    }

    private Id<Measure> decided(Id<User> person, Measure.Kind kind, @Nullable Duration lasting) {
        Case open = somoim.cases().open(judge, about(person), Ground.SPAM);
        var ruling = new Ruling(kind, Ground.SPAM, Line.of("A rule"), Prose.of("What was found"), lasting, 0, false);
        return somoim.cases().decide(judge, open.id(), open.version(), ruling).id();
    }

    /** Whatever the authors have said against the friend. */
    private void dismiss(Id<User> person) {
        Case open = somoim.cases().open(judge, about(person), Ground.SPAM);
        somoim.cases().dismiss(judge, open.id(), open.version());
    }

    /** The administrator of the community holds it. */
    Case heldCase() {
        return heldCase;
    }

    /** What the judge proposes, for a second person to agree to. */
    Id<Measure> proposal() {
        return proposal;
    }

    /** In force for a long time. */
    Id<Measure> restriction() {
        return restriction;
    }

    /** Against that. */
    Id<Appeal> appeal() {
        return appeal;
    }

    Instant tomorrow() {
        return town.clock.instant().plus(Duration.ofDays(1));
    }

    /** In the letter to somebody who said without an account that something is wrong. */
    Secrets.Secret secretOfANotice() {
        Email email = Email.of("notices-" + ++letters + "@example.org");
        somoim.reports().notice(Actor.visitor(), email, about(newcomer()), Ground.SPAM, null);
        return secretTo(email);
    }

    Actor.Person caller(Caller caller) {
        return callers.get(caller);
    }

    /** Whoever has nothing of their own asks about what is others'. */
    Things things(Caller caller, Whose whose) {
        Map<Whose, Things> theirs = own.getOrDefault(caller, Map.of());
        return whose.isWrittenByCaller() && !theirs.isEmpty()
                ? theirs.get(whose)
                : others.getOrDefault(whose, others.get(Whose.IN_PUBLIC));
    }

    Id<User> friend() {
        return friend.id();
    }

    /** Has asked to join every group. */
    Id<User> requester() {
        return requester.id();
    }

    /** Was invited to every group by whoever's things are in it. */
    Id<User> invitee() {
        return invitee.id();
    }

    /** Is banned from every group. */
    Id<User> outcast() {
        return outcast.id();
    }

    /** Has nothing to do with any group. */
    Id<User> newcomer() {
        return newcomer.id();
    }

    /** In the letter to somebody who asked for an account. */
    Secrets.Secret secretOfASignUp() {
        Email email = Email.of("signs-up-" + ++letters + "@example.org");
        somoim.addresses().signUp(Actor.visitor(), new NewAccount(email, Community.PASSWORD, Line.of("Somebody")));
        return secretTo(email);
    }

    /** In the letter to somebody new, who asked for a new password. */
    Secrets.Secret secretOfAReset() {
        Email email = Email.of("forgets-" + ++letters + "@example.org");
        town.person("Somebody", email);
        somoim.passwords().askForNew(Actor.visitor(), email);
        return secretTo(email);
    }

    private Secrets.Secret secretTo(Email email) {
        somoim.deliver();
        return ((MemoryMailer) town.ports.mailer()).secret(email);
    }

    /** Of somebody new, who has just signed in. */
    RefreshToken refreshToken() {
        return somoim.sessions().open(Actor.person(newcomer()), null).refreshToken();
    }

    /** To the calendar of the friend. */
    Secrets.Secret secretOfACalendar() {
        return calendarLink;
    }

    Email emailOfAnAuthor() {
        return emailOfAnAuthor;
    }

    private void others(Whose inGroup, Whose onPage, JoinPolicy policy, Audience audience) {
        Visibility visibility = inGroup.visibility();
        Actor.Person author = town.person("author " + visibility, Canary.EMAIL.email(visibility));
        Actor.Person owner = caller(Caller.OWNER);
        Group group = peopled(owner, author, Canary.CARD.line(visibility));
        Group deleted = peopled(owner, author, Canary.CARD.line(visibility));
        somoim.profiles().changeSettings(author, Map.of(PrivacySetting.PROFILE_VISIBILITY, audience));
        Things things =
                written(author, group, deleted, group, Canary.TALK.prose(visibility), Canary.CHAT.prose(visibility));
        others.put(inGroup, things);
        others.put(onPage, onPage(author, things, Canary.PAGE.prose(visibility)));
        somoim.members().ban(owner, group.id(), caller(Caller.BANNED).id());
        somoim.members().ban(owner, deleted.id(), caller(Caller.BANNED).id());
        somoim.profiles().block(author, caller(Caller.BLOCKED).id());
        for (Group each : List.of(group, deleted)) {
            somoim.groups()
                    .edit(owner, each.id(), terms -> terms.seen(visibility).joined(policy));
        }
        somoim.groups().delete(owner, deleted.id());
    }

    /** Private for now, so that people can ask to come in. */
    private Group group(Actor.Person owner, Line name) {
        Terms terms = Terms.of(Group.Kind.SOCIAL, name)
                .seen(Visibility.PRIVATE)
                .joined(JoinPolicy.REQUEST)
                .approved(true);
        return somoim.groups().create(owner, NewGroup.social(terms));
    }

    /** A group of the owner's with every caller in it as what they are. */
    private Group peopled(Actor.Person owner, Actor.Person author, Line name) {
        Group group = group(owner, name);
        join(owner, group, author);
        for (Caller caller : Caller.values()) {
            if (caller.hasAccount() && caller != Caller.OWNER && !GONE.contains(caller)) {
                join(owner, group, caller(caller));
            }
        }
        appoint(group, Caller.MODERATOR, Role.MODERATOR);
        appoint(group, Caller.ADMIN, Role.ADMIN);
        somoim.memberships().invite(owner, group.id(), caller(Caller.INVITED).id());
        surround(owner, author, group);
        return group;
    }

    private void join(Actor.Person owner, Group group, Actor.Person person) {
        somoim.memberships().request(person, group.id(), null);
        somoim.memberships().approve(owner, group.id(), person.id());
    }

    private void appoint(Group group, Caller caller, Role role) {
        somoim.members()
                .appoint(caller(Caller.OWNER), group.id(), caller(caller).id(), role);
    }

    /** Who comes to the door, and the friend. */
    private void surround(Actor.Person owner, Actor.Person inviter, Group group) {
        join(owner, group, friend);
        somoim.memberships().request(requester, group.id(), null);
        somoim.memberships().invite(inviter, group.id(), invitee.id());
        somoim.members().ban(owner, group.id(), outcast.id());
    }

    /** @param where the posts stand */
    private Things written(
            Actor.Person author, Group group, Group deletedGroup, Group where, Prose text, Prose message) {
        Post post = somoim.posts().write(author, where.id(), Draft.of(text));
        Post deletedPost = somoim.posts().write(author, where.id(), Draft.of(text));
        Comment comment = somoim.comments().write(author, post.id(), text);
        Comment deletedComment = somoim.comments().write(author, post.id(), text);
        somoim.posts().delete(author, deletedPost.id());
        somoim.comments().delete(author, deletedComment.id());
        Things.Meetings meetings = meetings(author, where);
        Invite.Issued issued = somoim.invites().byLink(author, group.id(), 10, Duration.ofDays(7));
        Alert alert = somoim.alerts()
                .raise(author, new Call(List.of(group.id()), Alert.Kind.HELP, text, null, false))
                .alerts()
                .get(0)
                .alert();
        return new Things(
                author.id(),
                group.id(),
                deletedGroup.id(),
                post.id(),
                deletedPost.id(),
                comment.id(),
                deletedComment.id(),
                meetings.event(),
                meetings.deletedEvent(),
                meetings.series(),
                somoim.chat()
                        .send(author, Conversation.idOf(group.id()), message)
                        .id(),
                told(author, post),
                issued.invite().id(),
                alert.batchId(),
                alert.id(),
                issued.secret(),
                somoim.sessions().open(author, null).refreshToken(),
                somoim.calendars().issue(author, Line.of("Mine"), null).link().id(),
                decided(author.id(), Measure.Kind.NUDGE, null),
                complaint(author),
                goal(author),
                receipt(author),
                forum(author));
    }

    /** About the friend; whoever writes in several places has made one. */
    private Id<Report> complaint(Actor.Person author) {
        var reports = somoim.reports();
        return reports.mine(author, Page.Ask.first()).items().stream()
                .findFirst()
                .orElseGet(() -> reports.report(author, about(friend.id()), Ground.SPAM, null))
                .id();
    }

    /** As if it had been shared the day before. */
    private Id<GoalShare> goal(Actor.Person author) {
        somoim.profiles().changeSettings(author, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.STORY));
        GoalShare share = somoim.goalShares().share(author, GoalDraft.of(GoalCategory.HOME));
        Instant today = town.clock.instant().truncatedTo(ChronoUnit.DAYS);
        GoalFace face = new GoalFace(today, false, share.face().traits(), null, false);
        town.ports.transactor().run(() -> town.ports.goalShares().put(share.id(), face));
        return share.id();
    }

    private Id<KeptReceipt> receipt(Actor.Person author) {
        somoim.epochs().begin(Actor.host("stage"));
        return somoim.comparisons()
                .receiptFor(author, new Word("emergency-fund"), Figures.NONE)
                .orElseThrow()
                .id();
    }

    private Things.Forum forum(Actor.Person author) {
        Topic topic = topic(author);
        Topic deleted = topic(author);
        somoim.forumTopics().delete(author, deleted.id());
        ForumPost post = somoim.forumPosts().write(author, topic.id(), Prose.of("Perhaps so"));
        ForumPost deletedPost = somoim.forumPosts().write(author, topic.id(), Prose.of("Or so"));
        somoim.forumPosts().delete(author, deletedPost.id());
        ForumDraft draft = somoim.forumDrafts().beginAnswer(author, topic.id(), Prose.of("Or perhaps"));
        return new Things.Forum(topic.id(), deleted.id(), post.id(), deletedPost.id(), draft.id());
    }

    private Topic topic(Actor.Person author) {
        var draft = new TopicDraft(Line.of("Why"), Prose.of("Why is it so"), PostType.QUESTION, Tags.of("why"));
        return somoim.forumTopics().open(author, category, draft);
    }

    /** The one category of the forum, for everyone. */
    Id<Category> category() {
        return category;
    }

    /** Somebody's, in the forum. */
    Id<Topic> topic() {
        return topic;
    }

    private Things onPage(Actor.Person author, Things things, Prose text) {
        Post post = somoim.posts().writeOnPage(author, Draft.of(text));
        Post deletedPost = somoim.posts().writeOnPage(author, Draft.of(text));
        Comment comment = somoim.comments().write(author, post.id(), text);
        Comment deletedComment = somoim.comments().write(author, post.id(), text);
        somoim.posts().delete(author, deletedPost.id());
        somoim.comments().delete(author, deletedComment.id());
        return things.on(post, deletedPost, comment, deletedComment, ownMeetings(author));
    }

    private Things.Meetings meetings(Actor.Person author, Group where) {
        Event event = town.event(author, where);
        Event deleted = town.event(author, where);
        somoim.events().delete(author, deleted.id());
        somoim.rsvps().attend(friend, event.id(), 0);
        Course series =
                somoim.recurrences().begin(author, where.id(), town.plan("Weekly"), new Rule("FREQ=WEEKLY;COUNT=2"));
        return new Things.Meetings(event.id(), deleted.id(), series.id());
    }

    private Things.Meetings ownMeetings(Actor.Person author) {
        Event event = somoim.events().callOwn(author, town.plan("Own"));
        Event deleted = somoim.events().callOwn(author, town.plan("Own"));
        somoim.events().delete(author, deleted.id());
        Course series = somoim.recurrences().beginOwn(author, town.plan("Weekly"), new Rule("FREQ=WEEKLY;COUNT=2"));
        return new Things.Meetings(event.id(), deleted.id(), series.id());
    }

    /** That the friend has answered a post. */
    private Id<Notification> told(Actor.Person author, Post post) {
        somoim.comments().write(friend, post.id(), Prose.of("Well said"));
        somoim.deliver();
        return somoim.notifications().list(author, Page.Ask.first(), true).items().stream()
                .filter(told -> told.thread().value().equals(post.id().value()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A group and a page that are the caller's altogether. */
    private void own(Caller caller, Actor.Person person) {
        Line name = Line.of("Of the " + caller.inWords());
        Group group = group(person, name);
        surround(person, person, group);
        Group deleted = group(person, name);
        somoim.groups().delete(person, deleted.id());
        Prose text = Prose.of("By the " + caller.inWords());
        Things things = onPage(person, written(person, group, deleted, group, text, text), text);
        own.put(caller, new EnumMap<>(Map.of(Whose.OWN, things)));
    }

    /** A private group in which every caller has written. */
    private void clubs() {
        Actor.Person owner = caller(Caller.OWNER);
        Group club = group(owner, Line.of("Club"));
        join(owner, club, friend);
        for (Caller caller : own.keySet()) {
            if (caller != Caller.OWNER) {
                join(owner, club, caller(caller));
            }
            Prose text = Prose.of("In the club");
            Things things = written(caller(caller), club, club, club, text, text);
            own.get(caller).put(Whose.OWN_IN_GROUP, things);
        }
        GONE.forEach(caller -> somoim.memberships().leave(caller(caller), club.id()));
        somoim.memberships().invite(owner, club.id(), caller(Caller.INVITED).id());
        appoint(club, Caller.MODERATOR, Role.MODERATOR);
        appoint(club, Caller.ADMIN, Role.ADMIN);
        somoim.members().ban(owner, club.id(), caller(Caller.BANNED).id());
    }
}
