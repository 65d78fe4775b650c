package org.somoim.http.posts;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.http.posts.Rendering.PostView;
import org.somoim.http.posts.Rendering.RevisionView;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.kernel.User;
import org.somoim.posts.Draft;
import org.somoim.posts.PageAction;
import org.somoim.posts.Post;
import org.somoim.posts.PostAction;
import org.somoim.posts.PostReason;
import org.somoim.posts.Posts;
import org.somoim.profiles.Profiles;

/** Posts over HTTP. */
public final class PostRoutes implements Routes {
    private final Posts posts;
    private final Rendering rendering;

    public PostRoutes(Posts posts, Profiles profiles) {
        this.posts = posts;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/groups/{group}/posts", this::inGroup)
                        .needs(PostAction.READ, "group")
                        .givesPage(PostView.class)
                        .says("What stands in a group, newest first."),
                post("/groups/{group}/posts", this::write)
                        .needs(PostAction.WRITE, "group")
                        .takes(NewPost.class)
                        .creates(PostView.class)
                        .says("Writes in a group."),
                get("/groups/{group}/posts/pinned", this::pinned)
                        .needs(PostAction.READ, "group")
                        .givesList(PostView.class)
                        .says("What is pinned in a group, last pinned first."),
                get("/people/{person}/posts", this::onPage)
                        .needs(PageAction.READ, "person")
                        .givesPage(PostView.class)
                        .says("What stands on someone's page, newest first."),
                get("/people/{person}/posts/pinned", this::pinnedOnPage)
                        .needs(PageAction.READ, "person")
                        .givesList(PostView.class)
                        .says("What is pinned on someone's page, last pinned first."),
                post("/me/posts", this::writeOnPage)
                        .takes(NewPost.class)
                        .creates(PostView.class)
                        .says("Writes on one's own page."),
                get("/posts/{post}", this::find)
                        .needs(PostAction.READ, "post")
                        .gives(PostView.class)
                        .says("One post."),
                patch("/posts/{post}", this::edit)
                        .needs(PostAction.WRITE, "post")
                        .takes(PostPatch.class)
                        .gives(PostView.class)
                        .says("Changes what one's own post says. Mentions are added, never taken back."),
                delete("/posts/{post}", this::remove)
                        .needs(PostAction.READ, "post")
                        .says("Deletes a post: one's own, or as a moderator of its group anyone's."),
                post("/posts/{post}/restore", this::restore)
                        .needs(PostAction.WRITE, "post")
                        .gives(PostView.class)
                        .says("Brings back a post that one has deleted, within 30 days."),
                put("/posts/{post}/pin", this::pin)
                        .needs(PostAction.PIN, "post")
                        .gives(PostView.class)
                        .says("Pins a post."),
                delete("/posts/{post}/pin", this::unpin)
                        .needs(PostAction.PIN, "post")
                        .gives(PostView.class)
                        .says("Unpins a post."),
                get("/posts/{post}/history", this::history)
                        .needs(PostAction.READ, "post")
                        .givesPage(RevisionView.class)
                        .says("What a post said before, last replaced first; for its author and moderators."),
                post("/group/post", this::writeByBody)
                        .takes(GroupPost.class)
                        .creates(PostView.class)
                        .aliasOf("POST /groups/{group}/posts"));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(PostReason.values());
    }

    private Response inGroup(Request request) {
        var page = posts.inGroup(request.actor(), request.id("group"), request.ask());
        return Response.page(rendering.posts(request.actor(), page));
    }

    private Response pinned(Request request) {
        var pinned = posts.pinned(request.actor(), request.id("group"));
        return Response.ok(rendering.posts(request.actor(), pinned));
    }

    private Response onPage(Request request) {
        var page = posts.onPage(request.actor(), request.id("person"), request.ask());
        return Response.page(rendering.posts(request.actor(), page));
    }

    private Response pinnedOnPage(Request request) {
        var pinned = posts.pinnedOnPage(request.actor(), request.id("person"));
        return Response.ok(rendering.posts(request.actor(), pinned));
    }

    private Response write(Request request) {
        return created(
                request.actor(),
                posts.write(
                        request.actor(),
                        request.id("group"),
                        request.body(NewPost.class).draft()));
    }

    private Response writeByBody(Request request) {
        var body = request.body(GroupPost.class);
        return created(request.actor(), posts.write(request.actor(), body.groupId(), body.draft()));
    }

    private Response writeOnPage(Request request) {
        return created(
                request.actor(),
                posts.writeOnPage(request.actor(), request.body(NewPost.class).draft()));
    }

    private Response created(Actor author, Post post) {
        return Response.created("/posts/" + post.id(), view(author, post.id()));
    }

    private Response find(Request request) {
        return Response.ok(view(request.actor(), request.id("post")));
    }

    private Response edit(Request request) {
        Post edited = posts.edit(request.actor(), request.id("post"), request.body(PostPatch.class)::over);
        return Response.ok(view(request.actor(), edited.id()));
    }

    private Response remove(Request request) {
        posts.delete(request.actor(), request.id("post"));
        return Response.nothing();
    }

    private Response restore(Request request) {
        Post restored = posts.restore(request.actor(), request.id("post"));
        return Response.ok(view(request.actor(), restored.id()));
    }

    private Response pin(Request request) {
        Post pinned = posts.pin(request.actor(), request.id("post"));
        return Response.ok(view(request.actor(), pinned.id()));
    }

    private Response unpin(Request request) {
        Post unpinned = posts.unpin(request.actor(), request.id("post"));
        return Response.ok(view(request.actor(), unpinned.id()));
    }

    private Response history(Request request) {
        var page = posts.history(request.actor(), request.id("post"), request.ask());
        return Response.page(page.map(rendering::revision));
    }

    private PostView view(Actor reader, Id<Post> post) {
        return rendering.post(reader, posts.get(reader, post));
    }

    static Set<Id<User>> named(@Nullable Set<Id<User>> mentions) {
        return mentions == null ? Set.of() : mentions;
    }

    record NewPost(
            @Nullable Line title, Prose body, @Nullable Set<Id<User>> mentions) {
        Draft draft() {
            return new Draft(title, body, named(mentions));
        }
    }

    /** As source 004 has it. */
    record GroupPost(Id<Group> groupId, @Nullable Line title, Prose content) {
        Draft draft() {
            return new Draft(title, content, Set.of());
        }
    }

    record PostPatch(Patch<@Nullable Line> title, Patch<Prose> body, Patch<Set<Id<User>>> mentions) {
        Draft over(Draft now) {
            return new Draft(title.over(now.title()), body.over(now.body()), mentions.over(now.mentions()));
        }
    }
}
