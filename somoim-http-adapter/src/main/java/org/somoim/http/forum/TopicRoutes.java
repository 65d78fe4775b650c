package org.somoim.http.forum;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Category;
import org.somoim.forum.ForumTopics;
import org.somoim.forum.ForumVotes;
import org.somoim.forum.Heading;
import org.somoim.forum.Permalink;
import org.somoim.forum.PostType;
import org.somoim.forum.Spot;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicDraft;
import org.somoim.forum.TopicFilter;
import org.somoim.http.forum.Rendering.TopicView;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.profiles.Profiles;

/** The forum's topics over HTTP. */
public final class TopicRoutes implements Routes {
    static final String TOPIC = "/forum/topics/{topic}";

    private final ForumTopics topics;
    private final ForumVotes votes;
    private final Rendering rendering;

    public TopicRoutes(ForumTopics topics, ForumVotes votes, Profiles profiles) {
        this.topics = topics;
        this.votes = votes;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                filtered(get("/forum/topics", this::list)).says("Topics, last active first."),
                post("/forum/categories/{category}/topics", this::open)
                        .takes(NewTopic.class)
                        .creates(TopicView.class)
                        .says("Opens a topic. In a moderated category a first one awaits approval."),
                get("/forum/categories/{category}/pinned", this::pinned)
                        .givesList(TopicView.class)
                        .says("What is pinned in a category, last pinned first."),
                get("/me/followed-topics", this::following)
                        .givesPage(TopicView.class)
                        .says("What one follows, last begun first."),
                get(TOPIC, this::find)
                        .gives(TopicView.class)
                        .says("One topic, counted as looked at. A merged one is given as what it leads to."),
                patch(TOPIC, this::edit)
                        .takes(TopicPatch.class)
                        .gives(TopicView.class)
                        .says("Changes what stands above a topic: one's own, or where one looks after the category."),
                delete(TOPIC, this::remove)
                        .says(
                                "Deletes a topic: one's own that nobody has answered, or where one looks after the category."),
                post(TOPIC + "/restore", this::restore)
                        .gives(TopicView.class)
                        .says("Brings back a topic that was deleted, within 30 days."),
                get(TOPIC + "/spot", this::spot)
                        .query("edition", Integer.class)
                        .query("number", Integer.class)
                        .gives(SpotView.class)
                        .says("Where the post is now that had this number when the posts had been numbered so often."),
                put(TOPIC + "/follow", this::follow).says("Is told of new posts in a topic."),
                delete(TOPIC + "/follow", this::unfollow).says("Is told of them no more."),
                delete(TOPIC + "/best-answer", this::unaccept)
                        .gives(TopicView.class)
                        .says("Takes back that a question is solved."));
    }

    static Route filtered(Route route) {
        return route.query("category", Id.class)
                .query("tag", Line.class)
                .query("type", PostType.class)
                .query("solved", Boolean.class)
                .givesPage(TopicView.class);
    }

    Response list(Request request) {
        var filter = new TopicFilter(
                request.<Category>queryId("category").orElse(null),
                request.text("tag").orElse(null),
                request.query("type", PostType.class).orElse(null),
                request.query("solved", Boolean.class).orElse(null));
        return Response.page(rendering.topics(request.actor(), topics.list(request.actor(), filter, request.ask())));
    }

    Response open(Request request) {
        TopicDraft draft = request.body(NewTopic.class).draft();
        Topic topic = topics.open(request.actor(), request.id("category"), draft);
        return Response.created("/forum/topics/" + topic.id(), view(request.actor(), topic.id()));
    }

    private Response pinned(Request request) {
        return Response.ok(rendering.topics(request.actor(), topics.pinned(request.actor(), request.id("category"))));
    }

    private Response following(Request request) {
        return Response.page(rendering.topics(request.actor(), topics.following(request.actor(), request.ask())));
    }

    Response find(Request request) {
        return Response.ok(view(request.actor(), request.id("topic")));
    }

    private Response edit(Request request) {
        Topic edited = topics.edit(request.actor(), request.id("topic"), request.body(TopicPatch.class)::over);
        return Response.ok(rendering.topic(request.actor(), edited));
    }

    private Response remove(Request request) {
        topics.delete(request.actor(), request.id("topic"));
        return Response.nothing();
    }

    private Response restore(Request request) {
        Topic restored = topics.restore(request.actor(), request.id("topic"));
        return Response.ok(rendering.topic(request.actor(), restored));
    }

    /** Without one of the two there is no such place. */
    private Response spot(Request request) {
        var link = new Permalink(
                request.id("topic"),
                request.query("edition", Integer.class).orElse(1),
                request.query("number", Integer.class).orElse(0));
        return Response.ok(SpotView.of(topics.find(request.actor(), link)));
    }

    private Response follow(Request request) {
        topics.follow(request.actor(), request.id("topic"));
        return Response.nothing();
    }

    private Response unfollow(Request request) {
        topics.unfollow(request.actor(), request.id("topic"));
        return Response.nothing();
    }

    private Response unaccept(Request request) {
        Topic open = votes.unaccept(request.actor(), request.id("topic"));
        return Response.ok(rendering.topic(request.actor(), open));
    }

    private TopicView view(Actor reader, Id<Topic> topic) {
        return rendering.topic(reader, topics.get(reader, topic));
    }

    static Tags given(@Nullable List<Line> tags) {
        return tags == null ? Tags.NONE : new Tags(tags);
    }

    /** @param description what it is about, in Markdown: its first post */
    record NewTopic(
            Line title,
            Prose description,
            PostType postType,
            @Nullable List<Line> tags) {
        TopicDraft draft() {
            return new TopicDraft(title, description, postType, given(tags));
        }
    }

    record TopicPatch(Patch<Line> title, Patch<PostType> postType, Patch<List<Line>> tags) {
        Heading over(Heading now) {
            return new Heading(
                    title.over(now.title()),
                    postType.over(now.type()),
                    new Tags(tags.over(now.tags().lines())));
        }
    }

    record SpotView(String topicId, int edition, int postNumber, String postId) implements View {
        static SpotView of(Spot spot) {
            return new SpotView(
                    spot.topicId().toString(),
                    spot.edition(),
                    spot.number(),
                    spot.postId().toString());
        }
    }
}
