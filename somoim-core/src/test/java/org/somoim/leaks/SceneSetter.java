package org.somoim.leaks;

import static org.somoim.leaks.Canary.ALERT_MESSAGE;
import static org.somoim.leaks.Canary.ANSWER;
import static org.somoim.leaks.Canary.APPEAL;
import static org.somoim.leaks.Canary.AUTHORS_ADDRESS;
import static org.somoim.leaks.Canary.AUTHORS_NAME;
import static org.somoim.leaks.Canary.AVATAR;
import static org.somoim.leaks.Canary.BADGE;
import static org.somoim.leaks.Canary.BIO;
import static org.somoim.leaks.Canary.CATEGORY_NAME;
import static org.somoim.leaks.Canary.CLOSED_EVENT_ADDRESS;
import static org.somoim.leaks.Canary.CLOSED_EVENT_TITLE;
import static org.somoim.leaks.Canary.COMMENT;
import static org.somoim.leaks.Canary.COMPLAINT;
import static org.somoim.leaks.Canary.DELETED_COMMENT;
import static org.somoim.leaks.Canary.DELETED_FORUM_POST;
import static org.somoim.leaks.Canary.DELETED_MESSAGE;
import static org.somoim.leaks.Canary.DIRECT_MESSAGE;
import static org.somoim.leaks.Canary.EARLIER_BODY;
import static org.somoim.leaks.Canary.EARLIER_COMMENT;
import static org.somoim.leaks.Canary.EARLIER_MESSAGE;
import static org.somoim.leaks.Canary.EARLIER_TITLE;
import static org.somoim.leaks.Canary.EVENT_ADDRESS;
import static org.somoim.leaks.Canary.EVENT_TITLE;
import static org.somoim.leaks.Canary.EXPERTISE;
import static org.somoim.leaks.Canary.FAMILY_NAME;
import static org.somoim.leaks.Canary.FORUM_DRAFT;
import static org.somoim.leaks.Canary.FORUM_POST_TEXT;
import static org.somoim.leaks.Canary.GIVEN_NAME;
import static org.somoim.leaks.Canary.GOAL_TAG;
import static org.somoim.leaks.Canary.GOAL_TEXT;
import static org.somoim.leaks.Canary.GOAL_TITLE;
import static org.somoim.leaks.Canary.GROUP_CATEGORY;
import static org.somoim.leaks.Canary.GROUP_DESCRIPTION;
import static org.somoim.leaks.Canary.GROUP_NAME;
import static org.somoim.leaks.Canary.HIGH_CATEGORY_NAME;
import static org.somoim.leaks.Canary.HIGH_TOPIC_TEXT;
import static org.somoim.leaks.Canary.HIGH_TOPIC_TITLE;
import static org.somoim.leaks.Canary.INTEREST;
import static org.somoim.leaks.Canary.INVITED_ADDRESS;
import static org.somoim.leaks.Canary.LOCATION;
import static org.somoim.leaks.Canary.MESSAGE;
import static org.somoim.leaks.Canary.MUTED_WORD;
import static org.somoim.leaks.Canary.NOTICE;
import static org.somoim.leaks.Canary.NOTICE_ADDRESS;
import static org.somoim.leaks.Canary.OWNERS_MESSAGE;
import static org.somoim.leaks.Canary.OWNERS_POST;
import static org.somoim.leaks.Canary.OWN_EVENT_ADDRESS;
import static org.somoim.leaks.Canary.OWN_EVENT_TITLE;
import static org.somoim.leaks.Canary.PAGE_COMMENT;
import static org.somoim.leaks.Canary.PAGE_POST;
import static org.somoim.leaks.Canary.PARTED_MESSAGE;
import static org.somoim.leaks.Canary.POST_BODY;
import static org.somoim.leaks.Canary.POST_TITLE;
import static org.somoim.leaks.Canary.REPLY;
import static org.somoim.leaks.Canary.REQUEST_MESSAGE;
import static org.somoim.leaks.Canary.SERIES_TITLE;
import static org.somoim.leaks.Canary.STATEMENT;
import static org.somoim.leaks.Canary.TOPIC_TAG;
import static org.somoim.leaks.Canary.TOPIC_TEXT;
import static org.somoim.leaks.Canary.TOPIC_TITLE;
import static org.somoim.leaks.Canary.WAITING_TOPIC_TEXT;
import static org.somoim.leaks.Canary.WAITING_TOPIC_TITLE;
import static org.somoim.leaks.Canary.WITHDRAWN_GOAL;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.access.Visibility;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.events.Coordinates;
import org.somoim.events.Course;
import org.somoim.events.Event;
import org.somoim.events.Rule;
import org.somoim.events.Venue;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumDraft;
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
import org.somoim.goals.GoalTraits;
import org.somoim.goals.Story;
import org.somoim.goals.Tags;
import org.somoim.groups.Group;
import org.somoim.groups.Group.InvitePolicy;
import org.somoim.groups.Group.JoinPolicy;
import org.somoim.groups.Membership.Role;
import org.somoim.groups.NewGroup;
import org.somoim.groups.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Draft;
import org.somoim.posts.Post;
import org.somoim.posts.Reaction;
import org.somoim.profiles.About;
import org.somoim.profiles.Audience;
import org.somoim.profiles.Choice;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.Link;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.Profile;
import org.somoim.profiles.Topics;
import org.somoim.safety.Alert;
import org.somoim.safety.Call;
import org.somoim.safety.Location;
import org.somoim.safety.Receipt;

