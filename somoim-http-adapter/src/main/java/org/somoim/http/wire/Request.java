package org.somoim.http.wire;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.AccessReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Page;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Word;

/** One call, authenticated, matched to its route, and found to be of the right form. */
public final class Request {
    private final Route route;
    private final Actor actor;
    private final Map<String, String> path;
    private final Map<String, Object> query = new HashMap<>();
    private final @Nullable Record body;
    private final Origin origin;

    /**
     * @param path decoded values of the {@code {variables}} in the route's pattern
     * @param query decoded parameters
     * @param body what the route takes, or null if it takes none
     * @param origin where it came from
     * @throws Refusal {@link WireReason#UNKNOWN_PARAMETER}; as the type of a parameter does, or {@link
     *     WireReason#BAD_PARAMETER}
     */
    public Request(
            Route route,
            Actor actor,
            Map<String, String> path,
            Map<String, String> query,
            @Nullable Record body,
            Origin origin) {
        this.route = route;
        this.actor = actor;
        this.path = Map.copyOf(path);
        this.body = body;
        this.origin = origin;
        query.forEach((name, text) -> this.query.put(name, parsed(text, typeOf(name))));
    }

    public Actor actor() {
        return actor;
    }

    /** Where the call came from. */
    public Origin origin() {
        return origin;
    }

    /**
     * The id in the path under {@code variable}.
     *
     * @throws Refusal {@code access.not-found} if it is malformed: there is no such thing either
     */
    public <T> Id<T> id(String variable) {
        try {
            return Id.of(segment(variable));
        } catch (Refusal notAnId) {
            throw AccessReason.NOT_FOUND.refuse();
        }
    }

    /** The text in the path under {@code variable}. */
    public String segment(String variable) {
        String value = path.get(variable);
        if (value == null) {
            throw new BadRoute(route.name() + " has no {" + variable + "}");
        }
        return value;
    }

    /**
     * The body.
     *
     * @param type as the route says
     */
    public <B extends Record> B body(Class<B> type) {
        if (route.takes() != type) {
            throw new BadRoute(route.name() + " does not take a " + type.getSimpleName());
        }
        return requireNonNull(type.cast(body), "the router reads the body of a route that takes one");
    }

    /**
     * Which part of a list is wanted: {@code cursor} and {@code limit}, both optional; twenty if nobody says.
     *
     * @throws Refusal {@code kernel.bad-limit}
     */
    public Page.Ask ask() {
        Cursor after = query("cursor", Cursor.class).orElse(null);
        int limit = query("limit", Integer.class).orElse(Page.Ask.first().limit());
        return new Page.Ask(after, limit);
    }

    /** See {@link #query}. */
    public Optional<Word> word(String name) {
        return query(name, Word.class);
    }

    /** See {@link #query}. */
    public Optional<Line> text(String name) {
        return query(name, Line.class);
    }

    /**
     * A query parameter; empty if it was not sent.
     *
     * @param type as the route says
     */
    public <T> Optional<T> query(String name, Class<T> type) {
        if (!route.params().contains(new Param(name, type))) {
            throw new BadRoute(route.name() + " takes no " + type.getSimpleName() + " called " + name);
        }
        return Optional.ofNullable(query.get(name)).map(type::cast);
    }

    /** The same for ids, whose type has a parameter. */
    public <T> Optional<Id<T>> queryId(String name) {
        return query(name, Id.class).map(id -> new Id<>(id.value()));
    }

    private Class<?> typeOf(String parameter) {
        return route.params().stream()
                .filter(param -> param.name().equals(parameter))
                .findFirst()
                .orElseThrow(WireReason.UNKNOWN_PARAMETER::refuse)
                .type();
    }

    private static Object parsed(String text, Class<?> type) {
        if (type == Boolean.class) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw WireReason.BAD_PARAMETER.refuse();
            };
        }
        if (type == Integer.class) {
            // Integer.parseInt takes digits of every script and a plus sign.
            if (!text.matches("-?[0-9]{1,9}")) {
                throw WireReason.BAD_PARAMETER.refuse();
            }
            return Integer.valueOf(text);
        }
        return Types.parse(text, type);
    }
}
