package org.somoim.http.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Action;
import org.somoim.access.SiteAction;
import org.somoim.kernel.Cursor;
import org.somoim.limits.RateLimiter;

/**
 * One line of the API, as data: the router, the OpenAPI document, the documentation and the role matrix all read it.
 *
 * <p>Begin with {@link #get}, {@link #post}, {@link #put}, {@link #patch} or {@link #delete}. A route is for people with an
 * account and gives nothing unless said otherwise.
 *
 * @param pattern such as {@code /groups/{group}/members}, relative to {@value #BASE} unless {@link Mount#ROOT}
 * @param takes what the body is read as, or null if there must be none
 * @param summary one sentence for documentation, or empty
 * @param counted see {@link #kind()}; null for what its method says
 * @param veiled see {@link #veiled()}
 * @param aliasOf {@link #name()} of the route that this is another name for, or null if it is no alias
 */
public record Route(
        Method method,
        String pattern,
        Function<Request, Response> handler,
        Callers callers,
        @Nullable Class<? extends Record> takes,
        Gives gives,
        List<Param> params,
        String summary,
        Mount mount,
        @Nullable String aliasOf,
        RateLimiter.@Nullable Kind counted,
        boolean veiled) {

    /** Where canonical routes begin. */
    public static final String BASE = "/api/v1";

    private static final Pattern PATTERN = Pattern.compile("(?:/(?:[A-Za-z0-9._-]+|\\{[a-z-]+}))+/?");

    public Route {
        if (!PATTERN.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    "Route pattern " + pattern + ": write /word or /{variable} once or more, in ASCII letters");
        }
        params = List.copyOf(params);
    }

    /** Where a route is found. */
    public enum Mount {
        /** Under {@value #BASE}. */
        API,
        /** At the root only. */
        ROOT,
        /** Both. */
        BOTH
    }

    /** How much comes back. */
    public enum Shape {
        NOTHING,
        ONE,
        /** All there are, as a JSON array. */
        LIST,
        /** Some of many, as a JSON array; a {@code Link} header with {@code rel="next"} leads on. */
        PAGE,
        /** Something other than JSON views: a page, a script. */
        FILE
    }

    /**
     * What comes back when all went well.
     *
     * @param view what it is made of, or null for {@link Shape#NOTHING} and {@link Shape#FILE}
     */
    public record Gives(int status, Shape shape, @Nullable Class<? extends View> view) {}

    public static Route get(String pattern, Function<Request, Response> handler) {
        return of(Method.GET, pattern, handler);
    }

    public static Route post(String pattern, Function<Request, Response> handler) {
        return of(Method.POST, pattern, handler);
    }

    public static Route put(String pattern, Function<Request, Response> handler) {
        return of(Method.PUT, pattern, handler);
    }

    /** Takes a JSON merge patch; see {@link Patch}. */
    public static Route patch(String pattern, Function<Request, Response> handler) {
        return of(Method.PATCH, pattern, handler);
    }

    public static Route delete(String pattern, Function<Request, Response> handler) {
        return of(Method.DELETE, pattern, handler);
    }

    private static Route of(Method method, String pattern, Function<Request, Response> handler) {
        return new Route(
                method,
                pattern,
                handler,
                new Callers.Person(),
                null,
                new Gives(204, Shape.NOTHING, null),
                List.of(),
                "",
                Mount.API,
                null,
                null,
                false);
    }

    /** Open to everyone, signed in or not. */
    public Route forAnyone() {
        return callers(new Callers.Anyone());
    }

    /** For those whose role in the community suffices. */
    public Route needs(SiteAction action) {
        return callers(new Callers.Site(action));
    }

    /**
     * For those whose standing suffices.
     *
     * @param named the path variable that names the place, or the thing in it
     */
    public Route needs(Action action, String named) {
        return callers(new Callers.In(action, named));
    }

    private Route callers(Callers who) {
        return new Route(method, pattern, handler, who, takes, gives, params, summary, mount, aliasOf, counted, veiled);
    }

    /** Reads the body as {@code type}; see {@link Request#body}. */
    public Route takes(Class<? extends Record> type) {
        return new Route(
                method, pattern, handler, callers, type, gives, params, summary, mount, aliasOf, counted, veiled);
    }

    /** Answers 200 with one view. */
    public Route gives(Class<? extends View> view) {
        return gives(new Gives(200, Shape.ONE, view));
    }

    /** Answers 202 with one view: it is under way. */
    public Route promises(Class<? extends View> view) {
        return gives(new Gives(202, Shape.ONE, view));
    }

    /** Answers 201 with one view, and says where it is. */
    public Route creates(Class<? extends View> view) {
        return gives(new Gives(201, Shape.ONE, view));
    }

    /** Answers 202 with nothing: it was taken in, and what comes of it is told elsewhere. */
    public Route accepts() {
        return gives(new Gives(202, Shape.NOTHING, null));
    }

    /** Answers 200 with all there are. */
    public Route givesList(Class<? extends View> view) {
        return gives(new Gives(200, Shape.LIST, view));
    }

    /** Answers 200 with some of many, and takes {@code cursor} and {@code limit}; see {@link Request#ask}. */
    public Route givesPage(Class<? extends View> view) {
        return gives(new Gives(200, Shape.PAGE, view))
                .query("cursor", Cursor.class)
                .query("limit", Integer.class);
    }

    /** Answers 200 with something other than views. */
    public Route givesFile() {
        return gives(new Gives(200, Shape.FILE, null));
    }

    private Route gives(Gives what) {
        return new Route(
                method, pattern, handler, callers, takes, what, params, summary, mount, aliasOf, counted, veiled);
    }

    /** Takes a query parameter; one that is not named so is refused. */
    public Route query(String name, Class<?> type) {
        var more = new ArrayList<>(params);
        more.add(new Param(name, type));
        return new Route(
                method, pattern, handler, callers, takes, gives, more, summary, mount, aliasOf, counted, veiled);
    }

    /** What it does, in one sentence. */
    public Route says(String sentence) {
        return new Route(
                method, pattern, handler, callers, takes, gives, params, sentence, mount, aliasOf, counted, veiled);
    }

    /** Is counted as {@code kind} instead of by its method; see {@link #kind()}. */
    public Route counted(RateLimiter.Kind kind) {
        return new Route(
                method, pattern, handler, callers, takes, gives, params, summary, mount, aliasOf, kind, veiled);
    }

    /**
     * Nothing that is remembered of its calls leads from what was made to the caller: see {@link
     * org.somoim.idempotency.Once#callVeiled}.
     */
    public Route veilingCallers() {
        return new Route(
                method, pattern, handler, callers, takes, gives, params, summary, mount, aliasOf, counted, true);
    }

    /** As what its calls are counted: reading or writing, unless said otherwise. */
    public RateLimiter.Kind kind() {
        if (counted != null) {
            return counted;
        }
        return method == Method.GET ? RateLimiter.Kind.READ : RateLimiter.Kind.WRITE;
    }

    /** Is found at the root, outside {@value #BASE}. */
    public Route atRoot() {
        return new Route(
                method, pattern, handler, callers, takes, gives, params, summary, Mount.ROOT, aliasOf, counted, veiled);
    }

    /** Is found at the root as well, where probes and browsers expect it. */
    public Route alsoAtRoot() {
        return new Route(
                method, pattern, handler, callers, takes, gives, params, summary, Mount.BOTH, aliasOf, counted, veiled);
    }

    /**
     * Is another name, with a vocabulary of its own, for the same call to the front door. Found both at the root and under
     * {@value #BASE}.
     *
     * @param canonical such as {@code POST /groups}
     */
    public Route aliasOf(String canonical) {
        return new Route(
                method,
                pattern,
                handler,
                callers,
                takes,
                gives,
                params,
                summary,
                Mount.BOTH,
                canonical,
                counted,
                veiled);
    }

    /** Method and pattern, such as {@code POST /groups}. No two routes have the same. */
    public String name() {
        return method + " " + pattern;
    }

    /** Where it is found; under {@value #BASE} first. */
    public List<String> paths() {
        return switch (mount) {
            case API -> List.of(BASE + pattern);
            case ROOT -> List.of(pattern);
            case BOTH -> List.of(BASE + pattern, pattern);
        };
    }
}
