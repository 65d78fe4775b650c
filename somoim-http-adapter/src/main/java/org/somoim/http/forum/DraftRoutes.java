package org.somoim.http.forum;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumDrafts;
import org.somoim.forum.ForumDrafts.Words;
import org.somoim.forum.PostType;
import org.somoim.forum.Tags;
import org.somoim.forum.Topic;
import org.somoim.http.forum.Rendering.DraftView;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.profiles.Profiles;

/** What people are writing in the forum, for themselves alone, over HTTP. */
public final class DraftRoutes implements Routes {
    private static final String DRAFT = "/me/forum-drafts/{draft}";

    private final ForumDrafts drafts;
    private final Rendering rendering;

    public DraftRoutes(ForumDrafts drafts, Profiles profiles) {
        this.drafts = drafts;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/me/forum-drafts", this::mine)
                        .givesPage(DraftView.class)
                        .says("What one is writing, last changed first."),
                post("/forum/categories/{category}/drafts", this::begin)
                        .takes(NewTopicDraft.class)
                        .creates(DraftView.class)
                        .says("Begins a topic, for oneself alone."),
                post("/forum/topics/{topic}/drafts", this::beginAnswer)
                        .takes(NewPostDraft.class)
                        .creates(DraftView.class)
                        .says("Begins a post in a topic, for oneself alone."),
                get(DRAFT, this::find).gives(DraftView.class).says("One of them."),
                patch(DRAFT, this::change)
                        .takes(DraftPatch.class)
                        .gives(DraftView.class)
                        .says("Changes what a draft says."),
                delete(DRAFT, this::discard).says("Forgets a draft."),
                post(DRAFT + "/publish", this::publish)
                        .gives(PublishedView.class)
                        .says("Opens the topic, or writes the post, and forgets the draft."));
    }

    private Response mine(Request request) {
        return Response.page(drafts.mine(request.actor(), request.ask()).map(rendering::draft));
    }

    private Response begin(Request request) {
        NewTopicDraft body = request.body(NewTopicDraft.class);
        return created(drafts.begin(
                request.actor(),
                request.id("category"),
                body.title(),
                body.content(),
                body.postType(),
                TopicRoutes.given(body.tags())));
    }

    private Response beginAnswer(Request request) {
        Prose content = request.body(NewPostDraft.class).content();
        return created(drafts.beginAnswer(request.actor(), request.id("topic"), content));
    }

    private Response created(ForumDraft draft) {
        return Response.created("/me/forum-drafts/" + draft.id(), rendering.draft(draft));
    }

    private Response find(Request request) {
        return Response.ok(rendering.draft(drafts.get(request.actor(), request.id("draft"))));
    }

    private Response change(Request request) {
        return Response.ok(rendering.draft(
                drafts.change(request.actor(), request.id("draft"), request.body(DraftPatch.class)::over)));
    }

    private Response discard(Request request) {
        drafts.discard(request.actor(), request.id("draft"));
        return Response.nothing();
    }

    private Response publish(Request request) {
        Id<Topic> topic = drafts.publish(request.actor(), request.id("draft"));
        return Response.ok(new PublishedView(topic.toString()));
    }

    record NewTopicDraft(
            @Nullable Line title,
            Prose content,
            PostType postType,
            @Nullable List<Line> tags) {}

    record NewPostDraft(Prose content) {}

    record DraftPatch(
            Patch<@Nullable Line> title,
            Patch<Prose> content,
            Patch<@Nullable PostType> postType,
            Patch<List<Line>> tags) {
        Words over(Words now) {
            return new Words(
                    title.over(now.title()),
                    content.over(now.body()),
                    postType.over(now.type()),
                    new Tags(tags.over(now.tags().lines())));
        }
    }

    /** @param topicId of the topic, or of the one that the post is in */
    record PublishedView(String topicId) implements View {}
}