/** Sets scenes, only by what people can do. */
final class SceneSetter {
    /** They are in the group while everything is said, and are mentioned by the author. */
    private static final Set<Relation> MEMBERS = EnumSet.of(
            Relation.MEMBER,
            Relation.AUTHOR,
            Relation.MODERATOR,
            Relation.ADMIN,
            Relation.LEFT,
            Relation.REMOVED,
            Relation.BANNED,
            Relation.BLOCKED_MEMBER,
            Relation.BLOCKING_MEMBER,
            Relation.BLOCKED_MODERATOR,
            Relation.SUSPENDED,
            Relation.DEACTIVATED,
            Relation.ERASED);

    private static final Actor HOST = Actor.host("scene");
    private static final Coordinates HERE = new Coordinates(3_756_660_000L, 12_697_840_000L);
    private static final GoalTraits GOAL_TRAITS = new GoalTraits(GoalCategory.HOME, null, 40, null, null, null);
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Community town;
    private final Somoim somoim;
    private final int number;
    private final State state;
    private final Map<Relation, Actor> people = new EnumMap<>(Relation.class);
    private final Actor.Person author;
    private final Actor.Person owner;
    private final Actor.Person quiet;
    private final Actor.Person outcast;
    private final Actor.Person helper;

    /** What was said in conversations. */
    private record Said(
            Id<Message> message,
            Id<Message> ownersMessage,
            Id<Message> deletedMessage,
            Id<Message> directMessage,
            Id<Conversation> direct,
            Id<Conversation> parted) {}

    private SceneSetter(Community town, int number, State state) {
        this.town = town;
        this.somoim = town.somoim;
        this.number = number;
        this.state = state;
        for (Relation relation : Relation.values()) {
            people.put(relation, newcomer(relation));
        }
        author = person(Relation.AUTHOR);
        owner = person(Relation.OWNER);
        quiet = town.person("quiet " + number);
        outcast = town.person("outcast " + number);
        helper = town.person("helper " + number);
    }

    static Scene set(Community town, int number, State state) {
        return new SceneSetter(town, number, state).set();
    }

    private Actor newcomer(Relation relation) {
        return switch (relation) {
            case VISITOR -> Actor.visitor();
            case SITE_ADMIN -> town.admin();
            case AUTHOR -> town.person(token(AUTHORS_NAME), Email.of(token(AUTHORS_ADDRESS) + "@example.org"));
            default -> town.person(relation + " " + number);
        };
    }

