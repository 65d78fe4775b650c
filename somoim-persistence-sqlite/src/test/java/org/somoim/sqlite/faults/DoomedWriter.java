package org.somoim.sqlite.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somoim.Policies;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.accounts.ImportedAccount;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.events.Course;
import org.somoim.events.Event;
import org.somoim.events.Rule;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.Heading;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.Verdict;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalShare;
import org.somoim.groups.Group;
import org.somoim.groups.ImportedGroup;
import org.somoim.groups.NewGroup;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.imports.Progress;
import org.somoim.imports.Ref;
import org.somoim.imports.Row;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.TextWatch;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.safety.Alert;
import org.somoim.safety.Call;
import org.somoim.safety.Receipt;
import org.somoim.sessions.Sessions;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;
import org.somoim.sqlite.backup.Backups;

/**
 * A program of its own that writes through every capability until it is killed. Says on its output what it is about to do
 * under a key, and what has been done once the call has returned.
 */
final class DoomedWriter {
    static final Password OTHER_PASSWORD = Password.of("another long one");
    static final String SPAM =
            "URGENT! You have won a 1 week FREE membership in our prize draw! Txt CLAIM to 81010 now, www.dbuk.net";
    static final String END = " .";
    static final Duration BETWEEN_LIVES = Duration.ofMinutes(5);
    private static final Actor HOST = Actor.host("writer");
    private static final Actor VISITOR = Actor.visitor();

    private final MemoryMailer mailer = new MemoryMailer();
    private final int life;
    private final Community town;
    private final Somoim somoim;
    private final Backups backups;
    private int turn;

    private DoomedWriter(Path file, int life) {
        this.life = life;
        town = community(SqliteDatabase.open(SqliteOptions.at(file)), mailer, life);
        somoim = town.somoim;
        backups = new Backups(file, file.resolveSibling("backups"), town.clock);
    }

    /** At a time of its own, and with ids of its own. */
    static Community community(SqliteDatabase database, MemoryMailer mailer, int life) {
        var town = new Community(
                clock -> Sqlite.ports(
                        database, new PlainHasher(), PasswordPolicy.notTheAccount(), mailer, clock, new Random(life)),
                Policies.PRESET.comparing(org.somoim.comparison.Terms.of(Community.PLAN)),
                TextWatch.builtIn());
        town.clock.advance(BETWEEN_LIVES.multipliedBy(life));
        return town;
    }

    static void write(Community town, String key, Actor.Person owner, String group, AtomicLong written) {
        town.somoim.once().call(owner, new IdempotencyKey(key), new Secrets.Secret("write").digest(), () -> {
            written.incrementAndGet();
            Post post = town.somoim.posts().write(owner, Id.of(group), Scene.draft(key));
            return Line.of(post.id().toString());
        });
    }

    public static void main(String[] arguments) throws Exception {
        System.in.read();
        say("opening");
        var writer = new DoomedWriter(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        while (true) {
            writer.live();
        }
    }

    private static void say(Object... words) {
        // With a mark at the end: half a line is no acknowledgement.
        System.out.println(Stream.of(words).map(Object::toString).collect(Collectors.joining(" ")) + END);
        System.out.flush();
    }

    private String name(String what) {
        return what + "-" + life + "-" + turn;
    }

    private Email address(String what) {
        return Email.of(name(what) + "@example.org");
    }

    private Actor.Person person(String what) {
        return town.person(what, address(what));
    }

    private void live() throws InterruptedException {
        turn++;
        town.clock.advance(Duration.ofMillis(100));
        Thread beside = new Thread(() -> say("backup", backups.take().file().getFileName()));
        beside.start();
        Actor.Person owner = person("owner");
        say("account", owner.id());
        Actor.Person member = person("member");
        say("account", member.id());
        enter(member);
        Group group = gather(owner, member);
        talk(owner, member, group);
        ask(owner, member);
        meet(owner, member, group);
        share(owner, member);
        call(owner, member, group);
        chat(owner, member, Conversation.idOf(group.id()));
        judge(owner, member, group);
        bringIn();
        leave(group);
        beside.join();
        backups.prune(Duration.ZERO);
    }

    private void enter(Actor.Person member) {
        Email newcomer = address("newcomer");
        somoim.addresses().signUp(VISITOR, new NewAccount(newcomer, Community.PASSWORD, Line.of("New")));
        say("letter", newcomer.value());
        say("delivering", newcomer.value());
        somoim.deliver();
        say("delivered", newcomer.value());
        Account account = somoim.addresses().confirm(VISITOR, mailer.secret(newcomer));
        say("account", account.id());
        somoim.profiles().block(member, account.id());
        say("block", member.id(), account.id());
        somoim.passwords().change(member, Community.PASSWORD, OTHER_PASSWORD);
        say("password", address("member").value());
        Sessions.Opened session = somoim.sessions().open(member, Line.of("Phone"));
        say("session", member.id(), session.session().id());
        say(
                "token",
                somoim.sessions()
                        .refresh(VISITOR, session.refreshToken())
                        .refreshToken()
                        .value());
        somoim.identities()
                .link(
                        member,
                        new Arrival(
                                new Identity(new Word("keycloak"), new Subject(name("subject"))),
                                address("member"),
                                null,
                                null));
        say("identity", member.id());
        somoim.profiles().edit(member, about -> about.renamed(Line.of(name("renamed"))));
        say("profile", member.id(), name("renamed"));
        somoim.profiles().changeSettings(member, Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.YES));
        somoim.comparisons().contribute(member, Changes.FIGURES);
        say("contributed", member.id());
        somoim.epochs().begin(HOST);
        say("epoch", member.id());
    }

