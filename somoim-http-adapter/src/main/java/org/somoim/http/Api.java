package org.somoim.http;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.somoim.Health;
import org.somoim.Somoim;
import org.somoim.http.accounts.AccountRoutes;
import org.somoim.http.audit.AuditRoutes;
import org.somoim.http.calendar.CalendarRoutes;
import org.somoim.http.chat.ChatRoutes;
import org.somoim.http.chat.ChatSockets;
import org.somoim.http.comparison.ComparisonRoutes;
import org.somoim.http.docs.ApiBrowser;
import org.somoim.http.docs.Code;
import org.somoim.http.docs.ErrorPages;
import org.somoim.http.events.EventRoutes;
import org.somoim.http.events.RsvpRoutes;
import org.somoim.http.events.SeriesRoutes;
import org.somoim.http.forum.CategoryRoutes;
import org.somoim.http.forum.CommunityAliases;
import org.somoim.http.forum.CurationRoutes;
import org.somoim.http.forum.DraftRoutes;
import org.somoim.http.forum.ForumPostRoutes;
import org.somoim.http.forum.TopicRoutes;
import org.somoim.http.goals.GoalRoutes;
import org.somoim.http.groups.GroupAliases;
import org.somoim.http.groups.GroupRoutes;
import org.somoim.http.groups.InviteRoutes;
import org.somoim.http.groups.MemberRoutes;
import org.somoim.http.groups.MembershipRoutes;
import org.somoim.http.health.HealthRoutes;
import org.somoim.http.identities.IdentityRoutes;
import org.somoim.http.identities.OutsideAuthenticator;
import org.somoim.http.identities.OutsideTokens;
import org.somoim.http.limits.TokenBuckets;
import org.somoim.http.live.LiveHub;
import org.somoim.http.live.Sockets;
import org.somoim.http.moderation.AppealRoutes;
import org.somoim.http.moderation.CaseRoutes;
import org.somoim.http.moderation.OversightRoutes;
import org.somoim.http.moderation.ReportRoutes;
import org.somoim.http.notifications.NotificationRoutes;
import org.somoim.http.notifications.NotificationSockets;
import org.somoim.http.openapi.OpenApiRoutes;
import org.somoim.http.operations.OperationsRoutes;
import org.somoim.http.personaldata.PersonalDataRoutes;
import org.somoim.http.posts.CommentRoutes;
import org.somoim.http.posts.PostRoutes;
import org.somoim.http.posts.ReactionRoutes;
import org.somoim.http.profiles.PrivacyRoutes;
import org.somoim.http.profiles.ProfileRoutes;
import org.somoim.http.ratings.RatingRoutes;
import org.somoim.http.safety.AlertRoutes;
import org.somoim.http.sessions.SessionRoutes;
import org.somoim.http.statistics.StatisticsRoutes;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.limits.RateLimiter;
import org.somoim.sessions.AccessTokens;

/** A whole community over HTTP, put together. */
public final class Api {
    private Api() {}

    /**
     * Everything that {@code somoim} has, ready to be served. News is delivered after every change that went well; what takes long,
     * such as detectors, looks at it a moment later.
     *
     * @param clock of the tokens
     */
    public static Router of(Somoim somoim, AccessTokens tokens, InstantSource clock) {
        return of(somoim, tokens, List.of(), clock);
    }

    /** The same, where people may also come with a token of one of {@code providers}. */
    public static Router of(
            Somoim somoim, AccessTokens tokens, List<? extends OutsideTokens> providers, InstantSource clock) {
        return of(somoim, tokens, providers, new TokenBuckets(clock), clock);
    }

    /**
     * The same, where calls are counted otherwise.
     *
     * @param limiter {@link RateLimiter#none()} where something in front counts
     */
    public static Router of(
            Somoim somoim,
            AccessTokens tokens,
            List<? extends OutsideTokens> providers,
            RateLimiter limiter,
            InstantSource clock) {
        return new Router(
                surroundings(somoim, tokens, providers, limiter, clock),
                complete(somoim::health, capabilities(somoim, tokens, providers, clock)));
    }

