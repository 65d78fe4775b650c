package org.somoim.sqlite.faults;

import static org.somoim.sqlite.faults.Scene.BADGE;
import static org.somoim.sqlite.faults.Scene.COMMENTED;
import static org.somoim.sqlite.faults.Scene.HOST;
import static org.somoim.sqlite.faults.Scene.NOTIFICATIONS;
import static org.somoim.sqlite.faults.Scene.REACTED;
import static org.somoim.sqlite.faults.Scene.VISITOR;
import static org.somoim.sqlite.faults.Scene.arrival;
import static org.somoim.sqlite.faults.Scene.draft;
import static org.somoim.sqlite.faults.Scene.newcomer;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.somoim.access.SiteRole;
import org.somoim.accounts.ImportedAccount;
import org.somoim.accounts.Password;
import org.somoim.audit.AuditFact;
import org.somoim.chat.Conversation;
import org.somoim.comparison.Figures;
import org.somoim.events.ForeignEvent;
import org.somoim.events.Plan;
import org.somoim.events.Rsvp;
import org.somoim.events.Rule;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumDrafts;
import org.somoim.forum.ForumType;
import org.somoim.forum.Heading;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.TopicStatus;
import org.somoim.forum.Verdict;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.groups.Group;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.imports.Progress;
import org.somoim.imports.Row;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Subject;
import org.somoim.operations.FakeUpkeep;
import org.somoim.personaldata.Proof;
import org.somoim.personaldata.Wish;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;
import org.somoim.ratings.Judgement;
import org.somoim.safety.Alert;
import org.somoim.safety.Call;
import org.somoim.safety.Receipt;

/**
 * Every kind of change there is, each by a call of its own to the front door. A test fails by the name of whatever front
 * door changes something and is not called in here.
 */
final class Changes {
    /** Longer than a letter that could not be sent waits for the next try. */
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private static final Rule THRICE = new Rule("FREQ=WEEKLY;COUNT=3");
    private static final Word ELSEWHERE = new Word("elsewhere");

    /** By its name; made of several changes, each of which happens wholly or not at all. */
    private final Map<String, Consumer<Scene>> inSteps = new LinkedHashMap<>();

    /** By its name; made of jobs that do not wait for one another. */
    private final Map<String, Consumer<Scene>> inRounds = new LinkedHashMap<>();

    private final Map<String, Consumer<Scene>> atOnce = new LinkedHashMap<>();

    /** By its name; undoes itself when all went well. */
    private final Map<String, Consumer<Scene>> undone = new LinkedHashMap<>();

    static final Figures FIGURES =
            Figures.NONE.in("age", "from-35").with("emergency-fund", 3).with("debt-to-income", 1);

    Changes() {
        accounts();
        lettersAndPasswords();
        sessionsAndIdentities();
        profiles();
        groups();
        belonging();
        posts();
        comments();
        events();
        seats();
        calendars();
        forumCategories();
        forumTopics();
        forumPosts();
        forumCuration();
        forumDrafts();
        moderation();
        goals();
        alerts();
        chat();
        notifications();
        personalData();
        imports();
        upkeep();
    }

    Map<String, Consumer<Scene>> atOnce() {
        return atOnce;
    }

    Map<String, Consumer<Scene>> inSteps() {
        return inSteps;
    }

    Map<String, Consumer<Scene>> inRounds() {
        return inRounds;
    }

    Map<String, Consumer<Scene>> undone() {
        return undone;
    }

    private void accounts() {
        atOnce.put("open an account", s -> s.somoim.accounts().open(HOST, newcomer("new@example.org")));
        atOnce.put(
                "open an account without a password", s -> s.somoim.accounts().open(HOST, Email.of("new@example.org")));
        atOnce.put("appoint", s -> s.somoim.accounts().appoint(HOST, s.member.id(), SiteRole.ADMIN));
        atOnce.put("suspend", s -> s.somoim.accounts().suspend(HOST, s.member.id()));
        atOnce.put("reinstate", s -> s.somoim.accounts().reinstate(HOST, s.suspended));
        atOnce.put("deactivate", s -> s.somoim.accounts().deactivate(s.member));
    }