    private Scene set() {
        describeTheAuthor();
        Id<Group> group = found();
        Post ownersPost = ownersPost(group);
        Comment comment = comment(ownersPost, EARLIER_COMMENT);
        somoim.comments().edit(author, comment.id(), prose(COMMENT), Set.of());
        somoim.comments().write(quiet, ownersPost.id(), comment.id(), prose(REPLY), Set.of());
        Comment deletedComment = comment(ownersPost, DELETED_COMMENT);
        somoim.comments().write(quiet, ownersPost.id(), deletedComment.id(), Prose.of("Oh"), Set.of());
        somoim.comments().delete(author, deletedComment.id());
        Post pagePost = somoim.posts().writeOnPage(author, Draft.of(prose(PAGE_POST)));
        Comment pageComment = comment(pagePost, PAGE_COMMENT);
        somoim.posts().pin(author, pagePost.id());
        Post post = authorsPost(group);
        Comment answer = somoim.comments().write(quiet, post.id(), null, prose(ANSWER), members());
        somoim.posts().pin(owner, post.id());
        Event event = event(group, EVENT_TITLE, true, place(EVENT_ADDRESS, Venue.ShownTo.MEMBERS));
        Event closedEvent = event(group, CLOSED_EVENT_TITLE, false, place(CLOSED_EVENT_ADDRESS, Venue.ShownTo.GOING));
        Event ownEvent = somoim.events()
                .callOwn(
                        author, town.plan(token(OWN_EVENT_TITLE)).in(place(OWN_EVENT_ADDRESS, Venue.ShownTo.EVERYONE)));
        Course series = somoim.recurrences()
                .begin(owner, group, town.plan(token(SERIES_TITLE)).open(false), new Rule("FREQ=WEEKLY;COUNT=2"));
        Alert alert = call(group);
        Said said = talk(Conversation.idOf(group));
        Scene.Dispute dispute = dispute(pagePost);
        somoim.deliver();
        Map<Relation, Secrets.Secret> links = calendarLinks();
        knock(group);
        Secrets.Secret revoked = revokedLink(group);
        part(group);
        turn(post);
        somoim.deliver();
        settle(group);
        return new Scene(
                number,
                state,
                people,
                group,
                author.id(),
                quiet.id(),
                outcast.id(),
                post.id(),
                ownersPost.id(),
                pagePost.id(),
                comment.id(),
                answer.id(),
                deletedComment.id(),
                pageComment.id(),
                event.id(),
                closedEvent.id(),
                ownEvent.id(),
                series.id(),
                links,
                alert.batchId(),
                alert.id(),
                helper.id(),
                said.message(),
                said.ownersMessage(),
                said.deletedMessage(),
                said.directMessage(),
                said.direct(),
                said.parted(),
                goal(),
                forum(),
                dispute,
                revoked);
    }

    /** What the author, who is an expert, says in the forum. */
    private Scene.Said forum() {
        var categories = somoim.forumCategories();
        Id<Category> category = categories
                .make(HOST, null, CategoryDraft.open(line(CATEGORY_NAME), ForumType.DISCUSSION))
                .id();
        Id<Category> high = categories
                .make(
                        HOST,
                        null,
                        new CategoryDraft(
                                line(HIGH_CATEGORY_NAME), null, ForumType.DISCUSSION, false, ExperienceLevel.EXPERT))
                .id();
        Id<Category> moderated = categories
                .make(
                        HOST,
                        null,
                        new CategoryDraft(Line.of("Desk"), null, ForumType.DISCUSSION, true, ExperienceLevel.NEWCOMER))
                .id();
        Id<Topic> topic = topic(category, TOPIC_TITLE, TOPIC_TEXT);
        Id<Topic> waiting = topic(moderated, WAITING_TOPIC_TITLE, WAITING_TOPIC_TEXT);
        ForumPost post = somoim.forumPosts().write(author, topic, prose(FORUM_POST_TEXT));
        ForumPost deleted = somoim.forumPosts().write(author, topic, prose(DELETED_FORUM_POST));
        somoim.forumVotes().like(quiet, post.id());
        somoim.forumVotes().vote(quiet, post.id(), Verdict.HELPFUL);
        somoim.forumPosts().delete(author, deleted.id());
        // After all that makes the level be worked out anew.
        Profile profile = town.ports.profiles().find(author.id()).orElseThrow();
        ContributionStanding earned = profile.standing();
        var expert =
                new ContributionStanding(earned.reputationScore(), earned.totalContributions(), ExperienceLevel.EXPERT);
        town.ports
                .profiles()
                .put(new Profile(author.id(), profile.about(), expert, profile.createdAt(), profile.updatedAt()));
        Id<Topic> highTopic = topic(high, HIGH_TOPIC_TITLE, HIGH_TOPIC_TEXT);
        somoim.forumCuration().pin(people.get(Relation.SITE_ADMIN), topic);
        ForumDraft draft = somoim.forumDrafts()
                .begin(
                        author,
                        category,
                        line(FORUM_DRAFT),
                        prose(FORUM_DRAFT),
                        PostType.TIP,
                        org.somoim.forum.Tags.NONE);
        return new Scene.Said(
                category,
                high,
                topic,
                highTopic,
                waiting,
                post.id(),
                opening(highTopic),
                opening(waiting),
                deleted.id(),
                draft.id());
    }

