package org.somoim.http.posts;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.put;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.somoim.access.AccessReason;
import org.somoim.http.posts.Rendering.ReactedView;
import org.somoim.http.posts.Rendering.ReactionView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.posts.ContentRef;
import org.somoim.posts.PostAction;
import org.somoim.posts.Reaction;
import org.somoim.posts.Reactions;
import org.somoim.profiles.Profiles;

/** Reactions over HTTP, alike for posts and comments. */
public final class ReactionRoutes implements Routes {
    private final Reactions reactions;
    private final Rendering rendering;

    public ReactionRoutes(Reactions reactions, Profiles profiles) {
        this.reactions = reactions;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/posts/{post}/reactions/{reaction}", of(this::who, ReactionRoutes::post))
                        .needs(PostAction.READ, "post")
                        .givesPage(ReactedView.class)
                        .says("Who reacted to a post in one way, last one first."),
                put("/posts/{post}/reactions/{reaction}", of(this::react, ReactionRoutes::post))
                        .needs(PostAction.REACT, "post")
                        .givesList(ReactionView.class)
                        .says("Reacts to a post."),
                delete("/posts/{post}/reactions/{reaction}", of(this::withdraw, ReactionRoutes::post))
                        .needs(PostAction.REACT, "post")
                        .givesList(ReactionView.class)
                        .says("Takes a reaction to a post back."),
                get("/comments/{comment}/reactions/{reaction}", of(this::who, ReactionRoutes::comment))
                        .needs(PostAction.READ, "comment")
                        .givesPage(ReactedView.class)
                        .says("Who reacted to a comment in one way, last one first."),
                put("/comments/{comment}/reactions/{reaction}", of(this::react, ReactionRoutes::comment))
                        .needs(PostAction.REACT, "comment")
                        .givesList(ReactionView.class)
                        .says("Reacts to a comment."),
                delete("/comments/{comment}/reactions/{reaction}", of(this::withdraw, ReactionRoutes::comment))
                        .needs(PostAction.REACT, "comment")
                        .givesList(ReactionView.class)
                        .says("Takes a reaction to a comment back."));
    }

    /** The same for both kinds of target. */
    @FunctionalInterface
    private interface Handler {
        Response handle(Request request, ContentRef target, Reaction.Kind kind);
    }

    private static Function<Request, Response> of(Handler handler, Function<Request, ContentRef> target) {
        return request -> handler.handle(request, target.apply(request), kind(request));
    }

    private static ContentRef post(Request request) {
        return ContentRef.post(request.id("post"));
    }

    private static ContentRef comment(Request request) {
        return ContentRef.comment(request.id("comment"));
    }

    private static Reaction.Kind kind(Request request) {
        return Arrays.stream(Reaction.Kind.values())
                .filter(kind -> kind.name().equals(request.segment("reaction")))
                .findFirst()
                .orElseThrow(AccessReason.NOT_FOUND::refuse);
    }

    private Response who(Request request, ContentRef target, Reaction.Kind kind) {
        var page = reactions.of(request.actor(), target, kind, request.ask());
        return Response.page(rendering.reactions(request.actor(), page));
    }

    private Response react(Request request, ContentRef target, Reaction.Kind kind) {
        return Response.ok(Rendering.reactions(reactions.react(request.actor(), target, kind)));
    }

    private Response withdraw(Request request, ContentRef target, Reaction.Kind kind) {
        return Response.ok(Rendering.reactions(reactions.withdraw(request.actor(), target, kind)));
    }
}