    private void lettersAndPasswords() {
        atOnce.put("sign up", s -> s.somoim.addresses().signUp(VISITOR, newcomer("new@example.org")));
        atOnce.put("confirm an address", s -> s.somoim.addresses().confirm(VISITOR, s.toNewAccount));
        atOnce.put(
                "change the address",
                s -> s.somoim.addresses().change(s.owner, Community.PASSWORD, Email.of("new@example.org")));
        atOnce.put("log in to a closed account", s -> s.somoim
                .passwords()
                .logIn(VISITOR, Email.of("closed@example.org"), Community.PASSWORD, Origin.UNKNOWN));
        atOnce.put(
                "change the password",
                s -> s.somoim.passwords().change(s.owner, Community.PASSWORD, Password.of("another long one")));
        atOnce.put("ask for a password", s -> s.somoim.passwords().askForNew(VISITOR, Email.of("leaver@example.org")));
        atOnce.put(
                "choose a password by a letter",
                s -> s.somoim.passwords().reset(VISITOR, s.toNewPassword, Password.of("another long one")));
        atOnce.put("forget letters", s -> s.somoim.passwords().prune(HOST));
    }

    private void sessionsAndIdentities() {
        atOnce.put("open a session", s -> s.somoim.sessions().open(s.owner, Line.of("Phone")));
        atOnce.put("refresh a session", s -> s.somoim.sessions().refresh(VISITOR, s.session.refreshToken()));
        atOnce.put(
                "end a session",
                s -> s.somoim.sessions().end(s.member, s.session.session().id()));
        atOnce.put("end all sessions", s -> s.somoim.sessions().endAll(s.member));
        atOnce.put(
                "end other sessions",
                s -> s.somoim.sessions().endOthers(s.member, s.session.session().id()));
        atOnce.put("end somebody's sessions", s -> s.somoim.sessions().endAllOf(HOST, s.member.id()));
        atOnce.put("forget sessions", s -> s.somoim.sessions().prune(HOST));
        atOnce.put("arrive", s -> s.somoim.identities().arrive(HOST, arrival("2", "new@example.org")));
        atOnce.put("link an identity", s -> s.somoim.identities().link(s.leaver, arrival("3", "leaver@example.org")));
        atOnce.put("unlink an identity", s -> s.somoim.identities().unlink(s.owner, Scene.KEYCLOAK));
    }

    private void profiles() {
        atOnce.put("initialize a profile", s -> s.somoim.profiles().initialize(s.nameless, Line.of("Named")));
        atOnce.put("edit a profile", s -> s.somoim.profiles().edit(s.member, about -> about.renamed(Line.of("Other"))));
        atOnce.put("grant a badge", s -> s.somoim.profiles().grantBadge(HOST, s.owner.id(), BADGE));
        atOnce.put("withdraw a badge", s -> s.somoim.profiles().withdrawBadge(HOST, s.member.id(), BADGE));
        atOnce.put("change settings", s -> s.somoim
                .profiles()
                .changeSettings(s.member, Map.of(PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE)));
        atOnce.put("block", s -> s.somoim.profiles().block(s.member, s.stranger.id()));
        atOnce.put("unblock", s -> s.somoim.profiles().unblock(s.member, s.banned.id()));
        atOnce.put("mute", s -> s.somoim.profiles().mute(s.member, Line.of("spam")));
        atOnce.put("unmute", s -> s.somoim.profiles().unmute(s.member, Line.of("advertising")));
    }

    private void groups() {
        atOnce.put(
                "create a group",
                s -> s.somoim.groups().create(s.member, NewGroup.of(Group.Kind.FAMILY, Line.of("Family"))));
        atOnce.put(
                "edit a group",
                s -> s.somoim.groups().edit(s.owner, s.group.id(), terms -> terms.described(Prose.of("Described"))));
        atOnce.put("delete a group", s -> s.somoim.groups().delete(s.owner, s.group.id()));
        atOnce.put("restore a group", s -> s.somoim.groups().restore(s.owner, s.deletedGroup.id()));
        atOnce.put("forget groups", s -> s.somoim.groups().purge(HOST));
        atOnce.put(
                "appoint in a group",
                s -> s.somoim.members().appoint(s.owner, s.group.id(), s.member.id(), Role.MODERATOR));
        atOnce.put("transfer", s -> s.somoim.members().transfer(s.owner, s.group.id(), s.member.id()));
        atOnce.put("pass on", s -> s.somoim.members().passOn(HOST, s.ownerless.id()));
        atOnce.put("put out", s -> s.somoim.members().remove(s.owner, s.group.id(), s.member.id()));
        atOnce.put("ban", s -> s.somoim.members().ban(s.owner, s.group.id(), s.member.id()));
        atOnce.put("lift a ban", s -> s.somoim.members().liftBan(s.owner, s.group.id(), s.banned.id()));
    }

