package org.somoim.http.testing;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Call;
import org.somoim.http.Router;
import org.somoim.http.Surroundings;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.sessions.AccessTokens;

/**
 * Calls routes through a router, without port or server. Paths are relative to {@value Route#BASE} unless they begin there or
 * {@link #atRoot()} was said.
 */
public final class Client {
    private final Router router;
    private final @Nullable String token;
    private final Map<String, String> headers;
    private final String base;

    private Client(Router router, @Nullable String token, Map<String, String> headers, String base) {
        this.router = router;
        this.token = token;
        this.headers = headers;
        this.base = base;
    }

    /** Nobody in particular, calling {@code router}, whose tokens are {@link PlainTokens}. */
    public static Client of(Router router) {
        return new Client(router, null, Map.of(), Route.BASE);
    }

    /** The same for routes of which no router has been made yet. */
    public static Client of(InstantSource clock, Transactor transactor, Routes... capabilities) {
        return of(new Router(surroundings(new PlainTokens(), clock, transactor), List.of(capabilities)));
    }

    static Surroundings surroundings(AccessTokens tokens, InstantSource clock, Transactor transactor) {
        return new Surroundings(PlainTokens.trusting(tokens), clock, transactor, () -> {});
    }

    /** The same calls, signed in. */
    public Client as(Id<User> person) {
        return withToken(person.toString());
    }

    public Client withToken(String other) {
        return new Client(router, other, headers, base);
    }

    public Client with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Client(router, token, more, base);
    }

    /** The same calls, with paths from the root. */
    public Client atRoot() {
        return new Client(router, token, headers, "");
    }

    public Reply get(String path) {
        return call("GET", path, null);
    }

    /** @param json single quotes stand for double quotes */
    public Reply post(String path, String json) {
        return call("POST", path, json);
    }

    public Reply post(String path) {
        return call("POST", path, null);
    }

    /** @param json single quotes stand for double quotes */
    public Reply put(String path, String json) {
        return call("PUT", path, json);
    }

    public Reply put(String path) {
        return call("PUT", path, null);
    }

    /** @param json single quotes stand for double quotes */
    public Reply patch(String path, String json) {
        return call("PATCH", path, json);
    }

    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    /** @param json single quotes stand for double quotes; null for no body */
    public Reply call(String method, String path, @Nullable String json) {
        byte[] body = json == null ? new byte[0] : json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return send(method, path, json == null ? null : "application/json", body);
    }

    /** Exactly these bytes under exactly this type, which may be null. */
    public Reply send(String method, String pathAndQuery, @Nullable String mediaType, byte[] body) {
        var all = new TreeMap<>(headers);
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        if (mediaType != null) {
            all.put("Content-Type", mediaType);
        }
        boolean isComplete = pathAndQuery.startsWith(Route.BASE + "/");
        String target = isComplete ? pathAndQuery : base + pathAndQuery;
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? null : target.substring(mark + 1);
        return new Reply(router.answer(new Call(method, path, query, all, body, "192.0.2.1", "")));
    }
}
