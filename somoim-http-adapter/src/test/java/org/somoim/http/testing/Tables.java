package org.somoim.http.testing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.http.docs.Code;
import org.somoim.http.wire.Callers;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.Param;
import org.somoim.http.wire.Route;

/** What is generated out of routes and reasons for the documentation, as Markdown tables with a heading row. */
public final class Tables {
    private Tables() {}

    /** One row for each route, in their order. */
    public static String routes(List<Route> routes) {
        return routes.stream()
                .map(route -> "| " + route.method() + " | "
                        + route.paths().stream().map(path -> "`" + path + "`").collect(Collectors.joining("<br>"))
                        + " | " + route.summary() + " | " + callers(route.callers()) + " | " + takes(route) + " | "
                        + gives(route.gives()) + " |\n")
                .collect(Collectors.joining(
                        "",
                        "| Method | Path | What it does | Who may call | Takes | Gives |\n|---|---|---|---|---|---|\n",
                        ""));
    }

    /** One row for each code, in their order. */
    public static String codes(List<Code> codes) {
        return codes.stream()
                .map(code -> "| `" + code.name() + "` | " + code.status() + " | " + code.advice() + " |\n")
                .collect(Collectors.joining("", "| Code | Status | What to do |\n|---|---|---|\n", ""));
    }

    private static String callers(Callers callers) {
        if (callers instanceof Callers.Anyone) {
            return "anyone";
        }
        if (callers instanceof Callers.Site site) {
            return "site " + site.action().least();
        }
        return callers instanceof Callers.In in ? in.action().name() + " by `{" + in.named() + "}`" : "person";
    }

    private static String takes(Route route) {
        String query = route.params().stream().map(Param::name).collect(Collectors.joining(", ", "?", ""));
        String body = fields(route.takes());
        return (route.params().isEmpty() ? body : body.isEmpty() ? query : query + "; " + body);
    }

    private static String gives(Route.Gives gives) {
        String fields = fields(gives.view());
        return switch (gives.shape()) {
            case NOTHING -> "" + gives.status();
            case ONE -> gives.status() + " " + fields;
            case LIST -> gives.status() + " list of " + fields;
            case PAGE -> gives.status() + " page of " + fields;
            case FILE -> gives.status() + " file";
        };
    }

    private static String fields(@Nullable Class<?> record) {
        if (record == null || !record.isRecord()) {
            return "";
        }
        return List.of(record.getRecordComponents()).stream()
                .map(component -> Json.nameOf(component.getName()))
                .collect(Collectors.joining(", ", "`{", "}`"));
    }
}