    private Group gather(Actor.Person owner, Actor.Person member) {
        Group group = town.openGroup(owner);
        say("group", owner.id(), group.id());
        somoim.memberships().join(member, group.id());
        say("membership", member.id(), group.id());
        say(
                "invite",
                owner.id(),
                somoim.invites()
                        .byLink(owner, group.id(), 2, Duration.ofDays(3))
                        .invite()
                        .id(),
                group.id());
        return group;
    }

    private void share(Actor.Person owner, Actor.Person member) {
        for (Actor.Person person : List.of(owner, member)) {
            somoim.profiles().changeSettings(person, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.PROGRESS));
        }
        GoalShare goal = somoim.goalShares().share(member, GoalDraft.of(GoalCategory.TRAVEL));
        say("goal", member.id(), goal.id());
        somoim.goalShares().progress(member, goal.id(), 50);
        say("progress", member.id(), goal.id());
        GoalShare regretted = somoim.goalShares().share(owner, GoalDraft.of(GoalCategory.CAR));
        somoim.goalShares().delete(owner, regretted.id());
        say("regretted", owner.id(), regretted.id());
    }

    private void talk(Actor.Person owner, Actor.Person member, Group group) {
        say("writing", name("key"), owner.id(), group.id());
        write(town, name("key"), owner, group.id().toString(), new AtomicLong());
        say("written", name("key"), owner.id(), group.id());
        Post post = town.post(owner, group);
        say("post", owner.id(), post.id());
        Comment comment = town.comment(member, post);
        say("comment", owner.id(), comment.id());
        somoim.reactions().react(member, ContentRef.post(post.id()), Reaction.Kind.LIKE);
        say("reaction", owner.id(), post.id());
        somoim.deliver();
        say("notified", owner.id(), comment.id());
    }

    /** A question and what becomes of it; both answer at once, so that they race for the numbers. */
    private void ask(Actor.Person owner, Actor.Person member) throws InterruptedException {
        Id<Category> category = somoim.forumCategories()
                .make(HOST, null, CategoryDraft.open(Line.of(name("category")), ForumType.DISCUSSION))
                .id();
        somoim.forumCategories().appoint(HOST, category, owner.id());
        say("category", owner.id(), category);
        Id<Topic> question = ForumScene.open(somoim, member, category, PostType.QUESTION);
        say("topic", owner.id(), question);
        Thread beside = new Thread(() -> answer(owner, question));
        beside.start();
        answer(member, question);
        beside.join();
        ForumPost solution = somoim.forumPosts().write(owner, question, Prose.of("Solved"));
        say("answered", owner.id(), solution.id(), solution.number());
        somoim.forumVotes().accept(member, solution.id());
        somoim.forumVotes().vote(member, solution.id(), Verdict.HELPFUL);
        say("helpful", member.id(), solution.id());
        Id<ForumPost> apart = somoim.forumPosts()
                .write(member, question, Prose.of("Something else"))
                .id();
        Topic split = somoim.forumCuration()
                .split(
                        owner,
                        question,
                        Set.of(apart),
                        new Heading(Line.of(name("split")), PostType.DISCUSSION, Tags.of("split")));
        say("split", owner.id(), question, split.id(), apart);
    }

    private void answer(Actor.Person person, Id<Topic> question) {
        for (int i = 0; i < 2; i++) {
            ForumPost post = somoim.forumPosts().write(person, question, Prose.of("Said"));
            say("answered", person.id(), post.id(), post.number());
        }
    }

    private void meet(Actor.Person owner, Actor.Person member, Group group) {
        Event event =
                somoim.events().call(owner, group.id(), town.plan("Meeting").limited(1));
        say("event", owner.id(), event.id());
        somoim.rsvps().attend(member, event.id(), 0);
        say("going", member.id(), event.id());
        somoim.rsvps().attend(owner, event.id(), 0);
        say("waiting", owner.id(), event.id());
        Course series =
                somoim.recurrences().begin(owner, group.id(), town.plan("Weekly"), new Rule("FREQ=WEEKLY;COUNT=3"));
        say("series", owner.id(), series.id());
    }

    private void call(Actor.Person owner, Actor.Person member, Group group) {
        var call = new Call(List.of(group.id()), Alert.Kind.HELP, null, Scene.HERE, false);
        Alert alert = somoim.alerts().raise(member, call).alerts().get(0).alert();
        say("alert", owner.id(), alert.id());
        somoim.alerts().acknowledge(owner, alert.id(), Receipt.Answer.ON_MY_WAY);
        say("acknowledged", member.id(), alert.id());
        somoim.deliver();
        say("called", owner.id(), alert.id());
        somoim.alerts().end(member, alert.id(), true);
        say("ended", owner.id(), alert.id());
    }

    /** Both at once, so that it is not said in the order in which it is numbered. */
    private void chat(Actor.Person owner, Actor.Person member, Id<Conversation> in) throws InterruptedException {
        Thread beside = new Thread(() -> sayTwice(member, in));
        beside.start();
        sayTwice(owner, in);
        beside.join();
        Message message = somoim.chat().send(owner, in, Prose.of("Before"));
        somoim.chat().edit(owner, message.id(), Prose.of(name("reworded")));
        say("reworded", owner.id(), message.id(), name("reworded"));
        somoim.chat().react(member, message.id(), org.somoim.chat.Reaction.Kind.LIKE);
        say("liked", owner.id(), message.id());
        somoim.conversations().read(member, in, message.number());
        say("read", member.id(), in, message.number());
        Message deleted = somoim.chat().send(owner, in, Prose.of("Soon gone"));
        somoim.chat().delete(owner, deleted.id());
        say("gone", owner.id(), in, deleted.number());
        Id<Conversation> direct =
                somoim.conversations().with(owner, member.id()).conversation().id();
        say("said", member.id(), somoim.chat().send(owner, direct, Prose.of("Whispered")));
        say("conversation", member.id(), in);
    }

    private void sayTwice(Actor.Person person, Id<Conversation> in) {
        for (int i = 0; i < 2; i++) {
            say("said", person.id(), somoim.chat().send(person, in, Prose.of("Said")));
        }
    }

    private static void say(String word, Id<User> reader, Message message) {
        say(word, reader, message.id(), message.conversationId(), message.number());
    }

    private void judge(Actor.Person owner, Actor.Person member, Group group) {
        Post spam = somoim.posts().write(member, group.id(), Draft.of(Prose.of(SPAM)));
        say("suspected", spam.id());
        Actor.Person moderator = person("moderator");
        somoim.accounts().appoint(HOST, moderator.id(), SiteRole.MODERATOR);
        Post post = town.post(member, group);
        org.somoim.moderation.Subject about = org.somoim.moderation.Subject.of("post", post.id());
        say(
                "reported",
                owner.id(),
                somoim.reports().report(owner, about, Ground.SPAM, null).id());
        Case held = somoim.cases().open(moderator, about, Ground.SPAM);
        say("claimed", moderator.id(), held.id());
        Measure hidden =
                somoim.cases().decide(moderator, held.id(), held.version(), Scene.ruling(Measure.Kind.HIDE, null));
        say("hidden", moderator.id(), post.id());
        Id<Appeal> appeal =
                somoim.appeals().object(member, hidden.id(), Prose.of("Why?")).id();
        say("appealed", member.id(), appeal);
    }

    private void bringIn() {
        Instant longAgo = town.clock.instant().minus(Duration.ofDays(1));
        Ref<User> newcomer = ImportedAccount.ref(name("imported"));
        List<Row> rows = List.of(
                () -> new ImportedAccount(newcomer, address("imported"), null, Line.of("Imported"), longAgo),
                () -> new ImportedGroup(
                        ImportedGroup.ref(name("imported")),
                        newcomer,
                        NewGroup.of(Group.Kind.SOCIAL, Line.of("Imported")),
                        longAgo));
        somoim.imports().bring(HOST, new Word("elsewhere"), rows.iterator(), Progress.unheard());
        say("imported", address("imported").value());
    }

    private void leave(Group group) {
        Actor.Person leaver = person("leaver");
        somoim.memberships().join(leaver, group.id());
        somoim.posts().write(leaver, group.id(), Scene.draft("Soon forgotten"));
        somoim.personalData().export(leaver).tell((capability, excerpt) -> {});
        say("exported", leaver.id());
        say(
                "erased",
                leaver.id(),
                somoim.personalData()
                        .erase(HOST, leaver.id(), Wish.REMOVE, Map.of())
                        .id());
    }
}
