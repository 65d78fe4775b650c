package org.somoim.http;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.somoim.Health;
import org.somoim.Somoim;
import org.somoim.accounts.AccessTokens;
import org.somoim.http.accounts.AccountRoutes;
import org.somoim.http.docs.ApiBrowser;
import org.somoim.http.docs.Code;
import org.somoim.http.docs.ErrorPages;
import org.somoim.http.groups.GroupAliases;
import org.somoim.http.groups.GroupRoutes;
import org.somoim.http.groups.InviteRoutes;
import org.somoim.http.groups.MemberRoutes;
import org.somoim.http.groups.MembershipRoutes;
import org.somoim.http.health.HealthRoutes;
import org.somoim.http.notifications.NotificationRoutes;
import org.somoim.http.openapi.OpenApiRoutes;
import org.somoim.http.posts.CommentRoutes;
import org.somoim.http.posts.PostRoutes;
import org.somoim.http.posts.ReactionRoutes;
import org.somoim.http.profiles.PrivacyRoutes;
import org.somoim.http.profiles.ProfileRoutes;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;

/** A whole community over HTTP, put together. */
public final class Api {
    private Api() {}

    /**
     * Everything that {@code somoim} has, ready to be served. News is delivered after every change that went well.
     *
     * @param clock of the tokens
     */
    public static Router of(Somoim somoim, AccessTokens tokens, InstantSource clock) {
        var surroundings = new Surroundings(Authenticator.of(tokens), clock, somoim.transactor(), somoim::deliver);
        return new Router(surroundings, complete(somoim::health, capabilities(somoim, tokens, clock)));
    }

    /** The routes of every capability: the one list to add a new capability to. */
    public static List<Routes> capabilities(Somoim somoim, AccessTokens tokens, InstantSource clock) {
        return List.of(
                new AccountRoutes(somoim.accounts(), tokens, clock),
                new ProfileRoutes(somoim.profiles(), somoim.accounts()),
                new PrivacyRoutes(somoim.profiles()),
                new GroupRoutes(somoim.groups()),
                new MembershipRoutes(somoim.memberships(), somoim.profiles()),
                new MemberRoutes(somoim.members(), somoim.profiles()),
                new InviteRoutes(somoim.invites()),
                new GroupAliases(somoim.groups(), somoim.memberships()),
                new PostRoutes(somoim.posts(), somoim.profiles()),
                new CommentRoutes(somoim.comments(), somoim.profiles()),
                new ReactionRoutes(somoim.reactions(), somoim.profiles()),
                new NotificationRoutes(somoim.notifications(), somoim.profiles()));
    }

    /** {@code capabilities} and all that is said about them: health, the OpenAPI document, and pages about both. */
    public static List<Routes> complete(Supplier<Health> health, List<? extends Routes> capabilities) {
        var all = new ArrayList<Routes>(capabilities);
        all.add(new HealthRoutes(health));
        List<Route> documented = all.stream().flatMap(c -> c.routes().stream()).toList();
        all.add(new OpenApiRoutes(documented, health.get().version().value()));
        all.add(new ApiBrowser());
        all.add(new ErrorPages(Code.all(all)));
        return List.copyOf(all);
    }
}
