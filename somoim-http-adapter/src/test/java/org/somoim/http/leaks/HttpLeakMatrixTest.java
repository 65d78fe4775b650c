package org.somoim.http.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Api;
import org.somoim.http.Router;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.wire.Callers;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.leaks.LeakMatrixContract;
import org.somoim.leaks.Surface;
import org.somoim.limits.RateLimiter;
import org.somoim.memory.Community;

class HttpLeakMatrixTest implements LeakMatrixContract {
    /** Open to all, and about the server itself: nothing that anyone wrote is in them. */
    private static final Set<String> ABOUT_THE_SERVER = Set.of(
            "GET /health",
            "GET /social/health",
            "GET /openapi.json",
            "GET /docs",
            "GET /docs/",
            "GET /docs/{file}",
            "GET /docs/errors/",
            "GET /docs/errors/{code}",
            "GET /.well-known/jwks.json");

    @Override
    public Community town() {
        return new Community();
    }

    @Override
    public List<Surface> surfaces(Community town) {
        return HttpSurfaces.of(town, Client.of(uncounted(town)));
    }

    /** What is left of an allowance would tell one call from another. */
    private static Router uncounted(Community town) {
        return Api.of(town.somoim, new PlainTokens(), List.of(), RateLimiter.none(), town.clock);
    }

    @Test
    @Covers({"SEC-6", "TST-3"})
    void everyRouteThatReadsIsASurface() {
        Community town = new Community();
        Set<String> registered = surfaces(town).stream().map(Surface::method).collect(Collectors.toSet());
        Set<String> reading = names(town, route -> route.method() == Method.GET);
        Set<String> open = names(town, route -> route.callers() instanceof Callers.Anyone);

        reading.removeAll(ABOUT_THE_SERVER);
        assertThat(registered).as("add each to HttpSurfaces").containsAll(reading);
        assertThat(open).containsAll(ABOUT_THE_SERVER);
    }

    @Test
    @Covers({"SEC-6", "TST-3", "CHT-5", "NTF-6"})
    void everySocketIsASurface() {
        Community town = new Community();

        assertThat(surfaces(town).stream().map(Surface::method).filter(name -> name.startsWith("LIVE ")))
                .as("add each to HttpSurfaces")
                .containsOnly(Api.sockets(town.somoim).stream()
                        .flatMap(sockets -> sockets.live().stream())
                        .map(route -> "LIVE " + route.pattern())
                        .toArray(String[]::new));
    }

    private static Set<String> names(Community town, Predicate<Route> wanted) {
        return Api.complete(town.somoim::health, Api.capabilities(town.somoim, new PlainTokens(), town.clock)).stream()
                .flatMap(routes -> routes.routes().stream())
                .filter(wanted)
                .map(Route::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
