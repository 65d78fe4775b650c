package org.somoim.http.forum;

import static org.somoim.http.forum.TopicRoutes.TOPIC;
import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumPosts;
import org.somoim.forum.ForumVotes;
import org.somoim.forum.PostOrder;
import org.somoim.forum.Verdict;
import org.somoim.http.forum.Rendering.PostView;
import org.somoim.http.forum.Rendering.TopicView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Prose;
import org.somoim.profiles.Profiles;

/** What people say in topics, and what others make of it, over HTTP. */
public final class ForumPostRoutes implements Routes {
    static final String POST = "/forum/posts/{forum-post}";

    private final ForumPosts posts;
    private final ForumVotes votes;
    private final Rendering rendering;

    public ForumPostRoutes(ForumPosts posts, ForumVotes votes, Profiles profiles) {
        this.posts = posts;
        this.votes = votes;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                ordered(get(TOPIC + "/posts", this::in))
                        .says("What stands in a topic, by number or the best answers first."),
                post(TOPIC + "/posts", this::write)
                        .takes(PostBody.class)
                        .creates(PostView.class)
                        .says("Writes in a topic. In a moderated category a first one awaits approval."),
                get("/me/forum-posts", this::mine)
                        .givesPage(PostView.class)
                        .says("What one has written, newest first, with what awaits approval."),
                get(POST, this::find).gives(PostView.class).says("One post."),
                patch(POST, this::edit)
                        .takes(PostBody.class)
                        .gives(PostView.class)
                        .says("Changes what one's own post says."),
                delete(POST, this::remove)
                        .says("Deletes a post: one's own, or where one looks after the category. Its place stays."),
                post(POST + "/restore", this::restore)
                        .gives(PostView.class)
                        .says("Brings back a post that was deleted, within 30 days."),
                put(POST + "/like", this::like).gives(PostView.class).says("Likes a post."),
                delete(POST + "/like", this::unlike).gives(PostView.class).says("Takes it back."),
                put(POST + "/vote", this::vote)
                        .takes(VoteBody.class)
                        .gives(PostView.class)
                        .says("Says whether a post helped. Nobody is told who said so."),
                delete(POST + "/vote", this::unvote).gives(PostView.class).says("Takes it back."),
                put(POST + "/best-answer", this::accept)
                        .gives(TopicView.class)
                        .says(
                                "Says that a post solves the question, for whoever asked it or looks after the category."));
    }

    static Route ordered(Route route) {
        return route.query("order", PostOrder.class).givesPage(PostView.class);
    }

    Response in(Request request) {
        PostOrder order = request.query("order", PostOrder.class).orElse(PostOrder.NUMBER);
        return Response.page(
                rendering.posts(request.actor(), posts.in(request.actor(), request.id("topic"), order, request.ask())));
    }

    Response write(Request request) {
        Prose content = request.body(PostBody.class).content();
        ForumPost written = posts.write(request.actor(), request.id("topic"), content);
        return Response.created("/forum/posts/" + written.id(), rendering.fresh(request.actor(), written));
    }

    private Response mine(Request request) {
        return Response.page(rendering.posts(request.actor(), posts.mine(request.actor(), request.ask())));
    }

    private Response find(Request request) {
        return Response.ok(rendering.post(request.actor(), posts.get(request.actor(), request.id("forum-post"))));
    }

    private Response edit(Request request) {
        posts.edit(
                request.actor(),
                request.id("forum-post"),
                request.body(PostBody.class).content());
        return find(request);
    }

    private Response remove(Request request) {
        posts.delete(request.actor(), request.id("forum-post"));
        return Response.nothing();
    }

    private Response restore(Request request) {
        posts.restore(request.actor(), request.id("forum-post"));
        return find(request);
    }

    Response like(Request request) {
        return Response.ok(rendering.post(request.actor(), votes.like(request.actor(), request.id("forum-post"))));
    }

    private Response unlike(Request request) {
        return Response.ok(rendering.post(request.actor(), votes.unlike(request.actor(), request.id("forum-post"))));
    }

    Response vote(Request request) {
        Verdict verdict = request.body(VoteBody.class).verdict();
        return Response.ok(
                rendering.post(request.actor(), votes.vote(request.actor(), request.id("forum-post"), verdict)));
    }

    private Response unvote(Request request) {
        return Response.ok(rendering.post(request.actor(), votes.unvote(request.actor(), request.id("forum-post"))));
    }

    Response accept(Request request) {
        return Response.ok(rendering.topic(request.actor(), votes.accept(request.actor(), request.id("forum-post"))));
    }

    record PostBody(Prose content) {}

    record VoteBody(Verdict verdict) {}
}
