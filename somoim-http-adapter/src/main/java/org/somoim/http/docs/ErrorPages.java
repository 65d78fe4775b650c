package org.somoim.http.docs;

import static org.somoim.http.wire.Route.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.somoim.http.wire.Problem;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.WireReason;

/** One page for each way in which a call can end badly: where the {@code type} of a problem leads. */
public final class ErrorPages implements Routes {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            %2$s
            </html>
            """;

    private final Map<String, Code> codes;

    public ErrorPages(List<Code> codes) {
        this.codes = codes.stream()
                .collect(Collectors.toMap(
                        Code::name,
                        code -> code,
                        (one, other) -> {
                            throw new IllegalStateException("two reasons share the code " + one.name());
                        },
                        TreeMap::new));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get(Problem.PAGES, this::index).atRoot().forAnyone().givesFile().says("Every code there is."),
                get(Problem.PAGES + "{code}", this::page)
                        .atRoot()
                        .forAnyone()
                        .givesFile()
                        .says("What one code means, and what to do about it."));
    }

    private Response index(Request request) {
        String rows = codes.values().stream()
                .map(code -> "<li><a href=\"" + code.name() + "\">" + code.name() + "</a> (" + code.status() + ")")
                .collect(Collectors.joining("\n", "<h1>Codes</h1>\n<ul>\n", "\n</ul>"));
        return html("Codes", rows);
    }

    private Response page(Request request) {
        Code code = codes.get(request.segment("code"));
        if (code == null) {
            throw WireReason.NO_SUCH_ROUTE.refuse();
        }
        return html(
                code.name(),
                "<h1><code>" + code.name() + "</code></h1>\n<p>HTTP status " + code.status() + ".\n<p>"
                        + escaped(code.advice()));
    }

    private static Response html(String title, String body) {
        byte[] page = PAGE.formatted(title, body).getBytes(StandardCharsets.UTF_8);
        return Response.file("text/html; charset=utf-8", page);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
