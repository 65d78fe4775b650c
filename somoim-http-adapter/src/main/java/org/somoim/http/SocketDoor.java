package org.somoim.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.access.AccessReason;
import org.somoim.http.limits.Callers;
import org.somoim.http.live.Feed;
import org.somoim.http.live.LiveHub;
import org.somoim.http.live.LiveRoute;
import org.somoim.http.live.SignIn;
import org.somoim.http.live.Sockets;
import org.somoim.http.wire.Failure;
import org.somoim.http.wire.Problem;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.StoreFailure;
import org.somoim.limits.LimitReason;
import org.somoim.limits.RateLimiter;
import org.somoim.logs.LogLine;

/**
 * Decides who may open a socket, before there is one. Knows nothing of any server; answers every call and throws nothing.
 *
 * <p>The token comes in the {@code Authorization} header, or, because pages in browsers cannot set that on a socket, as one
 * of the subprotocols that the client offers: {@code somoim.v1} and {@code bearer.<token>}. Never in the address, which is
 * written into logs and histories on the way. Only {@code somoim.v1} is answered, so the token is not sent back.
 *
 * <p>A browser says from which page a socket is opened. It must be from the same host as the socket, or one that the host
 * allows; programs that are no browsers say nothing, and are asked for their token like everyone.
 */
public final class SocketDoor {
    /** The one subprotocol that is spoken. */
    public static final String PROTOCOL = "somoim.v1";

    private static final Logger LOG = LoggerFactory.getLogger(SocketDoor.class);
    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,4096}=*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFERED = Pattern.compile("bearer\\.([A-Za-z0-9._~+-]{1,4096})");

    private final Surroundings surroundings;
    private final LiveHub hub;
    private final Set<String> origins;
    private final PathMappings<LiveRoute> routes = new PathMappings<>();

    /** @param origins of pages elsewhere that may open sockets here, such as {@code https://app.example.org} */
    public SocketDoor(
            Surroundings surroundings, LiveHub hub, Set<String> origins, List<? extends Sockets> capabilities) {
        this.surroundings = surroundings;
        this.hub = hub;
        this.origins = Set.copyOf(origins);
        capabilities.stream().flatMap(sockets -> sockets.live().stream()).forEach(route -> {
            routes.put(new UriTemplatePathSpec(Route.BASE + route.pattern()), route);
            if (route.alsoAtRoot()) {
                routes.put(new UriTemplatePathSpec(route.pattern()), route);
            }
        });
    }

    /** Whether this call wants to become a WebSocket. What is behind its path and whether it may is asked by {@link #admit}. */
    public static boolean isMeant(Call call) {
        return call.method().equals("GET")
                && call.header("upgrade")
                        .filter(value -> value.toLowerCase(Locale.ROOT).contains("websocket"))
                        .isPresent();
    }

    /** Never throws, and is never null. */
    public Admission admit(Call call) {
        try {
            return look(call);
        } catch (Refusal refusal) {
            return new Admission.TurnedDown(Answers.of(refusal, call));
        } catch (StoreFailure failure) {
            return new Admission.TurnedDown(Answers.of(Problem.of(Failure.STORE_UNAVAILABLE), call));
        } catch (RuntimeException error) {
            LogLine.SOCKET_FAILED.to(LOG).because(error).log();
            return new Admission.TurnedDown(Answers.of(Problem.of(Failure.UNEXPECTED), call));
        }
    }

    private Admission look(Call call) {
        Target target = Target.of(call);
        MatchedResource<LiveRoute> matched = routes.getMatched(target.path());
        if (matched == null) {
            throw WireReason.NO_SUCH_ROUTE.refuse();
        }
        if (!isFromHere(call)) {
            throw WireReason.FOREIGN_ORIGIN.refuse();
        }
        String token = token(call).orElseThrow(AccessReason.NOT_SIGNED_IN::refuse);
        if (!(actor(token).orElse(null) instanceof Actor.Person person)) {
            throw WireReason.BAD_TOKEN.refuse();
        }
        count(call, person);
        if (!hub.hasRoomFor(person.id())) {
            throw WireReason.TOO_MANY_SOCKETS.refuse();
        }
        var template = (UriTemplatePathSpec) matched.getPathSpec();
        Map<String, String> variables = template.getPathParams(target.path());
        Feed feed = matched.getResource()
                .opening()
                .feed(new LiveRoute.Asked(person, variables == null ? Map.of() : variables, target.query()));
        feed.check();
        return new Admission.Welcome(person.id(), new ByToken(surroundings, token, person), feed, protocol(call));
    }

    /** While a token is good, and is that of the same person. */
    private record ByToken(Surroundings surroundings, String token, Actor person) implements SignIn {
        @Override
        public boolean isGood() {
            return !good(Set.of(this)).isEmpty();
        }

        @Override
        public Set<SignIn> good(Set<SignIn> some) {
            Set<String> tokens = some.stream()
                    .filter(ByToken.class::isInstance)
                    .map(one -> ((ByToken) one).token)
                    .collect(Collectors.toSet());
            Map<String, Actor> actors = surroundings
                    .authenticator()
                    .actors(tokens, surroundings.clock().instant());
            return some.stream()
                    .filter(one ->
                            one instanceof ByToken held ? held.person.equals(actors.get(held.token)) : one.isGood())
                    .collect(Collectors.toSet());
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "ByToken(" + person + ")";
        }
    }

    private Optional<Actor> actor(String token) {
        return surroundings.authenticator().actor(token, surroundings.clock().instant());
    }

    private void count(Call call, Actor person) {
        RateLimiter.Kind kind = RateLimiter.Kind.READ;
        String name = Callers.name(person, new Origin(call.origin()), kind);
        if (surroundings
                .limiter()
                .take(name, kind)
                .filter(RateLimiter.Quota::isSpent)
                .isPresent()) {
            throw LimitReason.TOO_MANY_CALLS.refuse();
        }
    }

    private boolean isFromHere(Call call) {
        String origin = call.header("origin").orElse(null);
        if (origin == null || origins.contains(origin)) {
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null
                    && call.header("host").filter(authority::equalsIgnoreCase).isPresent();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<String> token(Call call) {
        Optional<String> header = call.header("authorization");
        if (header.isPresent()) {
            var bearer = BEARER.matcher(header.get());
            return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
        }
        return offered(call)
                .map(OFFERED::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static @Nullable String protocol(Call call) {
        return offered(call).anyMatch(PROTOCOL::equals) ? PROTOCOL : null;
    }

    private static Stream<String> offered(Call call) {
        return call.header("sec-websocket-protocol").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip);
    }
}