    private void belonging() {
        atOnce.put("join", s -> s.somoim.memberships().join(s.stranger, s.group.id()));
        atOnce.put("leave", s -> s.somoim.memberships().leave(s.member, s.group.id()));
        atOnce.put("request", s -> s.somoim.memberships().request(s.stranger, s.closedGroup.id(), Line.of("Please")));
        atOnce.put("withdraw a request", s -> s.somoim.memberships().withdrawRequest(s.asking, s.closedGroup.id()));
        atOnce.put("approve", s -> s.somoim.memberships().approve(s.owner, s.closedGroup.id(), s.asking.id()));
        atOnce.put(
                "decline a request",
                s -> s.somoim.memberships().declineRequest(s.owner, s.closedGroup.id(), s.asking.id()));
        atOnce.put("invite", s -> s.somoim.memberships().invite(s.owner, s.group.id(), s.stranger.id()));
        atOnce.put(
                "withdraw an invitation",
                s -> s.somoim.memberships().withdrawInvitation(s.owner, s.group.id(), s.asked.id()));
        atOnce.put("accept", s -> s.somoim.memberships().accept(s.asked, s.group.id()));
        atOnce.put("decline", s -> s.somoim.memberships().decline(s.asked, s.group.id()));
        atOnce.put("issue an invite", s -> s.somoim
                .invites()
                .byEmail(s.owner, s.group.id(), Email.of("new@example.org"), Duration.ofDays(3)));
        atOnce.put("issue a link", s -> s.somoim.invites().byLink(s.owner, s.group.id(), 1, Duration.ofDays(3)));
        atOnce.put("come by an invite", s -> s.somoim.invites().accept(s.stranger, s.link.secret()));
        atOnce.put(
                "revoke an invite",
                s -> s.somoim.invites().revoke(s.owner, s.link.invite().id()));
    }

    private void posts() {
        atOnce.put("write", s -> s.somoim.posts().write(s.member, s.group.id(), draft("Said")));
        atOnce.put("write on a page", s -> s.somoim.posts().writeOnPage(s.member, draft("Said")));
        atOnce.put("rewrite", s -> s.somoim.posts().edit(s.owner, s.post.id(), draft -> draft("Said otherwise")));
        atOnce.put("delete a post", s -> s.somoim.posts().delete(s.owner, s.post.id()));
        atOnce.put("restore a post", s -> s.somoim.posts().restore(s.owner, s.deletedPost.id()));
        atOnce.put("pin", s -> s.somoim.posts().pin(s.owner, s.post.id()));
        atOnce.put("unpin", s -> s.somoim.posts().unpin(s.owner, s.pinned.id()));
        inSteps.put("forget posts", s -> s.somoim.posts().purge(HOST));
        atOnce.put(
                "react", s -> s.somoim.reactions().react(s.member, ContentRef.post(s.post.id()), Reaction.Kind.LIKE));
        atOnce.put(
                "withdraw a reaction",
                s -> s.somoim.reactions().withdraw(s.member, ContentRef.post(s.pinned.id()), Reaction.Kind.LIKE));
    }

    private void comments() {
        atOnce.put("comment", s -> s.somoim.comments().write(s.owner, s.post.id(), Prose.of("Answered")));
        atOnce.put("answer a comment", s -> s.somoim
                .comments()
                .write(s.owner, s.post.id(), s.comment.id(), Prose.of("Answered"), Set.of(s.member.id())));
        atOnce.put(
                "rewrite a comment",
                s -> s.somoim.comments().edit(s.member, s.comment.id(), Prose.of("Otherwise"), Set.of()));
        atOnce.put("delete a comment", s -> s.somoim.comments().delete(s.member, s.comment.id()));
        atOnce.put("restore a comment", s -> s.somoim.comments().restore(s.member, s.deletedComment.id()));
    }

    private void events() {
        atOnce.put("call a meeting", s -> s.somoim.events().call(s.member, s.group.id(), s.town.plan("New")));
        atOnce.put("call a meeting of one's own", s -> s.somoim.events().callOwn(s.member, s.town.plan("New")));
        atOnce.put("change a meeting", s -> s.somoim.events().edit(s.owner, s.event.id(), plan -> plan.limited(5)
                .titled(Line.of("Other"))));
        atOnce.put("call a meeting off", s -> s.somoim.events().cancel(s.owner, s.event.id()));
        atOnce.put("delete a meeting", s -> s.somoim.events().delete(s.owner, s.event.id()));
        atOnce.put("restore a meeting", s -> s.somoim.events().restore(s.owner, s.deletedEvent.id()));
        inSteps.put("forget meetings", s -> s.somoim.events().purge(HOST));
        atOnce.put(
                "begin a series",
                s -> s.somoim.recurrences().begin(s.member, s.group.id(), s.town.plan("New"), THRICE));
        atOnce.put(
                "begin a series of one's own",
                s -> s.somoim.recurrences().beginOwn(s.member, s.town.plan("New"), THRICE));
        atOnce.put("end a series", s -> s.somoim.recurrences().endFrom(s.owner, s.series.id(), s.series.startsOn()));
        atOnce.put("go on with series", s -> s.somoim.recurrences().goOn(HOST));
    }

