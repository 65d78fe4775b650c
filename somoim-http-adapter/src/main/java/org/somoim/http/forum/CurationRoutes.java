package org.somoim.http.forum;

import static org.somoim.http.forum.ForumPostRoutes.POST;
import static org.somoim.http.forum.TopicRoutes.TOPIC;
import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Category;
import org.somoim.forum.ForumCuration;
import org.somoim.forum.ForumPost;
import org.somoim.forum.Heading;
import org.somoim.forum.PostType;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicStatus;
import org.somoim.http.forum.Rendering.PostView;
import org.somoim.http.forum.Rendering.TopicView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.profiles.Profiles;

/** What those do who look after categories, over HTTP. */
public final class CurationRoutes implements Routes {
    private final ForumCuration curation;
    private final Rendering rendering;

    public CurationRoutes(ForumCuration curation, Profiles profiles) {
        this.curation = curation;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/forum/waiting", this::waiting)
                        .givesPage(PostView.class)
                        .says("What awaits approval where one looks after it, oldest first."),
                put(POST + "/approval", this::approve)
                        .gives(PostView.class)
                        .says("Gives a post that awaits approval its place."),
                delete(POST + "/approval", this::reject)
                        .says("Deletes a post that awaits approval, and the topic that it opens."),
                put(TOPIC + "/status", this::turn)
                        .takes(StatusBody.class)
                        .gives(TopicView.class)
                        .says("Opens, locks or archives a topic."),
                put(TOPIC + "/pin", this::pin).gives(TopicView.class).says("Puts a topic in front."),
                delete(TOPIC + "/pin", this::unpin).gives(TopicView.class).says("Takes it back from there."),
                put(TOPIC + "/category", this::move)
                        .takes(MoveBody.class)
                        .gives(TopicView.class)
                        .says("Puts a topic into another category that one looks after."),
                post(TOPIC + "/split", this::split)
                        .takes(SplitBody.class)
                        .creates(TopicView.class)
                        .says("Makes a topic of its own of some posts. Links to them lead on."),
                post(TOPIC + "/merge", this::merge)
                        .takes(MergeBody.class)
                        .gives(TopicView.class)
                        .says("Puts all posts of a topic into another one. Links to them lead on."));
    }

    private Response waiting(Request request) {
        return Response.page(rendering.waiting(request.actor(), curation.waiting(request.actor(), request.ask())));
    }

    private Response approve(Request request) {
        ForumPost approved = curation.approve(request.actor(), request.id("forum-post"));
        return Response.ok(rendering.fresh(request.actor(), approved));
    }

    private Response reject(Request request) {
        curation.reject(request.actor(), request.id("forum-post"));
        return Response.nothing();
    }

    private Response turn(Request request) {
        TopicStatus status = request.body(StatusBody.class).status();
        return shown(request, curation.turn(request.actor(), request.id("topic"), status));
    }

    private Response pin(Request request) {
        return shown(request, curation.pin(request.actor(), request.id("topic")));
    }

    private Response unpin(Request request) {
        return shown(request, curation.unpin(request.actor(), request.id("topic")));
    }

    private Response move(Request request) {
        Id<Category> to = request.body(MoveBody.class).categoryId();
        return shown(request, curation.move(request.actor(), request.id("topic"), to));
    }

    private Response split(Request request) {
        SplitBody body = request.body(SplitBody.class);
        Topic split = curation.split(request.actor(), request.id("topic"), body.postIds(), body.heading());
        return Response.created("/forum/topics/" + split.id(), rendering.topic(request.actor(), split));
    }

    private Response merge(Request request) {
        Id<Topic> into = request.body(MergeBody.class).into();
        return shown(request, curation.merge(request.actor(), request.id("topic"), into));
    }

    private Response shown(Request request, Topic topic) {
        return Response.ok(rendering.topic(request.actor(), topic));
    }

    record StatusBody(TopicStatus status) {}

    record MoveBody(Id<Category> categoryId) {}

    record SplitBody(
            Set<Id<ForumPost>> postIds,
            Line title,
            PostType postType,
            @Nullable List<Line> tags) {
        Heading heading() {
            return new Heading(title, postType, TopicRoutes.given(tags));
        }
    }

    record MergeBody(Id<Topic> into) {}
}
