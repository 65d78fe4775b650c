package org.somoim.http.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Answer;
import org.somoim.http.Call;
import org.somoim.http.Router;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.kernel.Actor;

/**
 * Lists of the dashboard as files for spreadsheets. Each is what the list's own call gives to whoever asks, page by page, and
 * so nothing that they could not read there.
 */
final class Tables {
    /** Of one file. What goes on beyond is left out. */
    static final int MOST_ROWS = 10_000;

    private static final int PAGE = 50;
    private static final Pattern NEXT = Pattern.compile("<[^>]*[?&]cursor=([^&>]+)[^>]*>; rel=\"next\"");

    private final Map<String, Route> lists = new LinkedHashMap<>();

    Tables(List<Route> routes) {
        routes.stream()
                .filter(route ->
                        route.method() == Method.GET && !route.pattern().contains("{"))
                .filter(route -> route.gives().shape() == Route.Shape.LIST
                        || route.gives().shape() == Route.Shape.PAGE)
                .forEach(route -> lists.put(name(route), route));
    }

    /** Such as {@code set-aside-facts}. */
    private static String name(Route route) {
        return route.pattern().replaceFirst("^/(admin/)?", "").replace('/', '-');
    }

    /** Such as {@code set-aside-facts}. */
    List<String> names() {
        return List.copyOf(lists.keySet());
    }

    /**
     * Empty if there is no such list. Anything but a 200 is the list's own refusal.
     *
     * @param first asked for the first page, and counts it
     * @param further asked for those after it, which belong to the same call
     */
    Optional<Answer> answer(Call call, String name, Actor actor, Router first, Router further) {
        Route route = lists.get(name);
        return route == null ? Optional.empty() : Optional.of(answer(call, route, name, actor, first, further));
    }

    private static Answer answer(Call call, Route route, String name, Actor actor, Router first, Router further) {
        Answer page = first.answer(asking(call, route, null), () -> actor);
        if (page.status() != 200) {
            return page;
        }
        List<String> columns = columns(route);
        var headers = new LinkedHashMap<>(page.headers());
        headers.remove("Content-Length");
        headers.remove("Link");
        headers.remove("ETag");
        headers.put("Content-Type", Csv.MEDIA_TYPE);
        headers.put("Content-Disposition", "attachment; filename=\"somoim-" + name + ".csv\"");
        headers.put("Cache-Control", "no-store");
        if (call.method().equals("HEAD")) {
            return new Answer(200, headers, new byte[0]);
        }
        return new Answer(
                200, headers, Csv.head(columns), out -> write(out, call, route, columns, page, actor, further));
    }

    private static void write(
            OutputStream out, Call call, Route route, List<String> columns, Answer page, Actor actor, Router further)
            throws IOException {
        Answer current = page;
        int written = 0;
        while (true) {
            JsonNode rows = Json.read(current.whole());
            out.write(Csv.rows(columns, rows));
            written += rows.size();
            String next = next(current);
            if (next == null || written >= MOST_ROWS) {
                return;
            }
            current = further.answer(asking(call, route, next), () -> actor);
            if (current.status() != 200) {
                // Half a list must not pass for a whole one.
                throw new IOException("a page could not be read: " + current.status());
            }
        }
    }

    private static Call asking(Call call, Route route, @Nullable String cursor) {
        boolean isPaged = route.gives().shape() == Route.Shape.PAGE;
        String query = isPaged ? "limit=" + PAGE + (cursor == null ? "" : "&cursor=" + cursor) : null;
        return new Call("GET", route.paths().get(0), query, Map.of(), new byte[0], call.origin(), call.mount());
    }

    private static @Nullable String next(Answer page) {
        String link = page.headers().get("Link");
        Matcher next = NEXT.matcher(link == null ? "" : link);
        return next.find() ? next.group(1) : null;
    }

    private static List<String> columns(Route route) {
        Class<?> view = route.gives().view();
        return view == null
                ? List.of()
                : Arrays.stream(view.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(Json::nameOf)
                        .toList();
    }
}