    private void seats() {
        atOnce.put("wait for a seat", s -> s.somoim.rsvps().attend(s.leaver, s.event.id(), 0));
        atOnce.put("be interested", s -> s.somoim.rsvps().interested(s.leaver, s.event.id()));
        atOnce.put("give a seat to who waits", s -> s.somoim.rsvps().decline(s.member, s.event.id()));
        atOnce.put("take an answer back", s -> s.somoim.rsvps().withdraw(s.member, s.event.id()));
        atOnce.put("let somebody in", s -> s.somoim.rsvps().approve(s.owner, s.closedEvent.id(), s.member.id()));
        atOnce.put("turn somebody down", s -> s.somoim.rsvps().turnDown(s.owner, s.event.id(), s.member.id()));
        atOnce.put("give a seat by hand", s -> s.somoim.rsvps().promote(s.owner, s.openEvent.id(), s.member.id()));
        atOnce.put(
                "note down who came",
                s -> s.somoim.rsvps().note(s.owner, s.soonEvent.id(), s.member.id(), Rsvp.Attendance.CHECKED_IN));
        atOnce.put("let offers lapse", s -> s.somoim.rsvps().lapse(HOST));
    }

    private void moderation() {
        atOnce.put("report", s -> s.somoim.reports().report(s.member, about(s.pinned), Ground.SPAM, Prose.of("Look")));
        atOnce.put("send a notice", s -> s.somoim
                .reports()
                .notice(VISITOR, Email.of("out@example.org"), about(s.pinned), Ground.SCAM, null));
        atOnce.put("confirm a notice", s -> s.somoim.reports().confirm(VISITOR, s.toNotice));
        atOnce.put("forget notices", s -> s.somoim.reports().prune(HOST));
        atOnce.put("begin a case", s -> s.somoim.cases().open(s.judge, about(s.pinned), Ground.SPAM));
        atOnce.put("claim the next case", s -> s.somoim.cases().claimNext(s.judge));
        atOnce.put("claim a case", s -> s.somoim.cases().claim(s.judge, s.waitingCase));
        atOnce.put("give a case back", s -> s.somoim.cases().release(s.judge, s.heldCase.id(), s.heldCase.version()));
        atOnce.put("escalate a case", s -> s.somoim.cases().escalate(s.judge, s.heldCase.id(), s.heldCase.version()));
        atOnce.put(
                "put a case off",
                s -> s.somoim.cases().snooze(s.judge, s.heldCase.id(), s.heldCase.version(), Duration.ofDays(1)));
        atOnce.put("dismiss a case", s -> s.somoim.cases().dismiss(s.judge, s.heldCase.id(), s.heldCase.version()));
        atOnce.put("decide a case", s -> s.somoim
                .cases()
                .decide(s.judge, s.heldCase.id(), s.heldCase.version(), Scene.ruling(Measure.Kind.REMOVE, null)));
        atOnce.put("agree to a ban", s -> s.somoim.cases().agree(s.otherJudge, s.proposed));
        atOnce.put("do not agree to a ban", s -> s.somoim.cases().disagree(s.otherJudge, s.proposed));
        atOnce.put("wake cases", s -> s.somoim.cases().wake(HOST));
        atOnce.put("object", s -> s.somoim.appeals().object(s.leaver, s.slowing, Prose.of("Why?")));
        atOnce.put("insist", s -> s.somoim.appeals().insist(s.stranger, s.dismissedReport, Prose.of("Look again")));
        atOnce.put("uphold", s -> s.somoim.appeals().uphold(s.otherJudge, s.appeal, Prose.of("It stands")));
        atOnce.put("reduce", s -> s.somoim
                .appeals()
                .reduce(s.otherJudge, s.appeal, s.town.clock.instant().plus(Duration.ofDays(1)), Prose.of("Sooner")));
        atOnce.put("overturn", s -> s.somoim.appeals().overturn(s.otherJudge, s.appeal, Prose.of("It was wrong")));
        atOnce.put("lift a measure", s -> s.somoim.appeals().lift(HOST, s.slowing));
        atOnce.put("trust a reporter", s -> s.somoim.oversight().trust(HOST, s.member.id(), true));
        atOnce.put("trust a reporter no more", s -> s.somoim.oversight().trust(HOST, s.owner.id(), false));
        atOnce.put("remove what is over", s -> s.somoim.oversight().purge(HOST));
    }