    private static Surroundings surroundings(
            Somoim somoim,
            AccessTokens tokens,
            List<? extends OutsideTokens> providers,
            RateLimiter limiter,
            InstantSource clock) {
        Authenticator authenticator = Authenticator.of(tokens, somoim.sessions())
                .or(new OutsideAuthenticator(somoim.identities(), providers));
        return new Surroundings(
                authenticator,
                clock,
                somoim.transactor(),
                somoim::deliverSoon,
                limiter,
                somoim.once(),
                somoim.metrics());
    }

    /**
     * Sockets of everything that one can listen to.
     *
     * @param origins of pages elsewhere that may open sockets here, such as {@code https://app.example.org}
     */
    public static Live live(Somoim somoim, AccessTokens tokens, Set<String> origins, InstantSource clock) {
        return live(somoim, tokens, List.of(), new TokenBuckets(clock), origins, clock);
    }

    /** The same, where people may also come with a token of one of {@code providers}, and are counted otherwise. */
    public static Live live(
            Somoim somoim,
            AccessTokens tokens,
            List<? extends OutsideTokens> providers,
            RateLimiter limiter,
            Set<String> origins,
            InstantSource clock) {
        ExecutorService readers = Live.readers(Math.max(2, Runtime.getRuntime().availableProcessors()));
        var hub = new LiveHub(somoim.fanOut(), readers, clock, somoim.metrics());
        var door =
                new SocketDoor(surroundings(somoim, tokens, providers, limiter, clock), hub, origins, sockets(somoim));
        return new Live(door, hub, readers);
    }

    /** What one can listen to: the one list to add a new capability to. */
    public static List<Sockets> sockets(Somoim somoim) {
        return List.of(
                new ChatSockets(somoim.chat(), somoim.conversations(), somoim.profiles(), somoim.transactor()),
                new NotificationSockets(somoim.notifications(), somoim.profiles()));
    }

    /** The routes of every capability, where nobody comes from outside. */
    public static List<Routes> capabilities(Somoim somoim, AccessTokens tokens, InstantSource clock) {
        return capabilities(somoim, tokens, List.of(), clock);
    }

    /** The routes of every capability: the one list to add a new capability to. */
    public static List<Routes> capabilities(
            Somoim somoim, AccessTokens tokens, List<? extends OutsideTokens> providers, InstantSource clock) {
        var categories = new CategoryRoutes(somoim.forumCategories(), somoim.profiles());
        var topics = new TopicRoutes(somoim.forumTopics(), somoim.forumVotes(), somoim.profiles());
        var forumPosts = new ForumPostRoutes(somoim.forumPosts(), somoim.forumVotes(), somoim.profiles());
        return List.of(
                new AccountRoutes(somoim.accounts(), somoim.addresses(), somoim.passwords()),
                new SessionRoutes(somoim.sessions(), somoim.passwords(), tokens, clock),
                new IdentityRoutes(somoim.identities(), providers),
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
                new EventRoutes(somoim.events(), somoim.profiles(), clock),
                new SeriesRoutes(somoim.recurrences(), somoim.profiles(), clock),
                new CalendarRoutes(somoim.calendars(), somoim.foreignEvents(), somoim.reminders(), clock),
                new RatingRoutes(somoim.ratings()),
                categories,
                topics,
                forumPosts,
                new CurationRoutes(somoim.forumCuration(), somoim.profiles()),
                new DraftRoutes(somoim.forumDrafts(), somoim.profiles()),
                new CommunityAliases(categories, topics, forumPosts),
                new GoalRoutes(somoim.goalShares(), somoim.inspiration()),
                new ComparisonRoutes(somoim.comparisons(), somoim.epochs()),
                new RsvpRoutes(somoim.rsvps(), somoim.profiles()),
                new AlertRoutes(somoim.alerts(), somoim.profiles()),
                new ChatRoutes(somoim.chat(), somoim.conversations(), somoim.profiles()),
                new NotificationRoutes(somoim.notifications(), somoim.profiles()),
                new ReportRoutes(somoim.reports()),
                new CaseRoutes(somoim.cases()),
                new AppealRoutes(somoim.appeals()),
                new OversightRoutes(somoim.oversight(), clock),
                new PersonalDataRoutes(somoim.personalData(), somoim.passwords()),
                new AuditRoutes(somoim.audit()),
                new OperationsRoutes(somoim.operations()),
                new StatisticsRoutes(somoim.statistics()));
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