    private Id<Topic> topic(Id<Category> category, Canary title, Canary text) {
        var draft = new TopicDraft(
                line(title), prose(text), PostType.DISCUSSION, org.somoim.forum.Tags.of(token(TOPIC_TAG)));
        return somoim.forumTopics().open(author, category, draft).id();
    }

    private Id<ForumPost> opening(Id<Topic> topic) {
        return town.ports.forumPosts().opening(topic).orElseThrow().id();
    }

    /** Somebody who is nobody to the author reports them and a post; who decides about the post is nobody else either. */
    private Scene.Dispute dispute(Post pagePost) {
        Actor.Person witness = town.person("witness " + number);
        Actor.Person decider = town.person("decider " + number);
        somoim.accounts().appoint(HOST, decider.id(), SiteRole.MODERATOR);
        Subject page = Subject.of("post", pagePost.id());
        Subject person = new Subject(Subject.PERSON, author.id());
        somoim.reports().report(witness, page, Ground.SPAM, prose(COMPLAINT));
        Case about = somoim.cases().open(decider, page, Ground.SPAM);
        var ruling = new Ruling(Measure.Kind.NUDGE, Ground.SPAM, line(STATEMENT), prose(STATEMENT), null, 0, false);
        Measure measure = somoim.cases().decide(decider, about.id(), about.version(), ruling);
        somoim.appeals().object(author, measure.id(), prose(APPEAL));
        somoim.reports().report(witness, person, Ground.HATE, prose(COMPLAINT));
        Case open = somoim.cases().open(decider, person, Ground.HATE);
        somoim.cases().release(decider, open.id(), open.version());
        Email outside = Email.of(token(NOTICE_ADDRESS) + "@example.org");
        somoim.reports().notice(Actor.visitor(), outside, person, Ground.HATE, prose(NOTICE));
        return new Scene.Dispute(witness.id(), decider.id(), open.id(), about.id(), measure.id());
    }

    /** The author's. As if it had been shared the day before, and another withdrawn. */
    private Id<GoalShare> goal() {
        somoim.profiles().changeSettings(author, Map.of(PrivacySetting.GOAL_SHARING_LEVEL, GoalSharing.STORY));
        Instant today = town.clock.instant().truncatedTo(ChronoUnit.DAYS);
        var told = new Story(
                line(GOAL_TITLE), prose(GOAL_TEXT), prose(GOAL_TEXT), prose(GOAL_TEXT), Tags.of(token(GOAL_TAG)));
        Id<GoalShare> goal = looking(new GoalFace(today, false, GOAL_TRAITS, told, false));
        looking(new GoalFace(today, true, GOAL_TRAITS, Story.of(token(WITHDRAWN_GOAL)), false));
        somoim.inspiration().cheer(quiet, goal, Cheer.INSPIRED);
        return goal;
    }

    private Id<GoalShare> looking(GoalFace face) {
        GoalShare share = somoim.goalShares().share(author, GoalDraft.of(GoalCategory.HOME));
        town.ports.goalShares().put(share.id(), face);
        return share.id();
    }

    private Said talk(Id<Conversation> in) {
        var chat = somoim.chat();
        Message ownersMessage = chat.send(owner, in, prose(OWNERS_MESSAGE));
        chat.react(author, ownersMessage.id(), org.somoim.chat.Reaction.Kind.THANKS);
        Message message = chat.send(author, in, prose(EARLIER_MESSAGE));
        chat.edit(author, message.id(), prose(MESSAGE));
        chat.send(quiet, in, Prose.of("True"), message.id());
        Message deleted = chat.send(author, in, prose(DELETED_MESSAGE));
        chat.delete(author, deleted.id());
        Id<Conversation> direct = with(Relation.MEMBER);
        Message directMessage = chat.send(author, direct, prose(DIRECT_MESSAGE));
        Id<Conversation> parted = with(Relation.BLOCKED_MEMBER);
        chat.send(author, parted, prose(PARTED_MESSAGE));
        return new Said(message.id(), ownersMessage.id(), deleted.id(), directMessage.id(), direct, parted);
    }