    private static Subject about(Post post) {
        return Subject.of("post", post.id());
    }

    private void calendars() {
        atOnce.put("make a calendar link", s -> s.somoim.calendars().issue(s.member, Line.of("Mine"), s.group.id()));
        atOnce.put("take a calendar link away", s -> s.somoim.calendars().revoke(s.member, s.calendarLink));
        atOnce.put("bring a meeting", s -> s.somoim
                .foreignEvents()
                .bring(
                        s.member,
                        s.group.id(),
                        new ForeignEvent(
                                new ForeignEvent.Uid("one"), s.town.plan("Brought"), null, Set.of(), Map.of())));
        atOnce.put("bring a series", s -> {
            Plan plan = s.town.plan("Brought");
            s.somoim
                    .foreignEvents()
                    .bring(
                            s.member,
                            null,
                            new ForeignEvent(
                                    new ForeignEvent.Uid("many"),
                                    plan,
                                    THRICE,
                                    Set.of(plan.when().starts().plusWeeks(1)),
                                    Map.of(plan.when().starts().plusWeeks(2), s.town.plan("Moved"))));
        });
        atOnce.put("want to be reminded", s -> s.somoim.reminders().want(s.member, s.soonEvent.id(), Set.of(10, 20)));
        atOnce.put("remind", s -> s.somoim.reminders().remind(HOST));
        atOnce.put("forget who wanted to be reminded", s -> s.somoim.reminders().prune(HOST));
        atOnce.put(
                "rate somebody",
                s -> s.somoim.ratings().rate(s.member, s.pastEvent.id(), s.owner.id(), Judgement.of(4)));
        atOnce.put("contribute", s -> s.somoim.comparisons().contribute(s.member, FIGURES.with("emergency-fund", 9)));
        atOnce.put("take figures back", s -> s.somoim.comparisons().withdraw(s.member));
        atOnce.put("begin an epoch", s -> s.somoim.epochs().begin(HOST));
        atOnce.put("tell of an epoch", s -> s.somoim.epochs().tell(HOST));
        inSteps.put("let ratings count", s -> s.somoim.ratings().publish(HOST));
    }

    private void forumCategories() {
        var draft = CategoryDraft.open(Line.of("New"), ForumType.QUESTIONS);
        atOnce.put("make a category", s -> s.somoim.forumCategories().make(HOST, s.forum.category, draft));
        atOnce.put("change a category", s -> s.somoim.forumCategories().change(HOST, s.forum.category, now -> draft));
        atOnce.put("move a category", s -> s.somoim.forumCategories().move(HOST, s.forum.below, s.forum.moderated));
        atOnce.put("remove a category", s -> s.somoim.forumCategories().remove(HOST, s.forum.below));
        atOnce.put(
                "let somebody look after a category",
                s -> s.somoim.forumCategories().appoint(HOST, s.forum.category, s.forum.reader.id()));
        atOnce.put(
                "let them do so no more",
                s -> s.somoim.forumCategories().dismiss(HOST, s.forum.category, s.owner.id()));
    }

    private void forumTopics() {
        atOnce.put("open a topic", s -> s.somoim
                .forumTopics()
                .open(
                        s.member,
                        s.forum.category,
                        new TopicDraft(Line.of("Topic"), Prose.of("About"), PostType.QUESTION, Tags.of("one"))));
        atOnce.put(
                "open a topic that awaits approval",
                s -> ForumScene.open(s.somoim, s.member, s.forum.moderated, PostType.STORY));
        atOnce.put("head a topic otherwise", s -> s.somoim
                .forumTopics()
                .edit(s.member, s.forum.topic, now -> new Heading(Line.of("Other"), PostType.STORY, Tags.of("three"))));
        atOnce.put("delete a topic", s -> s.somoim.forumTopics().delete(s.owner, s.forum.solved));
        atOnce.put("restore a topic", s -> s.somoim.forumTopics().restore(s.member, s.forum.deletedTopic));
        atOnce.put("follow a topic", s -> s.somoim.forumTopics().follow(s.owner, s.forum.question));
        atOnce.put("follow a topic no more", s -> s.somoim.forumTopics().unfollow(s.forum.reader, s.forum.topic));
        atOnce.put("count who looked at topics", s -> {
            s.somoim.forumTopics().get(s.owner, s.forum.topic);
            s.somoim.forumTopics().countViews(HOST);
        });
        inSteps.put("forget topics", s -> s.somoim.forumTopics().purge(HOST));
    }

