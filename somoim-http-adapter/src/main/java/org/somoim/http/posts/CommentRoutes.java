package org.somoim.http.posts;

import static org.somoim.http.posts.PostRoutes.named;
import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.http.posts.Rendering.CommentView;
import org.somoim.http.posts.Rendering.RevisionView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.posts.Comment;
import org.somoim.posts.Comments;
import org.somoim.posts.Post;
import org.somoim.posts.PostAction;
import org.somoim.profiles.Profiles;

/** Comments over HTTP. */
public final class CommentRoutes implements Routes {
    private final Comments comments;
    private final Rendering rendering;

    public CommentRoutes(Comments comments, Profiles profiles) {
        this.comments = comments;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/posts/{post}/comments", this::under)
                        .needs(PostAction.READ, "post")
                        .givesPage(CommentView.class)
                        .says("Everything said under a post, oldest first."),
                post("/posts/{post}/comments", this::write)
                        .needs(PostAction.COMMENT, "post")
                        .takes(NewComment.class)
                        .creates(CommentView.class)
                        .says("Answers a post, or a comment under it."),
                get("/comments/{comment}", this::find)
                        .needs(PostAction.READ, "comment")
                        .gives(CommentView.class)
                        .says("One comment."),
                patch("/comments/{comment}", this::edit)
                        .needs(PostAction.COMMENT, "comment")
                        .takes(ChangedComment.class)
                        .gives(CommentView.class)
                        .says("Changes what one's own comment says. Mentions are added, never taken back."),
                delete("/comments/{comment}", this::remove)
                        .needs(PostAction.READ, "comment")
                        .says("Deletes a comment: one's own, or as a moderator of the group anyone's."),
                post("/comments/{comment}/restore", this::restore)
                        .needs(PostAction.COMMENT, "comment")
                        .gives(CommentView.class)
                        .says("Brings back a comment that one has deleted, within 30 days."),
                get("/comments/{comment}/history", this::history)
                        .needs(PostAction.READ, "comment")
                        .givesPage(RevisionView.class)
                        .says("What a comment said before, last replaced first; for its author and moderators."),
                post("/group/comment", this::writeByBody)
                        .takes(PostComment.class)
                        .creates(CommentView.class)
                        .aliasOf("POST /posts/{post}/comments"));
    }

    private Response under(Request request) {
        var page = comments.under(request.actor(), request.id("post"), request.ask());
        return Response.page(rendering.thread(request.actor(), page));
    }

    private Response write(Request request) {
        var body = request.body(NewComment.class);
        Comment written = comments.write(
                request.actor(), request.id("post"), body.parentId(), body.body(), named(body.mentions()));
        return created(request.actor(), written);
    }

    private Response writeByBody(Request request) {
        var body = request.body(PostComment.class);
        return created(request.actor(), comments.write(request.actor(), body.postId(), body.content()));
    }

    private Response created(Actor author, Comment comment) {
        return Response.created("/comments/" + comment.id(), view(author, comment.id()));
    }

    private Response find(Request request) {
        return Response.ok(view(request.actor(), request.id("comment")));
    }

    private Response edit(Request request) {
        var body = request.body(ChangedComment.class);
        Comment edited = comments.edit(request.actor(), request.id("comment"), body.body(), named(body.mentions()));
        return Response.ok(view(request.actor(), edited.id()));
    }

    private Response remove(Request request) {
        comments.delete(request.actor(), request.id("comment"));
        return Response.nothing();
    }

    private Response restore(Request request) {
        Comment restored = comments.restore(request.actor(), request.id("comment"));
        return Response.ok(view(request.actor(), restored.id()));
    }

    private Response history(Request request) {
        var page = comments.history(request.actor(), request.id("comment"), request.ask());
        return Response.page(page.map(rendering::revision));
    }

    private CommentView view(Actor reader, Id<Comment> comment) {
        return rendering.comment(reader, comments.get(reader, comment));
    }

    record NewComment(
            @Nullable Id<Comment> parentId,
            Prose body,
            @Nullable Set<Id<User>> mentions) {}

    record ChangedComment(Prose body, @Nullable Set<Id<User>> mentions) {}

    /** As source 004 has it. */
    record PostComment(Id<Post> postId, Prose content) {}
}
