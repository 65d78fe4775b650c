package org.somoim.personaldata;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.somoim.access.SiteRole;
import org.somoim.accounts.HereAlready;
import org.somoim.accounts.ImportedAccount;
import org.somoim.accounts.NewAccount;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.comparison.Figures;
import org.somoim.events.Coordinates;
import org.somoim.events.Event;
import org.somoim.events.ForeignEvent;
import org.somoim.events.MeetingLink;
import org.somoim.events.Plan;
import org.somoim.events.Rule;
import org.somoim.events.Venue;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostType;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.Verdict;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalFace;
import org.somoim.goals.GoalShare;
import org.somoim.goals.GoalShareStore;
import org.somoim.goals.Story;
import org.somoim.goals.Tags;
import org.somoim.groups.Group;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.imports.Progress;
import org.somoim.imports.Row;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Ruling;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.profiles.About;
import org.somoim.profiles.Consent;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.Link;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.Topics;
import org.somoim.ratings.Rating;
import org.somoim.safety.Alert;
import org.somoim.safety.Call;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;

/**
 * Someone who has done everything that can be done, and left a sign of their own in every field that takes text. Whoever adds
 * a field adds it here: a test that looks for the sign in every column finds none otherwise.
 */
public final class Life {
    public final Actor.Person person;
    /** Everyone else in it, each with a name that says so. */
    public final Actor.Person friend;

    public final Email address;
    public final Group group;
    /** By the friend, under a post of the person's. */
    public final Comment friendsAnswer;

    public final Post answered;
    public final Post unanswered;
    public final Post friendsPost;
    public final Comment saidToFriend;
    public final Group alone;

    private final List<String> signs = new ArrayList<>();
    private final String mark;

