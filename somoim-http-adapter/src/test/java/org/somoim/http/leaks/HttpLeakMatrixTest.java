package org.somoim.http.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.wire.Callers;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.leaks.LeakMatrixContract;
import org.somoim.leaks.Surface;
import org.somoim.memory.Community;

class HttpLeakMatrixTest implements LeakMatrixContract {
    /** About the server itself: nothing that anyone wrote is in them. */
    private static final Set<String> ABOUT_THE_SERVER = Set.of();

    @Override
    public Community town() {
        return new Community();
    }

    @Override
    public List<Surface> surfaces(Community town) {
        Routes[] api = api(town).toArray(Routes[]::new);
        return HttpSurfaces.of(town, Client.of(town.clock, town.ports.transactor(), api));
    }

    private static List<Routes> api(Community town) {
        return Api.complete(town.somoim::health, Api.capabilities(town.somoim, new PlainTokens(), town.clock));
    }

    @Test
    @Covers({"SEC-6", "TST-3"})
    void everyRouteThatReadsIsASurface() {
        Community town = new Community();
        Set<String> registered = surfaces(town).stream().map(Surface::method).collect(Collectors.toSet());
        Set<String> reading = api(town).stream()
                .flatMap(routes -> routes.routes().stream())
                .filter(route -> route.method() == Method.GET)
                .filter(route -> !isAboutTheServer(route))
                .map(Route::name)
                .collect(Collectors.toSet());

        assertThat(registered).as("add each to HttpSurfaces").containsAll(reading);
        assertThat(ABOUT_THE_SERVER).isSubsetOf(open(town));
    }

    private static boolean isAboutTheServer(Route route) {
        return route.callers() instanceof Callers.Anyone && ABOUT_THE_SERVER.contains(route.name());
    }

    private static Set<String> open(Community town) {
        return api(town).stream()
                .flatMap(routes -> routes.routes().stream())
                .filter(route -> route.callers() instanceof Callers.Anyone)
                .map(Route::name)
                .collect(Collectors.toSet());
    }
}
