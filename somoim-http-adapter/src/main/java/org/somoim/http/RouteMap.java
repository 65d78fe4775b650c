package org.somoim.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.BadRoute;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;

/** Which routes there are at which path. */
final class RouteMap {
    private final Step root;

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
        List<End> ends = new ArrayList<>();
        byPath.forEach((path, methods) -> ends.add(new End(segments(path), methods)));
        root = Step.of(ends, 0);
    }

    /** What is at a path. */
    record Match(Map<Method, Route> methods, Map<String, String> variables) {
        @Nullable
        Route at(Method method) {
            return methods.get(method);
        }
    }

    /** @param path decoded, as {@link Target} has it */
    Optional<Match> find(String path) {
        return path.startsWith("/")
                ? Optional.ofNullable(root.find(segments(path), 0, new ArrayList<>()))
                : Optional.empty();
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** Where a path ends, and what is there. */
    private record End(List<String> segments, Map<Method, Route> methods) {
        Match match(List<String> values) {
            var variables = new HashMap<String, String>();
            int next = 0;
            for (String segment : segments) {
                if (isVariable(segment)) {
                    variables.put(segment.substring(1, segment.length() - 1), values.get(next));
                    next++;
                }
            }
            return new Match(methods, variables);
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }
    }

    /**
     * How paths go on after some segments. By hand, because of hundreds of routes the server's own search tries one pattern
     * after another; {@code RouteMapTest} holds it to what that finds.
     *
     * @param words by the next segment; tried before {@code any}
     * @param any after whatever segment that is not empty, or null if nothing does
     * @param end if a path may end here
     */
    private record Step(
            Map<String, Step> words,
            @Nullable Step any,
            @Nullable End end) {
        static Step of(List<End> ends, int depth) {
            var byWord = new LinkedHashMap<String, List<End>>();
            List<End> others = new ArrayList<>();
            End here = null;
            for (End end : ends) {
                if (end.segments().size() == depth) {
                    here = end;
                } else if (End.isVariable(end.segments().get(depth))) {
                    others.add(end);
                } else {
                    byWord.computeIfAbsent(end.segments().get(depth), word -> new ArrayList<>())
                            .add(end);
                }
            }
            var words = new HashMap<String, Step>();
            byWord.forEach((word, below) -> words.put(word, of(below, depth + 1)));
            return new Step(words, others.isEmpty() ? null : of(others, depth + 1), here);
        }

        @Nullable
        Match find(List<String> path, int depth, List<String> values) {
            if (depth == path.size()) {
                return end == null ? null : end.match(values);
            }
            String segment = path.get(depth);
            Step word = words.get(segment);
            Match found = word == null ? null : word.find(path, depth + 1, values);
            if (found != null || any == null || segment.isEmpty()) {
                return found;
            }
            values.add(segment);
            Match below = any.find(path, depth + 1, values);
            if (below == null) {
                values.remove(values.size() - 1);
            }
            return below;
        }
    }
}
