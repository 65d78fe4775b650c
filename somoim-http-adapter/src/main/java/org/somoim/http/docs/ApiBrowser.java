package org.somoim.http.docs;

import static java.util.Objects.requireNonNull;
import static org.somoim.http.wire.Route.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.WireReason;

/**
 * Swagger UI over the OpenAPI document, under {@code /docs/}. Without {@code org.webjars:swagger-ui} on the class path the
 * page only links to the document. Its pages load nothing from elsewhere and hold no script of their own.
 */
public final class ApiBrowser implements Routes {
    private static final String POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** What of the webjar is shown; our own page and initialiser take the place of the others. */
    private static final Map<String, String> ASSETS = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png");

    private static final Map<String, String> OWN = Map.of(
            "", "text/html; charset=utf-8",
            "initializer.js", "text/javascript; charset=utf-8");

    private final @Nullable String webjar;

    public ApiBrowser() {
        webjar = webjar().orElse(null);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/docs", request -> Response.moved("/docs/"))
                        .atRoot()
                        .forAnyone()
                        .givesFile()
                        .says("Leads to the API browser."),
                get("/docs/", request -> own(""))
                        .atRoot()
                        .forAnyone()
                        .givesFile()
                        .says("The API browser."),
                get("/docs/{file}", this::file)
                        .atRoot()
                        .forAnyone()
                        .givesFile()
                        .says("Styles and scripts of the API browser."));
    }

    private Response file(Request request) {
        String name = request.segment("file");
        if (OWN.containsKey(name)) {
            return own(name);
        }
        String mediaType = ASSETS.get(name);
        if (mediaType == null || webjar == null) {
            throw WireReason.NO_SUCH_ROUTE.refuse();
        }
        return Response.file(mediaType, bytes(webjar + name).orElseThrow(WireReason.NO_SUCH_ROUTE::refuse));
    }

    private static Response own(String name) {
        String resource = name.isEmpty() ? "index.html" : name;
        return Response.file(requireNonNull(OWN.get(name)), bytes(resource).orElseThrow());
    }

    /** Where the webjar keeps its files; the path holds its version. */
    private static Optional<String> webjar() {
        return bytes(POM).map(pom -> {
            var properties = new Properties();
            try {
                properties.load(new ByteArrayInputStream(pom));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "/META-INF/resources/webjars/swagger-ui/" + properties.getProperty("version") + "/";
        });
    }

    private static Optional<byte[]> bytes(String resource) {
        try (InputStream in = ApiBrowser.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