    /** @param mark lower case letters, as a person's own word in everything they write */
    public Life(Community town, String mark) {
        this.mark = mark;
        var somoim = town.somoim;
        address = Email.of(sign("address") + "@example.org");
        somoim.addresses().signUp(Actor.visitor(), new NewAccount(address, Community.PASSWORD, line("wanted")));
        person = town.person(sign("name"), address);
        friend = town.person("friend of " + mark.length());
        somoim.profiles()
                .edit(
                        person,
                        about -> new About(
                                about.displayName(),
                                line("given"),
                                line("family"),
                                prose("bio"),
                                new Link("https://example.org/" + ascii("picture")),
                                line("town"),
                                Topics.of(sign("interest")),
                                Topics.of(sign("expertise"))));
        somoim.profiles().grantBadge(Actor.host("scene"), person.id(), new Word(ascii("badge")));
        somoim.profiles().mute(person, line("muted"));
        somoim.sessions().open(person, line("device"));
        somoim.once()
                .call(
                        person,
                        new IdempotencyKey(ascii("key")),
                        new Secrets.Secret("asked").digest(),
                        () -> Line.of("/groups"));
        somoim.identities()
                .link(
                        person,
                        new Arrival(
                                new Identity(new Word("provider"), new Subject(ascii("subject"))),
                                town.somoim.accounts().mine(person).email(),
                                null,
                                null));
        somoim.identities()
                .arrive(
                        Actor.host("scene"),
                        new Arrival(
                                new Identity(new Word("provider"), new Subject(ascii("subject"))),
                                null,
                                Line.of(sign("known")),
                                null));
        somoim.imports()
                .bring(
                        Actor.host("scene"),
                        new Word("old-forum"),
                        List.<Row>of(() -> new HereAlready(
                                        ImportedAccount.ref("elsewhere." + mark), person.id(), town.clock.instant()))
                                .iterator(),
                        Progress.unheard());
        group = town.openGroup(friend);
        somoim.memberships().join(person, group.id());
        somoim.memberships().request(person, town.privateGroup(friend).id(), line("request"));
        alone = somoim.groups()
                .create(
                        person,
                        NewGroup.social(Terms.of(Group.Kind.SOCIAL, Line.of("alone." + mark))
                                .described(Prose.of("described." + mark))));
        somoim.invites().byEmail(person, alone.id(), Email.of(sign("invited") + "@example.org"), Duration.ofDays(3));
        somoim.invites()
                .byEmail(friend, group.id(), somoim.accounts().mine(person).email(), Duration.ofDays(3));
        answered = post(town, "post");
        somoim.posts().edit(person, answered.id(), draft -> draft("title", "rewritten"));
        friendsAnswer = somoim.comments().write(friend, answered.id(), Prose.of("That is what the friend said"));
        unanswered = post(town, "lonely");
        Comment own = somoim.comments().write(person, unanswered.id(), prose("beneath"));
        somoim.comments().write(person, unanswered.id(), own.id(), prose("deeper"), Set.of());
        somoim.posts().delete(person, post(town, "deleted").id());
        somoim.posts().writeOnPage(person, draft("headline", "page"));
        friendsPost = somoim.posts()
                .write(friend, group.id(), new Draft(null, Prose.of("What the friend wrote"), Set.of(person.id())));
        saidToFriend = somoim.comments().write(person, friendsPost.id(), prose("comment"));
        somoim.comments().edit(person, saidToFriend.id(), prose("corrected"), Set.of(friend.id()));
        somoim.comments()
                .write(friend, friendsPost.id(), saidToFriend.id(), Prose.of("The friend agrees"), Set.of(person.id()));
        Comment regretted = somoim.comments().write(person, friendsPost.id(), prose("regretted"));
        somoim.comments().delete(person, regretted.id());
        somoim.reactions().react(person, ContentRef.post(friendsPost.id()), Reaction.Kind.LOVE);
        somoim.reactions().react(friend, ContentRef.post(answered.id()), Reaction.Kind.LIKE);
        meet(town);
        Alert called = raise(town, person, sign("help"));
        somoim.alerts().acknowledge(friend, called.id(), Receipt.Answer.SEEN);
        Alert answeredTo = raise(town, friend, "The friend needs help");
        somoim.alerts().acknowledge(person, answeredTo.id(), Receipt.Answer.ON_MY_WAY);
        somoim.alerts().end(person, answeredTo.id(), false);
        goal(town);
        forum(town);
        talk(town);
        dispute(town);
        somoim.profiles().changeSettings(person, Map.of(PrivacySetting.CONTRIBUTE_TO_COMPARISONS, Consent.YES));
        somoim.comparisons()
                .contribute(person, Figures.NONE.in("age", "from-35").with("emergency-fund", 3));
        somoim.notifications().turnOff(person, new Word("posts.reacted"), group.id());
        Actor.Person stranger = town.person("stranger");
        somoim.profiles().block(person, stranger.id());
        Actor.Person foe = town.person("foe");
        somoim.profiles().block(foe, person.id());
        somoim.deliver();
        // The letter that it sends is still waiting.
        somoim.addresses().change(person, Community.PASSWORD, Email.of(sign("next") + "@example.org"));
    }

    private void dispute(Community town) {
        var somoim = town.somoim;
        Actor.Person one = judge(town);
        Actor.Person other = judge(town);
        somoim.reports().report(person, about(friendsPost), Ground.OTHER, prose("complaint"));
        somoim.reports().notice(Actor.visitor(), address, about(friendsPost), Ground.SPAM, prose("notice"));
        somoim.reports().report(friend, about(answered), Ground.OTHER, Prose.of("The friend complains"));
        Case held = somoim.cases().open(one, about(answered), Ground.OTHER);
        var ruling = new Ruling(Measure.Kind.NUDGE, Ground.OTHER, Line.of("A rule"), prose("found"), null, 0, false);
        Measure taken = somoim.cases().decide(one, held.id(), held.version(), ruling);
        Appeals.Own appeal = somoim.appeals().object(person, taken.id(), prose("objection"));
        somoim.appeals().uphold(other, appeal.id(), prose("verdict"));
        somoim.oversight().trust(Actor.host("scene"), person.id(), true);
    }

    private static Actor.Person judge(Community town) {
        Actor.Person judge = town.person("judge");
        town.somoim.accounts().appoint(Actor.host("scene"), judge.id(), SiteRole.MODERATOR);
        return judge;
    }