    private void forumPosts() {
        atOnce.put("answer a question", s -> ForumScene.write(s.somoim, s.owner, s.forum.question));
        atOnce.put("write what awaits approval", s -> s.somoim
                .forumPosts()
                .write(
                        s.member,
                        s.somoim
                                .forumPosts()
                                .get(s.owner, s.forum.waiting)
                                .post()
                                .topicId(),
                        Prose.of("Said")));
        atOnce.put(
                "answer otherwise",
                s -> s.somoim.forumPosts().edit(s.forum.reader, s.forum.answer, Prose.of("Otherwise")));
        atOnce.put("delete an answer", s -> s.somoim.forumPosts().delete(s.forum.reader, s.forum.solution));
        atOnce.put("restore an answer", s -> s.somoim.forumPosts().restore(s.member, s.forum.deletedPost));
        atOnce.put("like an answer", s -> s.somoim.forumVotes().like(s.owner, s.forum.answer));
        atOnce.put("like an answer no more", s -> s.somoim.forumVotes().unlike(s.member, s.forum.answer));
        atOnce.put("find an answer helpful", s -> s.somoim.forumVotes().vote(s.owner, s.forum.answer, Verdict.HELPFUL));
        atOnce.put(
                "find an answer of no use after all",
                s -> s.somoim.forumVotes().vote(s.member, s.forum.answer, Verdict.UNHELPFUL));
        atOnce.put("take a verdict back", s -> s.somoim.forumVotes().unvote(s.member, s.forum.answer));
        atOnce.put("accept an answer", s -> s.somoim.forumVotes().accept(s.member, s.forum.answer));
        atOnce.put("accept it no more", s -> s.somoim.forumVotes().unaccept(s.member, s.forum.solved));
    }

    private void forumCuration() {
        atOnce.put("give a post its place", s -> s.somoim.forumCuration().approve(s.owner, s.forum.waiting));
        atOnce.put("refuse a post its place", s -> s.somoim.forumCuration().reject(s.owner, s.forum.waiting));
        atOnce.put("lock a topic", s -> s.somoim.forumCuration().turn(s.owner, s.forum.topic, TopicStatus.LOCKED));
        atOnce.put("pin a topic", s -> s.somoim.forumCuration().pin(s.owner, s.forum.topic));
        atOnce.put("unpin a topic", s -> s.somoim.forumCuration().unpin(s.owner, s.forum.pinned));
        atOnce.put("move a topic", s -> s.somoim.forumCuration().move(s.owner, s.forum.topic, s.forum.moderated));
        atOnce.put("split a topic", s -> s.somoim
                .forumCuration()
                .split(
                        s.owner,
                        s.forum.topic,
                        Set.of(s.forum.said, s.forum.saidLater),
                        new Heading(Line.of("Apart"), PostType.DISCUSSION, Tags.of("one"))));
        atOnce.put("merge topics", s -> s.somoim.forumCuration().merge(s.owner, s.forum.topic, s.forum.question));
    }

    private void forumDrafts() {
        atOnce.put("begin a topic", s -> s.somoim
                .forumDrafts()
                .begin(s.member, s.forum.category, null, Prose.of("Begun"), PostType.TIP, Tags.NONE));
        atOnce.put(
                "begin an answer",
                s -> s.somoim.forumDrafts().beginAnswer(s.member, s.forum.question, Prose.of("Begun")));
        atOnce.put("go on with a draft", s -> s.somoim
                .forumDrafts()
                .change(
                        s.member,
                        s.forum.draft,
                        now -> new ForumDrafts.Words(now.title(), Prose.of("More"), now.type(), now.tags())));
        atOnce.put("discard a draft", s -> s.somoim.forumDrafts().discard(s.member, s.forum.draft));
        atOnce.put("publish a draft", s -> s.somoim.forumDrafts().publish(s.member, s.forum.draft));
        atOnce.put("forget drafts", s -> s.somoim.forumDrafts().prune(HOST));
    }

