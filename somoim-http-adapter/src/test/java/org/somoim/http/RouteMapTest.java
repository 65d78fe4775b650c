package org.somoim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.memory.Community;

@Covers("API-1")
class RouteMapTest {
    private final Community town = new Community();
    private final List<Route> routes =
            Api.complete(town.somoim::health, Api.capabilities(town.somoim, new PlainTokens(), town.clock)).stream()
                    .flatMap(capability -> capability.routes().stream())
                    .toList();

    /** Every path of the API, with words of other paths in the places of its variables, and paths that are nearly right. */
    private Set<String> paths() {
        Set<String> patterns = new LinkedHashSet<>();
        routes.forEach(route -> patterns.addAll(route.paths()));
        Map<String, Set<String>> words = new LinkedHashMap<>();
        patterns.forEach(pattern -> {
            String[] segments = pattern.split("/", -1);
            for (int i = 1; i < segments.length; i++) {
                words.computeIfAbsent(before(segments, i), start -> new LinkedHashSet<>())
                        .add(segments[i].startsWith("{") ? "한 글자" : segments[i]);
            }
        });
        Set<String> paths = new LinkedHashSet<>();
        for (String pattern : patterns) {
            List<String> begun = List.of("");
            String[] segments = pattern.split("/", -1);
            for (int i = 1; i < segments.length; i++) {
                String segment = segments[i];
                Set<String> beside = new LinkedHashSet<>(words.getOrDefault(before(segments, i), Set.of()));
                Stream<String> next = segment.startsWith("{") ? beside.stream() : Stream.of(segment);
                List<String> known = begun;
                begun = next.flatMap(word -> known.stream().map(start -> start + "/" + word))
                        .toList();
            }
            for (String path : begun) {
                paths.addAll(List.of(path, path + "/", path + "/x", path.substring(0, path.lastIndexOf('/') + 1)));
            }
        }
        return paths;
    }

    private static String before(String[] segments, int end) {
        return String.join("/", List.of(segments).subList(0, end)).replaceAll("\\{[^}]+}", "{}");
    }

    @Test
    void whatIsFoundIsWhatTheServersOwnSearchFinds() {
        var byPath = new LinkedHashMap<String, Map<Method, Route>>();
        routes.forEach(
                route -> route.paths().forEach(path -> byPath.computeIfAbsent(path, p -> new EnumMap<>(Method.class))
                        .put(route.method(), route)));
        var theirs = new PathMappings<Map<Method, Route>>();
        byPath.forEach((path, methods) -> theirs.put(new UriTemplatePathSpec(path), methods));
        var ours = new RouteMap(routes);
        List<String> different = new ArrayList<>();
        Set<String> paths = paths();

        for (String path : paths) {
            MatchedResource<Map<Method, Route>> matched = theirs.getMatched(path);
            Optional<RouteMap.Match> expected = Optional.ofNullable(matched)
                    .map(found -> new RouteMap.Match(
                            found.getResource(),
                            Optional.ofNullable(((UriTemplatePathSpec) found.getPathSpec()).getPathParams(path))
                                    .orElse(Map.of())));
            if (!ours.find(path).equals(expected)) {
                different.add(path);
            }
        }

        assertThat(paths).hasSizeGreaterThan(1_000);
        assertThat(different).isEmpty();
    }

    @Test
    void aWordIsTriedBeforeAVariableAndAVariableWhereTheWordLeadsNowhere() {
        var map = new RouteMap(Stream.of("/a/{x}/c", "/a/b/{y}", "/a/b/{y}/d", "/a/{x}/c/e/")
                .map(pattern ->
                        Route.get(pattern, request -> Response.nothing()).atRoot())
                .toList());

        assertThat(map.find("/a/b/c").orElseThrow().variables()).isEqualTo(Map.of("y", "c"));
        assertThat(map.find("/a/z/c").orElseThrow().variables()).isEqualTo(Map.of("x", "z"));
        assertThat(map.find("/a/b/c/e/").orElseThrow().variables()).isEqualTo(Map.of("x", "b"));
        assertThat(map.find("/a/b/c/e")).isEmpty();
        assertThat(map.find("/a//c")).isEmpty();
        assertThat(map.find("/a/b")).isEmpty();
        assertThat(map.find("a/b/c")).isEmpty();
        assertThat(map.find("")).isEmpty();
    }
}
