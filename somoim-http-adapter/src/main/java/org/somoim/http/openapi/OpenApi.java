package org.somoim.http.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.somoim.http.wire.Callers;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Param;
import org.somoim.http.wire.Problem;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Upload;

/** Writes a route table down as an OpenAPI 3.1 document. */
public final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final Schemas schemas = new Schemas();
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    private OpenApi() {}

    /** @param routes those that give files are left out */
    public static ObjectNode of(List<Route> routes, String version) {
        return new OpenApi().written(routes, version);
    }

    private ObjectNode written(List<Route> routes, String version) {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Somoim")
                .put("version", version)
                .put(
                        "description",
                        "The community layer. Whatever is refused is a problem (RFC 9457) with a stable code;"
                                + " whatever is read has an ETag; lists lead on through a Link header.");
        // Relative to this document, so that it holds wherever the API is mounted.
        root.putArray("servers").addObject().put("url", "./");
        ObjectNode paths = root.putObject("paths");
        routes.stream()
                .filter(route -> route.gives().shape() != Route.Shape.FILE)
                .forEach(route -> route.paths().forEach(path -> {
                    ObjectNode item = paths.withObject("/" + escaped(path));
                    item.set(route.method().name().toLowerCase(Locale.ROOT), operation(route, path));
                }));
        ObjectNode components = root.putObject("components");
        ObjectNode problem = components.putObject("responses").putObject("Problem");
        problem.put("description", "Refused, or failed; the code says why");
        problem.putObject("content")
                .putObject("application/problem+json")
                .set("schema", schemas.reference(Problem.class));
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        components.set("schemas", schemas.all());
        return root;
    }

    private ObjectNode operation(Route route, String path) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("summary", route.summary());
        operation.put("operationId", (route.method() + path).replaceAll("[^A-Za-z0-9]+", "-"));
        operation.putArray("tags").add(tag(route));
        if (route.aliasOf() != null) {
            operation.put("description", "Another name of " + route.aliasOf() + ".");
        } else if (route.callers() instanceof Callers.In in) {
            operation.put("description", "Needs " + in.action().name() + " there.");
        } else if (route.callers() instanceof Callers.Site site) {
            operation.put("description", "Needs the role " + site.action().least() + ".");
        }
        if (!(route.callers() instanceof Callers.Anyone)) {
            operation.putArray("security").addObject().putArray("token");
        }
        ArrayNode parameters = operation.putArray("parameters");
        VARIABLE.matcher(path).results().forEach(variable -> parameters
                .addObject()
                .put("name", variable.group(1))
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string"));
        for (Param param : route.params()) {
            parameters
                    .addObject()
                    .put("name", param.name())
                    .put("in", "query")
                    .set("schema", Schemas.parameter(param.type()));
        }
        if (route.takes() != null) {
            ObjectNode content =
                    operation.putObject("requestBody").put("required", true).putObject("content");
            Upload upload = route.takes().getAnnotation(Upload.class);
            if (upload != null) {
                content.putObject(upload.value()).putObject("schema").put("type", "string");
            } else {
                String mediaType = route.method() == Method.PATCH ? "application/merge-patch+json" : "application/json";
                content.putObject(mediaType).set("schema", schemas.reference(route.takes()));
            }
        }
        answers(route, operation.putObject("responses"));
        return operation;
    }

    private void answers(Route route, ObjectNode responses) {
        Route.Gives gives = route.gives();
        ObjectNode good = responses.putObject(Integer.toString(gives.status()));
        good.put("description", gives.shape() == Route.Shape.NOTHING ? "Done" : "What was asked for");
        if (gives.view() != null) {
            ObjectNode one = schemas.reference(gives.view());
            ObjectNode schema = good.putObject("content").putObject("application/json");
            if (gives.shape() == Route.Shape.ONE) {
                schema.set("schema", one);
            } else {
                schema.putObject("schema").put("type", "array").set("items", one);
            }
        }
        if (gives.shape() == Route.Shape.PAGE) {
            good.putObject("headers")
                    .putObject("Link")
                    .put("description", "Leads to the next page, rel=\"next\"; absent on the last")
                    .putObject("schema")
                    .put("type", "string");
        }
        if (route.method() == Method.GET) {
            responses.putObject("304").put("description", "Unchanged since the ETag in If-None-Match");
        }
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private static String tag(Route route) {
        return route.pattern().split("/")[1];
    }

    /** For a JSON pointer. */
    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }
}