    private void goals() {
        GoalDraft draft = GoalDraft.of(GoalCategory.DEBT);
        atOnce.put("share a goal", s -> s.somoim.goalShares().share(s.member, draft));
        atOnce.put("edit a goal", s -> s.somoim.goalShares().edit(s.member, s.goal.id(), draft));
        atOnce.put("come further with a goal", s -> s.somoim.goalShares().progress(s.member, s.goal.id(), 70));
        atOnce.put("reach a goal", s -> s.somoim.goalShares().complete(s.member, s.goal.id(), null));
        atOnce.put(
                "tell the story of a goal",
                s -> s.somoim.goalShares().publish(s.owner, s.othersGoal.id(), s.preview.story(), s.preview.proof()));
        atOnce.put("take the story of a goal back", s -> s.somoim.goalShares().unpublish(s.member, s.goal.id()));
        atOnce.put("withdraw a goal", s -> s.somoim.goalShares().withdraw(s.member, s.goal.id()));
        atOnce.put("show a goal again", s -> s.somoim.goalShares().showAgain(s.member, s.withdrawnGoal.id()));
        atOnce.put("delete a goal", s -> s.somoim.goalShares().delete(s.member, s.goal.id()));
        atOnce.put("cheer a goal", s -> s.somoim.inspiration().cheer(s.owner, s.goal.id(), Cheer.LIKE));
        atOnce.put("take a cheer back", s -> s.somoim.inspiration().takeBack(s.member, s.othersGoal.id(), Cheer.LIKE));
        inSteps.put("turn the day of goals", s -> s.somoim.inspiration().turn(HOST));
        atOnce.put("once without a name", s -> s.somoim
                .once()
                .callVeiled(
                        s.owner,
                        new IdempotencyKey("key"),
                        new Secrets.Secret("write").digest(),
                        () -> Line.of("/goal-shares/"
                                + s.somoim.goalShares().share(s.owner, draft).id())));
    }

    private void alerts() {
        atOnce.put("call for help", s -> s.somoim
                .alerts()
                .raise(
                        s.member,
                        new Call(
                                List.of(s.group.id(), s.ownerless.id()),
                                Alert.Kind.HELP,
                                Prose.of("Help"),
                                Scene.HERE,
                                false)));
        atOnce.put(
                "answer a call", s -> s.somoim.alerts().acknowledge(s.member, s.alert.id(), Receipt.Answer.ON_MY_WAY));
        atOnce.put("end an alert", s -> s.somoim.alerts().end(s.member, s.alert.id(), false));
        atOnce.put("end an emergency", s -> s.somoim.alerts().endAll(s.owner, s.alert.batchId(), true));
        atOnce.put("escalate", s -> s.somoim.alerts().escalate(HOST));
        atOnce.put("let alerts lapse", s -> s.somoim.alerts().lapse(HOST));
        inSteps.put("shred locations", s -> s.somoim.alerts().shred(HOST));
        atOnce.put("forget alerts", s -> s.somoim.alerts().purge(HOST));
    }

    private void chat() {
        atOnce.put("say", s -> s.somoim.chat().send(s.member, s.conversation, Prose.of("Said")));
        atOnce.put(
                "say the first thing in a group",
                s -> s.somoim.chat().send(s.owner, Conversation.idOf(s.closedGroup.id()), Prose.of("Said")));
        atOnce.put(
                "answer a message",
                s -> s.somoim.chat().send(s.owner, s.conversation, Prose.of("Answered"), s.message.id()));
        atOnce.put("say to one alone", s -> s.somoim.chat().send(s.owner, s.direct, Prose.of("Whispered")));
        atOnce.put("reword", s -> s.somoim.chat().edit(s.member, s.message.id(), Prose.of("Otherwise")));
        atOnce.put("delete a message", s -> s.somoim.chat().delete(s.owner, s.reacted.id()));
        atOnce.put(
                "react to a message",
                s -> s.somoim.chat().react(s.owner, s.message.id(), org.somoim.chat.Reaction.Kind.LIKE));
        atOnce.put(
                "withdraw a reaction to a message",
                s -> s.somoim.chat().withdraw(s.member, s.reacted.id(), org.somoim.chat.Reaction.Kind.THANKS));
        atOnce.put("begin a conversation", s -> s.somoim.conversations().with(s.owner, s.leaver.id()));
        atOnce.put("mark as read", s -> s.somoim.conversations().read(s.owner, s.conversation, 2));
    }

    private void notifications() {
        atOnce.put("notify", s -> s.somoim.notifications().on(s.lastFact.fact(), s.lastFact.at()));
        atOnce.put("read a notification", s -> s.somoim.notifications().read(s.owner, s.notification.id()));
        atOnce.put("read all notifications", s -> s.somoim.notifications().readAll(s.owner, null));
        atOnce.put("remove a notification", s -> s.somoim.notifications().remove(s.owner, s.notification.id()));
        atOnce.put("turn a kind off", s -> s.somoim.notifications().turnOff(s.member, COMMENTED));
        atOnce.put(
                "turn a kind off in a group", s -> s.somoim.notifications().turnOff(s.member, COMMENTED, s.group.id()));
        atOnce.put("turn a kind on", s -> s.somoim.notifications().turnOn(s.member, REACTED));
        atOnce.put("turn a kind on in a group", s -> s.somoim.notifications().turnOn(s.member, REACTED, s.group.id()));
        atOnce.put("mute a group", s -> s.somoim.notifications().muteGroup(s.member, s.group.id()));
        atOnce.put("unmute a group", s -> s.somoim.notifications().unmuteGroup(s.member, s.ownerless.id()));
        inSteps.put("forget notifications", s -> s.somoim.notifications().prune(HOST));
    }