    private Id<Conversation> with(Relation other) {
        return somoim.conversations().with(author, id(other)).conversation().id();
    }

    /** Every field as open as the profile, but for one that nobody sees. */
    private void describeTheAuthor() {
        somoim.profiles()
                .edit(
                        author,
                        about -> new About(
                                about.displayName(),
                                line(GIVEN_NAME),
                                line(FAMILY_NAME),
                                prose(BIO),
                                new Link("https://example.org/" + token(AVATAR)),
                                line(LOCATION),
                                Topics.of(token(INTEREST)),
                                Topics.of(token(EXPERTISE))));
        Map<PrivacySetting, Choice> settings = new EnumMap<>(PrivacySetting.class);
        for (PrivacySetting setting : PrivacySetting.values()) {
            if (setting.first() instanceof Audience) {
                settings.put(setting, Audience.EVERYONE);
            }
        }
        settings.put(PrivacySetting.GIVEN_NAME_VISIBILITY, Audience.NOBODY);
        somoim.profiles().changeSettings(author, settings);
        somoim.profiles().grantBadge(HOST, author.id(), new Word(token(BADGE)));
        somoim.profiles().mute(author, line(MUTED_WORD));
    }

    /** Private for now, so that people can ask to come in. */
    private Id<Group> found() {
        UnaryOperator<Terms> wishes = terms -> terms.described(prose(GROUP_DESCRIPTION))
                .about(new Word(token(GROUP_CATEGORY)))
                .seen(Visibility.PRIVATE)
                .joined(JoinPolicy.REQUEST)
                .invited(InvitePolicy.ANY_MEMBER)
                .approved(true);
        Id<Group> group = somoim.groups()
                .create(owner, NewGroup.social(wishes.apply(Terms.of(Group.Kind.SOCIAL, line(GROUP_NAME)))))
                .id();
        for (Relation relation : MEMBERS) {
            somoim.memberships().request(people.get(relation), group, null);
            somoim.memberships().approve(owner, group, id(relation));
        }
        somoim.members().appoint(owner, group, author.id(), Role.MODERATOR);
        somoim.memberships().request(quiet, group, null);
        somoim.memberships().approve(author, group, quiet.id());
        somoim.members().appoint(owner, group, author.id(), Role.MEMBER);
        somoim.memberships().request(helper, group, null);
        somoim.memberships().approve(owner, group, helper.id());
        somoim.members().appoint(owner, group, id(Relation.MODERATOR), Role.MODERATOR);
        somoim.members().appoint(owner, group, id(Relation.BLOCKED_MODERATOR), Role.MODERATOR);
        somoim.members().appoint(owner, group, id(Relation.ADMIN), Role.ADMIN);
        return group;
    }

    private Event event(Id<Group> group, Canary title, boolean isPublic, Venue venue) {
        Event event = somoim.events()
                .call(owner, group, town.plan(token(title)).open(isPublic).in(venue));
        somoim.rsvps().attend(author, event.id(), 0);
        somoim.rsvps().attend(quiet, event.id(), 0);
        return event;
    }

    private Map<Relation, Secrets.Secret> calendarLinks() {
        Map<Relation, Secrets.Secret> links = new EnumMap<>(Relation.class);
        people.forEach((relation, person) -> {
            if (person instanceof Actor.Person) {
                links.put(
                        relation,
                        somoim.calendars().issue(person, Line.of("Mine"), null).secret());
            }
        });
        return links;
    }

    private Venue place(Canary address, Venue.ShownTo people) {
        return new Venue(null, line(address), HERE, null, people);
    }

    private Post ownersPost(Id<Group> group) {
        Post post = somoim.posts().write(owner, group, new Draft(null, prose(OWNERS_POST), members()));
        somoim.reactions().react(author, ContentRef.post(post.id()), Reaction.Kind.LIKE);
        somoim.posts().pin(owner, post.id());
        return post;
    }