    private static org.somoim.moderation.Subject about(Post post) {
        return org.somoim.moderation.Subject.of("post", post.id());
    }

    /** As if it had been told so for long: a preview would take out of it what is a name or an address. */
    private void goal(Community town) {
        var somoim = town.somoim;
        for (Actor.Person one : List.of(person, friend)) {
            somoim.profiles().changeSettings(one, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.STORY));
        }
        GoalShare own = somoim.goalShares().share(person, GoalDraft.of(GoalCategory.HOME));
        GoalShare friends = somoim.goalShares().share(friend, GoalDraft.of(GoalCategory.HOME));
        Instant today = town.clock.instant().truncatedTo(ChronoUnit.DAYS);
        var story = new Story(line("goal"), prose("saving"), prose("strategy"), prose("tips"), tags());
        town.ports.transactor().run(() -> {
            GoalShareStore goals = town.ports.goalShares();
            goals.put(own.id(), new GoalFace(today, false, own.face().traits(), story, false));
            goals.put(friends.id(), new GoalFace(today, false, friends.face().traits(), null, false));
        });
        somoim.inspiration().cheer(person, friends.id(), Cheer.INSPIRED);
        somoim.inspiration().cheer(friend, own.id(), Cheer.INSPIRED);
    }

    /** None if the mark is too long for one. */
    private Tags tags() {
        return ("tag." + mark).length() > Tags.MAX ? Tags.NONE : new Tags(List.of(line("tag")));
    }

    private void forum(Community town) {
        var somoim = town.somoim;
        Actor host = Actor.host("scene");
        Id<Category> category = somoim.forumCategories()
                .make(host, null, CategoryDraft.open(Line.of("Forum"), ForumType.DISCUSSION))
                .id();
        somoim.forumCategories().appoint(host, category, person.id());
        Topic answered = somoim.forumTopics().open(person, category, topic("asked"));
        ForumPost friends = somoim.forumPosts().write(friend, answered.id(), Prose.of("The friend knows"));
        somoim.forumVotes().accept(person, friends.id());
        somoim.forumVotes().like(person, friends.id());
        somoim.forumVotes().vote(person, friends.id(), Verdict.HELPFUL);
        somoim.forumTopics().open(person, category, topic("unasked"));
        Topic lost = somoim.forumTopics().open(person, category, topic("forgotten"));
        somoim.forumTopics().delete(person, lost.id());
        Topic friendsTopic = somoim.forumTopics()
                .open(
                        friend,
                        category,
                        new TopicDraft(
                                Line.of("The friend asks"),
                                Prose.of("What the friend asks"),
                                PostType.QUESTION,
                                org.somoim.forum.Tags.NONE));
        ForumPost own = somoim.forumPosts().write(person, friendsTopic.id(), prose("advised"));
        somoim.forumVotes().vote(friend, own.id(), Verdict.HELPFUL);
        somoim.forumVotes().accept(friend, own.id());
        ForumPost withdrawn = somoim.forumPosts().write(person, friendsTopic.id(), prose("unsaid"));
        somoim.forumPosts().delete(person, withdrawn.id());
        somoim.forumTopics().follow(person, friendsTopic.id());
        somoim.forumDrafts()
                .begin(person, category, line("draft"), prose("drafting"), PostType.TIP, forumTags("drafttag"));
    }

    private TopicDraft topic(String what) {
        return new TopicDraft(line(what), prose(what + "about"), PostType.QUESTION, forumTags(what));
    }

    /** None if the mark is too long for one. */
    private org.somoim.forum.Tags forumTags(String what) {
        return (what + "." + mark).length() > org.somoim.forum.Tags.MAX
                ? org.somoim.forum.Tags.NONE
                : new org.somoim.forum.Tags(List.of(line(what)));
    }

    private void talk(Community town) {
        var chat = town.somoim.chat();
        Id<Conversation> in = Conversation.idOf(group.id());
        Message said = chat.send(person, in, lost("said"));
        chat.edit(person, said.id(), prose("reworded"));
        Message answer = chat.send(friend, in, Prose.of("The friend answers"), said.id());
        chat.react(person, answer.id(), org.somoim.chat.Reaction.Kind.LAUGH);
        chat.react(friend, said.id(), org.somoim.chat.Reaction.Kind.LIKE);
        chat.delete(person, chat.send(person, in, lost("withdrawn")).id());
        town.somoim.conversations().read(person, in, 2);
        Id<Conversation> two = town.somoim
                .conversations()
                .with(person, friend.id())
                .conversation()
                .id();
        chat.send(person, two, prose("whispered"));
        chat.send(friend, two, Prose.of("The friend whispers too"));
    }

    /** What the person wrote or was called, each as they wrote it. */
    public List<String> signs() {
        return List.copyOf(signs);
    }

    /** In each of {@link #signs}. */
    public String mark() {
        return mark;
    }

    private void meet(Community town) {
        var somoim = town.somoim;
        Event met = somoim.events().call(person, group.id(), planned(town, "meeting"));
        somoim.rsvps().attend(friend, met.id(), 0);
        somoim.events().call(person, group.id(), planned(town, "unvisited"));
        somoim.events().callOwn(person, planned(town, "hosted"));
        somoim.recurrences().begin(person, group.id(), planned(town, "weekly"), new Rule("FREQ=WEEKLY;COUNT=2"));
        Event friends = town.event(friend, group);
        somoim.rsvps().attend(person, friends.id(), 0);
        somoim.reminders().want(person, friends.id(), Set.of(60));
        somoim.calendars().issue(person, line("calendar"), group.id());
        var elsewhere = new ForeignEvent.Uid("elsewhere." + mark);
        somoim.foreignEvents()
                .bring(person, null, new ForeignEvent(elsewhere, planned(town, "brought"), null, Set.of(), Map.of()));
        rate(town, met);
    }

    /** As if all had been there long ago. */
    private void rate(Community town, Event met) {
        Instant then = met.createdAt().minus(Duration.ofDays(20));
        town.ports.transactor().run(() -> {
            town.ports.ratings().add(rating(town, met, person, friend, prose("rated"), then));
            for (Actor.Person rater : List.of(friend, town.person(), town.person())) {
                town.ports.ratings().add(rating(town, met, rater, person, Prose.of("Well met"), then));
            }
        });
        town.somoim.ratings().publish(Actor.host("life"));
    }

    private static Rating rating(
            Community town, Event met, Actor.Person rater, Actor.Person rated, Prose comment, Instant then) {
        Instant closed = then.plus(Duration.ofDays(14));
        return new Rating(town.ports.ids().random(), met.id(), rater.id(), rated.id(), 5, comment, then, closed, null);
    }

    private Plan planned(Community town, String what) {
        return town.plan(sign(what))
                .described(prose(what + "described"))
                .in(new Venue(
                        line(what + "label"),
                        line(what + "address"),
                        new Coordinates(3_700_000_000L, 12_700_000_000L),
                        new MeetingLink("https://example.org/" + ascii(what + "link")),
                        Venue.ShownTo.MEMBERS));
    }

    private Alert raise(Community town, Actor.Person caller, String message) {
        var here = Location.ofDegrees(BigDecimal.ONE, BigDecimal.TEN, Location.Precision.EXACT);
        var call = new Call(List.of(group.id()), Alert.Kind.HARASSMENT, Prose.of(message), here, false);
        return town.somoim.alerts().raise(caller, call).alerts().get(0).alert();
    }

    private Post post(Community town, String what) {
        return town.somoim.posts().write(person, group.id(), draft(what + "title", what));
    }

    private Draft draft(String title, String body) {
        return new Draft(line(title), prose(body), Set.of(friend.id()));
    }

    /** Has the mark, but is no sign: nobody can read it any more. */
    private Prose lost(String what) {
        return Prose.of(what + "." + mark);
    }

    private Line line(String what) {
        return Line.of(sign(what));
    }

    private Prose prose(String what) {
        return Prose.of(sign(what));
    }

    private String ascii(String what) {
        String sign = what + mark.replaceAll("[^a-z]", "");
        signs.add(sign);
        return sign;
    }

    private String sign(String what) {
        String sign = what + "." + mark;
        signs.add(sign);
        return sign;
    }
}
