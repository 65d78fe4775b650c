package org.somoim.http;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.BadRoute;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;

/** Which routes there are at which path. */
final class RouteMap {
    private final PathMappings<Map<Method, Route>> mappings = new PathMappings<>();

    /** @throws BadRoute if two routes are one, or an alias points nowhere */
    RouteMap(List<Route> routes) {
        Set<String> names = routes.stream().map(Route::name).collect(Collectors.toSet());
        var byPath = new LinkedHashMap<String, Map<Method, Route>>();
        var shapes = new LinkedHashMap<String, String>();
        for (Route route : routes) {
            if (route.aliasOf() != null && !names.contains(route.aliasOf())) {
                throw new BadRoute(route.name() + " is an alias of " + route.aliasOf()
                        + ", which does not exist. Name a canonical route as in \"POST /groups\".");
            }
            for (String path : route.paths()) {
                String known = shapes.putIfAbsent(path.replaceAll("\\{[^}]+}", "{}"), path);
                if (known != null && !known.equals(path)) {
                    throw new BadRoute(
                            path + " and " + known + " differ in the names of variables only. Use one name.");
                }
                if (byPath.computeIfAbsent(path, p -> new EnumMap<>(Method.class))
                                .put(route.method(), route)
                        != null) {
                    throw new BadRoute("Two routes for " + route.method() + " " + path);
                }
            }
        }
        byPath.forEach((path, methods) -> mappings.put(new UriTemplatePathSpec(path), methods));
    }

    /** What is at a path. */
    record Match(Map<Method, Route> methods, Map<String, String> variables) {
        @Nullable
        Route at(Method method) {
            return methods.get(method);
        }
    }

    Optional<Match> find(String path) {
        MatchedResource<Map<Method, Route>> matched = mappings.getMatched(path);
        if (matched == null) {
            return Optional.empty();
        }
        var template = (UriTemplatePathSpec) matched.getPathSpec();
        Map<String, String> variables = template.getPathParams(path);
        return Optional.of(new Match(matched.getResource(), variables == null ? Map.of() : variables));
    }
}
