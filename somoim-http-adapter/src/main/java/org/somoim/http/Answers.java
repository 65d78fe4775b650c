package org.somoim.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.Problem;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Refusal;
import org.somoim.limits.RateLimiter.Quota;

/** Writes answers, with the headers that keep browsers and caches from doing more than they should. */
final class Answers {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** A browser that is led to an API answer may do nothing with it: no script, no frame, no guess at another type. */
    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    /** For pages of our own: scripts and styles from files of the same origin only. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Answers() {}

    static Answer nothing() {
        return nothing(204);
    }

    private static Answer nothing(int status) {
        return new Answer(status, Map.of(), new byte[0]).with(SECURITY);
    }

    /** RateLimit header fields for HTTP, as draft 10 of the IETF's working group on HTTP APIs writes them. */
    static Answer withQuota(Answer answer, Quota quota) {
        String name = quota.kind().name().toLowerCase(Locale.ROOT);
        long again = seconds(quota.again());
        Answer told = answer.with(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(name, quota.limit(), quota.window().toSeconds()))
                .with("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, quota.left(), again));
        return quota.isSpent() ? told.with("Retry-After", Long.toString(again)) : told;
    }

    /** Says when to try again, where that is known. */
    static Answer of(Refusal refusal, Call call) {
        Answer answer = of(Problem.of(refusal), call);
        return refusal.again()
                .map(again -> answer.with("Retry-After", Long.toString(seconds(again))))
                .orElse(answer);
    }

    private static long seconds(Duration time) {
        return time.toSeconds() + (time.getNano() > 0 ? 1 : 0);
    }

    static Answer of(Problem problem, Call call) {
        Answer answer = bytes(problem.status(), PROBLEM, Json.write(problem.under(call.mount())));
        return switch (problem.status()) {
            case 401 ->
                answer.with(
                        "WWW-Authenticate",
                        call.header("authorization").isPresent()
                                ? "Bearer realm=\"somoim\", error=\"invalid_token\""
                                : "Bearer realm=\"somoim\"");
            case 503 -> answer.with("Retry-After", "1");
            default -> answer;
        };
    }

    /** A problem that says no more than its status. */
    static Answer bare(int status, String title) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        return bytes(status, PROBLEM, Json.write(problem));
    }

    /** The answer to a change. */
    static Answer changed(Response response, Call call) {
        Answer answer = written(response, call);
        String location = response.location();
        return location == null ? answer : answer.with("Location", call.mount() + Route.BASE + location);
    }

    /** The answer to a question: with a tag to ask again by, and a link to what follows. */
    static Answer read(Response response, Actor actor, Call call, Target target) {
        Answer answer = written(response, call);
        if (response.status() == 200 && answer.rest() == null) {
            // Kept by the asker alone, if at all, and asked for again each time: what one may see can change at any
            // moment.
            boolean isPublic = response.content() instanceof Response.Content.File
                    || actor instanceof Actor.Visitor && !(response.content() instanceof Response.Content.Feed);
            var headers = new LinkedHashMap<>(answer.headers());
            headers.put("ETag", Etags.of(answer.body()));
            headers.put("Cache-Control", isPublic ? "no-cache" : "private, no-cache");
            headers.put("Vary", "Authorization");
            answer = new Answer(answer.status(), headers, answer.body());
        }
        Cursor next = response.next();
        return next == null
                ? answer
                : answer.with(
                        "Link", "<" + call.mount() + call.path() + "?" + following(target, next) + ">; rel=\"next\"");
    }

    /** Whether {@link Compression} may be used: on views; files and feeds are given as they are. */
    static boolean mayBeShortened(Response response) {
        return response.status() == 200
                && (response.content() instanceof Response.Content.One
                        || response.content() instanceof Response.Content.Many);
    }

    static Answer notModified(Answer answer) {
        var headers = new LinkedHashMap<>(answer.headers());
        headers.remove("Content-Type");
        headers.remove("Content-Length");
        headers.remove("Content-Encoding");
        return new Answer(304, headers, new byte[0]);
    }

    static Answer withoutBody(Answer answer) {
        return new Answer(answer.status(), answer.headers(), new byte[0]);
    }

    private static Answer written(Response response, Call call) {
        Response.Content content = response.content();
        if (content instanceof Response.Content.One one) {
            return bytes(response.status(), JSON, Json.write(one.view()));
        }
        if (content instanceof Response.Content.Many many) {
            return bytes(response.status(), JSON, Json.write(many.views()));
        }
        if (content instanceof Response.Content.File file) {
            return bytes(response.status(), file.mediaType(), file.bytes())
                    .with("Content-Security-Policy", PAGE_POLICY);
        }
        if (content instanceof Response.Content.Feed feed) {
            return bytes(response.status(), feed.mediaType(), feed.bytes());
        }
        if (content instanceof Response.Content.Stream stream) {
            var headers = new LinkedHashMap<String, String>();
            headers.put("Content-Type", stream.mediaType());
            headers.put("Content-Disposition", "attachment; filename=\"" + stream.name() + "\"");
            return new Answer(response.status(), headers, new byte[0], stream.writing()).with(SECURITY);
        }
        if (content instanceof Response.Content.Moved moved) {
            return bytes(response.status(), "text/plain", new byte[0]).with("Location", call.mount() + moved.to());
        }
        return nothing(response.status());
    }

    private static Answer bytes(int status, String mediaType, byte[] body) {
        var headers = new LinkedHashMap<>(SECURITY);
        headers.put("Content-Type", mediaType);
        headers.put("Content-Length", Integer.toString(body.length));
        return new Answer(status, headers, body);
    }

    private static String following(Target target, Cursor next) {
        var query = new LinkedHashMap<>(target.query());
        query.put("cursor", next.toString());
        return query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