    private void personalData() {
        // The first of them: whoever is erased by the others has no key from then on, and would be erased again.
        inSteps.put("erase again who was erased", s -> {
            s.somoim.personalData().reapply(HOST);
            s.somoim.personalData().erase(HOST, s.destroyed, Wish.REMOVE, Map.of());
        });
        inSteps.put("erase oneself", s -> {
            // Whoever has begun to be erased is nobody any more; the rest is for the host.
            if (s.somoim.personalData().mine(s.leaver).isEmpty()) {
                s.somoim.personalData().erase(s.leaver, new Proof(s.leaver.id()), Wish.KEEP, Map.of());
            } else {
                s.somoim.personalData().erase(HOST, s.leaver.id(), Wish.KEEP, Map.of());
            }
        });
        inSteps.put("erase somebody", s -> s.somoim.personalData().erase(HOST, s.leaver.id(), Wish.REMOVE, Map.of()));
        inSteps.put("go on with erasing", s -> s.somoim.personalData().resume(HOST));
    }

    private void imports() {
        undone.put(
                "rehearse bringing people in",
                s -> s.somoim.imports().rehearse(HOST, ELSEWHERE, rows().iterator(), Progress.unheard()));
        atOnce.put(
                "bring people in",
                s -> s.somoim.imports().bring(HOST, ELSEWHERE, rows().iterator(), Progress.unheard()));
        atOnce.put("forget what people were called", s -> s.somoim.imports().forget(HOST, Scene.IMPORTED));
    }

    private static List<Row> rows() {
        Instant longAgo = Instant.parse("2019-04-05T06:07:08Z");
        return List.of(
                () -> new ImportedAccount(
                        ImportedAccount.ref("1"), Email.of("new@example.org"), null, Line.of("New"), longAgo),
                () -> new ImportedGroup(
                        ImportedGroup.ref("1"),
                        ImportedAccount.ref("1"),
                        NewGroup.of(Group.Kind.SOCIAL, Line.of("New")),
                        longAgo));
    }

    private void upkeep() {
        atOnce.put("note a restored backup", s -> s.somoim.audit().note(HOST, new AuditFact.BackupRestored()));
        atOnce.put("take a backup", s -> s.somoim.operations().backUp(HOST, new FakeUpkeep()));
        atOnce.put(
                "let a listener try again",
                s -> s.somoim.operations().retry(HOST, NOTIFICATIONS, s.lastFact.position()));
        atOnce.put("once", s -> s.somoim
                .once()
                .call(
                        s.owner,
                        new IdempotencyKey("key"),
                        new Secrets.Secret("write").digest(),
                        () -> Line.of("/posts/" + s.town.post(s.owner, s.group).id())));
        atOnce.put("forget calls", s -> s.somoim.once().prune(HOST));
        atOnce.put(
                "together",
                s -> s.somoim.together(() -> {
                    s.town.post(s.owner, s.group);
                    return s.town.post(s.member, s.group);
                }));
        atOnce.put("forget the facts up to one", s -> s.somoim.facts().trim(s.lastFact.position()));
        inSteps.put("deliver facts", s -> s.somoim.facts().deliver());
        inSteps.put("deliver facts to the quick and to those who take long", s -> {
            s.somoim.facts().deliverToQuick();
            s.somoim.facts().deliverToSlow();
        });
        inSteps.put("deliver facts and letters", s -> {
            s.town.clock.advance(A_WHILE);
            s.somoim.deliver();
        });
        atOnce.put("forget facts", s -> s.somoim.facts().trim());
        atOnce.put("try a fact again", s -> s.somoim.facts().retry(NOTIFICATIONS, s.lastFact.position()));
        atOnce.put(
                "try a fact again and change something with it",
                s -> s.somoim.facts().retry(NOTIFICATIONS, s.lastFact.position(), () -> s.somoim
                        .comparisons()
                        .withdraw(s.member)));
        inRounds.put("do what time has brought due", s -> s.somoim.tick());
    }
}
