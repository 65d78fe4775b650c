package org.somoim.leaks;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.events.Event;
import org.somoim.events.Series;
import org.somoim.forum.Category;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.Topic;
import org.somoim.goals.GoalShare;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.moderation.Case;
import org.somoim.moderation.Measure;
import org.somoim.posts.Comment;
import org.somoim.posts.ContentRef;
import org.somoim.posts.Post;
import org.somoim.safety.Alert;
import org.somoim.safety.Batch;
import org.somoim.safety.Receipt;

/**
 * A group, an author in it, and everyone who might want to read what they may not. Holds the ids with which surfaces are
 * asked.
 *
 * @param number no two scenes of one community share it
 * @param people somebody for each relation
 * @param links to the calendars of those who have an account
 * @param revoked secret of a link into the group that no longer leads there
 */
public record Scene(
        int number,
        State state,
        Map<Relation, Actor> people,
        Id<Group> group,
        Id<User> author,
        Id<User> quiet,
        Id<User> outcast,
        Id<Post> post,
        Id<Post> ownersPost,
        Id<Post> pagePost,
        Id<Comment> comment,
        Id<Comment> answer,
        Id<Comment> deletedComment,
        Id<Comment> pageComment,
        Id<Event> event,
        Id<Event> closedEvent,
        Id<Event> ownEvent,
        Id<Series> series,
        Map<Relation, Secrets.Secret> links,
        Id<Batch> emergency,
        Id<Alert> alert,
        Id<User> helper,
        Id<Message> message,
        Id<Message> ownersMessage,
        Id<Message> deletedMessage,
        Id<Message> directMessage,
        Id<Conversation> direct,
        Id<Conversation> parted,
        Id<GoalShare> goal,
        Said forum,
        Dispute dispute,
        Secrets.Secret revoked) {
    /** What the author said in the forum, and where. */
    public record Said(
            Id<Category> category,
            Id<Category> high,
            Id<Topic> topic,
            Id<Topic> highTopic,
            Id<Topic> waitingTopic,
            Id<ForumPost> post,
            Id<ForumPost> highPost,
            Id<ForumPost> waitingPost,
            Id<ForumPost> deletedPost,
            Id<ForumDraft> draft) {

        static Said nothing(Ids ids) {
            return new Said(
                    ids.timeOrdered(),
                    ids.timeOrdered(),
                    ids.timeOrdered(),
                    ids.timeOrdered(),
                    ids.timeOrdered(),
                    ids.timeOrdered(),
                    ids.timeOrdered(),
                    ids.timeOrdered(),
                    ids.timeOrdered(),
                    ids.timeOrdered());
        }

        List<Id<?>> ids() {
            return List.of(
                    category, high, topic, highTopic, waitingTopic, post, highPost, waitingPost, deletedPost, draft);
        }
    }

    private static final Secrets.Secret NOTHING = new Secrets.Secret("nothing-nothing-nothing-nothing-nothing-not");

    /**
     * What is said against the author.
     *
     * @param witness who said it
     * @param decider who decided some of it
     * @param open the case against the author themselves, which nobody holds
     * @param decided the case about a post on their page
     * @param measure what was decided there
     */
    public record Dispute(Id<User> witness, Id<User> decider, Id<Case> open, Id<Case> decided, Id<Measure> measure) {}

    /** The secret of the link to the calendar of {@code viewer}; of nothing if they have none. */
    public Secrets.Secret link(Actor viewer) {
        return people.entrySet().stream()
                .filter(person -> person.getValue().equals(viewer))
                .map(person -> links.get(person.getKey()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(NOTHING);
    }

    /** What a canary looks like in this scene. */
    public String token(Canary canary) {
        return switch (canary) {
            case GROUP -> group.toString();
            case AUTHOR -> author.toString();
            case QUIET_MEMBER -> quiet.toString();
            case POST -> post.toString();
            case OWNERS_POST_ID -> ownersPost.toString();
            case ANSWER_ID -> answer.toString();
            case EVENT_ID -> event.toString();
            case CLOSED_EVENT_ID -> closedEvent.toString();
            case SERIES_ID -> series.toString();
            case EMERGENCY -> emergency.toString();
            case ALERT -> alert.toString();
            case ALERT_ANSWER -> Receipt.Answer.ON_MY_WAY.name();
            case HELPER -> helper.toString();
            case ALERT_LOCATION -> digits(number);
            case INVITEE -> id(Relation.INVITED).toString();
            case REQUESTER -> id(Relation.REQUESTED).toString();
            case MESSAGE_ID -> message.toString();
            case CONVERSATION -> direct.toString();
            case GOAL -> goal.toString();
            case TOPIC -> forum.topic().toString();
            case FORUM_POST -> forum.post().toString();
            case HIGH_TOPIC -> forum.highTopic().toString();
            case WAITING_TOPIC -> forum.waitingTopic().toString();
            case WITNESS -> dispute.witness().toString();
            case CASE -> dispute.open().toString();
            case DECIDER -> dispute.decider().toString();
            case MEASURE -> dispute.measure().toString();
            case BANNED_PERSON -> outcast.toString();
            default -> canary.token(number);
        };
    }

    /** Of the longitude, as a number of degrees has them and a whole number of units as well. */
    static String digits(int number) {
        return Long.toString(45_000_000L + number);
    }

    public Line line(Canary canary) {
        return Line.of(token(canary));
    }

    public Prose prose(Canary canary) {
        return Prose.of(token(canary));
    }

    public Word word(Canary canary) {
        return new Word(token(canary));
    }

    public Actor actor(Relation relation) {
        return people.get(relation);
    }

    /** Not for the visitor, who has none. */
    public Id<User> id(Relation relation) {
        return ((Actor.Person) people.get(relation)).id();
    }

    /** Everything one can react to. */
    public List<ContentRef> contents() {
        return List.of(
                ContentRef.post(post),
                ContentRef.post(ownersPost),
                ContentRef.post(pagePost),
                ContentRef.comment(comment),
                ContentRef.comment(answer),
                ContentRef.comment(pageComment));
    }

    public List<Id<Post>> posts() {
        return List.of(post, ownersPost, pagePost);
    }

    public List<Id<Comment>> comments() {
        return List.of(comment, answer, deletedComment, pageComment);
    }

    public Id<Conversation> conversation() {
        return Conversation.idOf(group);
    }

    public Set<Id<User>> everyone() {
        return Arrays.stream(Relation.values())
                .filter(relation -> relation != Relation.VISITOR)
                .map(this::id)
                .collect(Collectors.toSet());
    }

    /** What stands in a text of all that was planted here. */
    Set<Canary> in(String text) {
        return Arrays.stream(Canary.values())
                .filter(canary -> text.contains(token(canary)))
                .collect(Collectors.toCollection(() -> java.util.EnumSet.noneOf(Canary.class)));
    }

    /** The same people asking for things that do not exist. */
    Scene elsewhere(Ids ids) {
        return new Scene(
                -number,
                state,
                new EnumMap<>(people),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                links,
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.timeOrdered(),
                ids.random(),
                ids.random(),
                ids.random(),
                Said.nothing(ids),
                new Dispute(ids.timeOrdered(), ids.timeOrdered(), ids.random(), ids.random(), ids.random()),
                NOTHING);
    }

    /** A text with everything taken out that the question itself held, so that two answers can be compared. */
    String withoutWhatWasAsked(String text) {
        String rest = text;
        for (Object id : List.of(
                group,
                author,
                quiet,
                outcast,
                post,
                ownersPost,
                pagePost,
                comment,
                answer,
                deletedComment,
                pageComment,
                event,
                closedEvent,
                ownEvent,
                series,
                emergency,
                alert,
                helper,
                message,
                ownersMessage,
                deletedMessage,
                directMessage,
                direct,
                parted,
                goal,
                dispute.witness(),
                dispute.decider(),
                dispute.open(),
                dispute.decided(),
                dispute.measure())) {
            rest = rest.replace(id.toString(), "*");
        }
        for (Id<?> id : forum.ids()) {
            rest = rest.replace(id.toString(), "*");
        }
        return rest.replace("scene" + number + "x", "*");
    }
}