    private Post authorsPost(Id<Group> group) {
        boolean willBeEdited = state.post() == State.PostState.EDITED;
        Line title = line(willBeEdited ? EARLIER_TITLE : POST_TITLE);
        Prose body = prose(willBeEdited ? EARLIER_BODY : POST_BODY);
        return somoim.posts().write(author, group, new Draft(title, body, members()));
    }

    /** All who are in the group hear of it. */
    private Alert call(Id<Group> group) {
        var longitude = new BigDecimal("123." + Scene.digits(number));
        var call = new Call(
                List.of(group),
                Alert.Kind.HELP,
                prose(ALERT_MESSAGE),
                Location.ofDegrees(BigDecimal.ONE, longitude, Location.Precision.EXACT),
                false);
        Alert alert = somoim.alerts().raise(author, call).alerts().get(0).alert();
        somoim.alerts().acknowledge(helper, alert.id(), Receipt.Answer.ON_MY_WAY);
        return alert;
    }

    private Set<Id<User>> members() {
        return MEMBERS.stream().map(this::id).collect(Collectors.toSet());
    }

    private Comment comment(Post post, Canary body) {
        return somoim.comments().write(author, post.id(), prose(body));
    }

    /** Who comes to the door. */
    private void knock(Id<Group> group) {
        somoim.memberships().invite(author, group, id(Relation.INVITED));
        somoim.memberships().invite(owner, group, id(Relation.DECLINED));
        somoim.deliver();
        somoim.memberships().decline(people.get(Relation.DECLINED), group);
        somoim.memberships().request(people.get(Relation.REQUESTED), group, line(REQUEST_MESSAGE));
        somoim.invites().byEmail(owner, group, Email.of(token(INVITED_ADDRESS) + "@example.org"), A_WEEK);
    }

    private Secrets.Secret revokedLink(Id<Group> group) {
        var issued = somoim.invites().byLink(owner, group, 10, A_WEEK);
        somoim.invites().revoke(owner, issued.invite().id());
        return issued.secret();
    }

    /** Who goes, and who no longer wants to meet whom. */
    private void part(Id<Group> group) {
        somoim.memberships().leave(people.get(Relation.LEFT), group);
        somoim.members().remove(owner, group, id(Relation.REMOVED));
        somoim.members().ban(owner, group, id(Relation.BANNED));
        somoim.members().ban(owner, group, outcast.id());
        for (Relation relation :
                Set.of(Relation.BLOCKED_MEMBER, Relation.BLOCKED_STRANGER, Relation.BLOCKED_MODERATOR)) {
            somoim.profiles().block(author, id(relation));
        }
        somoim.profiles().block(people.get(Relation.BLOCKING_MEMBER), author.id());
        somoim.profiles().block(people.get(Relation.BLOCKING_STRANGER), author.id());
        somoim.accounts().suspend(HOST, id(Relation.SUSPENDED));
        somoim.accounts().deactivate(people.get(Relation.DEACTIVATED));
        somoim.personalData().erase(HOST, id(Relation.ERASED), Wish.REMOVE, Map.of());
    }

    private void turn(Post post) {
        switch (state.post()) {
            case LIVE -> {}
            case EDITED ->
                somoim.posts().edit(author, post.id(), now -> new Draft(line(POST_TITLE), prose(POST_BODY), Set.of()));
            case DELETED -> somoim.posts().delete(author, post.id());
            case RESTORED -> {
                somoim.posts().delete(author, post.id());
                somoim.posts().restore(author, post.id());
            }
        }
    }

    private void settle(Id<Group> group) {
        somoim.profiles().changeSettings(author, Map.of(PrivacySetting.PROFILE_VISIBILITY, state.page()));
        somoim.groups().edit(owner, group, terms -> terms.seen(state.visibility()));
        if (state.groupDeleted()) {
            somoim.groups().delete(owner, group);
        }
    }

    private Actor.Person person(Relation relation) {
        return (Actor.Person) people.get(relation);
    }

    private Id<User> id(Relation relation) {
        return person(relation).id();
    }

    private String token(Canary canary) {
        return canary.token(number);
    }

    private Line line(Canary canary) {
        return Line.of(token(canary));
    }

    private Prose prose(Canary canary) {
        return Prose.of(token(canary));
    }
}
