package org.somoim.http.openapi;

import static org.somoim.http.wire.Route.get;

import java.util.List;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;

/** The OpenAPI document of a route table, written once. */
public final class OpenApiRoutes implements Routes {
    private final byte[] document;

    public OpenApiRoutes(List<Route> routes, String version) {
        document = Json.write(OpenApi.of(routes, version));
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/openapi.json", request -> Response.file("application/json", document))
                .atRoot()
                .forAnyone()
                .givesFile()
                .says("This API in OpenAPI 3.1."));
    }
}
