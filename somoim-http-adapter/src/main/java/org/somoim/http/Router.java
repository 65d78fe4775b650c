package org.somoim.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.access.AccessReason;
import org.somoim.http.limits.Callers;
import org.somoim.http.wire.BadRoute;
import org.somoim.http.wire.Failure;
import org.somoim.http.wire.InvalidBody;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Problem;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.Upload;
import org.somoim.http.wire.WireReason;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.idempotency.Once;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.StoreFailure;
import org.somoim.limits.LimitReason;
import org.somoim.limits.RateLimiter.Quota;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;

/**
 * Finds the route for a call, runs it and writes down what came of it. Knows nothing of sockets, and answers every call: what
 * is wrong with one is said in its answer, never thrown. Safe between threads.
 *
 * <p>There are no cookies, so a browser cannot be made to act for someone who did not mean it. Nothing is open to scripts
 * from elsewhere (CORS); a host that wants that says so in front of the router.
 */
public final class Router implements Endpoint {
    /** In bytes. */
    public static final int DEFAULT_BODY_LIMIT = 256 * 1024;

    private static final int CREATED = 201;
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,4096}=*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("([a-z]+/[a-z+.-]+)(?: *; *charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

    private final Surroundings surroundings;
    private final RouteMap map;
    private final int bodyLimit;
    private final CallMetrics metrics;

    /** @throws BadRoute if two routes are one, or an alias points nowhere */
    public Router(Surroundings surroundings, List<? extends Routes> capabilities) {
        this(surroundings, capabilities, DEFAULT_BODY_LIMIT);
    }

    /** @param bodyLimit in bytes; a longer body is refused before anything of it is read */
    public Router(Surroundings surroundings, List<? extends Routes> capabilities, int bodyLimit) {
        this.surroundings = surroundings;
        List<Route> routes =
                capabilities.stream().flatMap(c -> c.routes().stream()).toList();
        this.map = new RouteMap(routes);
        this.bodyLimit = bodyLimit;
        this.metrics = new CallMetrics(surroundings.metrics(), routes);
    }

    @Override
    public int bodyLimit() {
        return bodyLimit;
    }

    /**
     * What a server answers by itself when it turns a call down before any router sees it.
     *
     * @param title of the status, such as {@code Bad Request}
     */
    public static Answer turnedDown(int status, String title) {
        return Answers.bare(status, title);
    }

    @Override
    public Answer answer(Call call) {
        return answer(call, new Caller(() -> actor(call), false));
    }

    /**
     * The same for a caller whom the host has signed in; tokens in the call are not looked at.
     *
     * @param caller asked once, for a call that is of the right form; may refuse
     */
    public Answer answer(Call call, Supplier<Actor> caller) {
        return answer(call, new Caller(caller, true));
    }

    /**
     * Who is calling.
     *
     * @param isByHost whether the host says so, rather than a token in the call
     */
    private record Caller(Supplier<Actor> actor, boolean isByHost) {}

    private Answer answer(Call call, Caller caller) {
        boolean isHead = call.method().equals("HEAD");
        CallMetrics.Running running = metrics.begin();
        Answer answer = complete(isHead ? call.asGet() : call, caller, running);
        running.end(answer.status());
        return isHead ? Answers.withoutBody(answer) : answer;
    }

    private Answer complete(Call call, Caller caller, CallMetrics.Running running) {
        try {
            return route(call, caller, running);
        } catch (Refusal refusal) {
            metrics.refused(refusal.reason());
            return Answers.of(refusal, call);
        } catch (InvalidBody invalid) {
            metrics.refused(WireReason.INVALID_BODY);
            return Answers.of(Problem.of(invalid), call);
        } catch (StoreFailure failure) {
            tell(LogLine.CALL_WITHOUT_STORE, running, failure);
            return Answers.of(Problem.of(Failure.STORE_UNAVAILABLE), call);
        } catch (RuntimeException error) {
            tell(LogLine.CALL_FAILED, running, error);
            return Answers.of(Problem.of(Failure.UNEXPECTED), call);
        }
    }

    private static void tell(LogLine line, CallMetrics.Running running, RuntimeException error) {
        line.to(LOG)
                .with(Field.METHOD, running.method())
                .with(Field.ROUTE, running.route())
                .because(error)
                .log();
    }

    private Answer route(Call call, Caller caller, CallMetrics.Running running) {
        if (call.body().length > bodyLimit) {
            throw WireReason.BODY_TOO_LARGE.refuse();
        }
        Target target = Target.of(call);
        Actor actor = caller.actor().get();
        RouteMap.Match match = map.find(target.path()).orElseThrow(WireReason.NO_SUCH_ROUTE::refuse);
        if (call.method().equals("OPTIONS")) {
            return Answers.nothing().with("Allow", allowed(match));
        }
        Route route = Method.named(call.method()).map(match::at).orElse(null);
        if (route == null) {
            metrics.refused(WireReason.METHOD_NOT_ALLOWED);
            return Answers.of(Problem.of(WireReason.METHOD_NOT_ALLOWED.refuse()), call)
                    .with("Allow", allowed(match));
        }
        running.found(route);
        if (actor instanceof Actor.Visitor && !(route.callers() instanceof org.somoim.http.wire.Callers.Anyone)) {
            throw AccessReason.NOT_SIGNED_IN.refuse();
        }
        Optional<Quota> quota =
                surroundings.limiter().take(Callers.name(actor, new Origin(call.origin()), route.kind()), route.kind());
        if (quota.filter(Quota::isSpent).isPresent()) {
            metrics.limited(route.kind());
            metrics.refused(LimitReason.TOO_MANY_CALLS);
            return Answers.withQuota(Answers.of(Problem.of(LimitReason.TOO_MANY_CALLS.refuse()), call), quota.get());
        }
        var request = new Request(
                route, actor, match.variables(), target.query(), body(route, call), new Origin(call.origin()));
        Answer answer = route.method() == Method.GET
                ? read(call, target, route, request, caller)
                : change(call, match, request, route);
        return quota.map(known -> Answers.withQuota(answer, known)).orElse(answer);
    }

    private Answer read(Call call, Target target, Route route, Request request, Caller caller) {
        Response response = run(route, request);
        Answer answer = Answers.read(response, request.actor(), call, target);
        boolean isShortened = !caller.isByHost() && Answers.mayBeShortened(response);
        if (isShortened) {
            answer = answer.with("Vary", "Authorization, Accept-Encoding");
        }
        isShortened &= Compression.isLong(answer) && Compression.isTaken(call);
        if (isShortened) {
            answer = Compression.announced(answer);
        }
        Optional<String> known = call.header("if-none-match");
        if (known.isPresent() && Etags.match(known.get(), answer, true)) {
            return Answers.notModified(answer);
        }
        return isShortened ? Compression.done(answer) : answer;
    }

    private Answer change(Call call, RouteMap.Match match, Request request, Route route) {
        if (call.header("if-none-match").isPresent()) {
            throw WireReason.NO_ETAG_HERE.refuse();
        }
        Optional<String> key = call.header("idempotency-key");
        Once once = surroundings.once();
        if (key.isPresent() && once != null && route.gives().status() == CREATED) {
            return changeOnce(once, key.get(), call, match, request, route);
        }
        Response response = changed(call, match, request, route);
        announce(route);
        return Answers.changed(response, call);
    }

    private Response changed(Call call, RouteMap.Match match, Request request, Route route) {
        Optional<String> expected = call.header("if-match");
        return expected.isEmpty()
                ? run(route, request)
                : surroundings.transactor().call(() -> {
                    requireUnchanged(expected.get(), call, match, request);
                    return run(route, request);
                });
    }

    private Answer changeOnce(Once once, String key, Call call, RouteMap.Match match, Request request, Route route) {
        @Nullable Response[] fresh = new Response[1];
        Supplier<Line> making = () -> {
            Response made = changed(call, match, request, route);
            fresh[0] = made;
            return Line.of(requireNonNull(made.location(), "what is created is somewhere"));
        };
        var named = new IdempotencyKey(unquoted(key));
        Once.Outcome outcome = route.veiled()
                ? once.callVeiled(request.actor(), named, asked(call, route), making)
                : once.call(request.actor(), named, asked(call, route), making);
        Response response = fresh[0];
        if (response == null || outcome.isAgain()) {
            return Answers.changed(again(outcome.made().value(), request), call).with("Idempotency-Replayed", "true");
        }
        announce(route);
        return Answers.changed(response, call);
    }

    /** What was made, as the caller may see it now; where that cannot be read, only that it was. */
    private Response again(String made, Request request) {
        RouteMap.Match match = map.find(Route.BASE + made).orElse(null);
        Route reading = match == null ? null : match.at(Method.GET);
        if (match == null || reading == null) {
            return new Response(CREATED, new Response.Content.Nothing(), made, null);
        }
        try {
            var asked = new Request(reading, request.actor(), match.variables(), Map.of(), null, request.origin());
            return new Response(CREATED, run(reading, asked).content(), made, null);
        } catch (Refusal notAnyMore) {
            return new Response(CREATED, new Response.Content.Nothing(), made, null);
        }
    }

    /** The header is a string of RFC 9651, in quotation marks; many clients leave them out. */
    private static String unquoted(String header) {
        boolean isQuoted = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"");
        return isQuoted ? header.substring(1, header.length() - 1) : header;
    }

    private static Secrets.Digest asked(Call call, Route route) {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        return new Secrets.Secret(route.name() + '\n' + call.path() + '\n' + call.query() + '\n' + body).digest();
    }

    /** Reads the same path for the same actor, as it is now, and compares. */
    private static void requireUnchanged(String expected, Call call, RouteMap.Match match, Request request) {
        Route reading = match.at(Method.GET);
        if (reading == null) {
            throw WireReason.NO_ETAG_HERE.refuse();
        }
        var asked = new Request(reading, request.actor(), match.variables(), Map.of(), null, request.origin());
        Response now = run(reading, asked);
        Answer answer = Answers.read(now, request.actor(), call, new Target(call.path(), Map.of()));
        if (!Etags.isSeen(expected, answer)) {
            throw WireReason.CHANGED_MEANWHILE.refuse();
        }
    }

    /** Holds the handler to its table, which everyone else reads. */
    private static Response run(Route route, Request request) {
        Response response = route.handler().apply(request);
        int declared = route.gives().status();
        if (response.status() < 300 && response.status() != declared) {
            throw new BadRoute(route.name() + " answered " + response.status() + ", but its table says " + declared
                    + ". Say what it gives or creates.");
        }
        return response;
    }

    private void announce(Route route) {
        try {
            surroundings.afterChange().run();
        } catch (RuntimeException error) {
            tell(LogLine.DELIVERY_FAILED, metrics.begin().found(route), error);
        }
    }

    private Actor actor(Call call) {
        Optional<String> header = call.header("authorization");
        if (header.isEmpty()) {
            return Actor.visitor();
        }
        var bearer = BEARER.matcher(header.get());
        if (!bearer.matches()) {
            throw WireReason.BAD_TOKEN.refuse();
        }
        return surroundings
                .authenticator()
                .actor(bearer.group(1), surroundings.clock().instant())
                .orElseThrow(WireReason.BAD_TOKEN::refuse);
    }

    private static @Nullable Record body(Route route, Call call) {
        Class<? extends Record> type = route.takes();
        if (type == null) {
            if (call.body().length > 0) {
                throw WireReason.UNEXPECTED_BODY.refuse();
            }
            return null;
        }
        String mediaType = call.header("content-type").map(Router::mediaType).orElse("");
        Upload upload = type.getAnnotation(Upload.class);
        if (upload != null) {
            if (!mediaType.equals(upload.value())) {
                throw WireReason.WRONG_MEDIA_TYPE.refuse();
            }
            return Json.unread(call.body(), type);
        }
        boolean isJson = mediaType.equals("application/json");
        boolean isPatch = route.method() == Method.PATCH && mediaType.equals("application/merge-patch+json");
        if (!isJson && !isPatch) {
            throw WireReason.WRONG_MEDIA_TYPE.refuse();
        }
        return Json.read(call.body(), type);
    }

    private static String mediaType(String header) {
        var matcher = MEDIA_TYPE.matcher(header);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static String allowed(RouteMap.Match match) {
        Stream<String> methods = match.methods().keySet().stream().map(Method::name);
        Stream<String> more = match.at(Method.GET) == null ? Stream.of("OPTIONS") : Stream.of("HEAD", "OPTIONS");
        return Stream.concat(methods, more).collect(Collectors.joining(", "));
    }
}
