package org.somoim.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.http.Api;
import org.somoim.http.health.HealthRoutes;
import org.somoim.http.operations.UpkeepRoutes;
import org.somoim.http.testing.Reply;
import org.somoim.http.wire.Callers;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;

/** Every rank and every role against every call of the dashboard. What is expected is written down here once more. */
@Covers({"OPS-8", "MOD-3", "MOD-4", "SEC-6"})
@TestInstance(Lifecycle.PER_CLASS)
class DashboardMatrixTest {
    private static final Set<String> NOT_LET_THROUGH = Set.of(
            "access.not-allowed",
            "access.not-signed-in",
            "dashboard.rank-too-low",
            "dashboard.read-only",
            "dashboard.foreign-page");

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /cases/{case}/release", "{'version': 1}"),
            Map.entry("POST /cases/{case}/escalate", "{'version': 1}"),
            Map.entry("POST /cases/{case}/dismiss", "{'version': 1}"),
            Map.entry("POST /cases/{case}/snooze", "{'version': 1, 'minutes': 60}"),
            Map.entry(
                    "POST /cases/{case}/decide",
                    "{'version': 1, 'kind': 'HIDE', 'ground': 'SPAM', 'rule': 'No spam', 'facts': 'Spam'}"),
            Map.entry("POST /appeals/{appeal}/uphold", "{'words': 'It stands'}"),
            Map.entry("POST /appeals/{appeal}/overturn", "{'words': 'We were wrong'}"),
            Map.entry("POST /appeals/{appeal}/reduce", "{'until': '2026-03-03T12:00:00Z', 'words': 'Shorter'}"),
            Map.entry("POST /admin/set-aside-facts/retry", "{'listener': 'notifications', 'position': 1}"),
            Map.entry("POST /admin/backups/verification", "{'copy': 'copy-0'}"));

    private final Sitting sitting = new Sitting();
    private final Sitting onlyReading = new Sitting().under(Dashboard.Terms.PRESET.onlyReading());
    private final List<Route> calls = calls();

    private List<Route> calls() {
        List<Routes> all = new ArrayList<>(Api.capabilities(sitting.town.somoim, Tokens.NONE, sitting.town.clock));
        all.add(new HealthRoutes(sitting.town.somoim::health));
        all.add(new UpkeepRoutes(sitting.town.somoim.operations(), sitting.upkeep));
        all.add(new SessionRoutes(Rank.ADMIN, false, true));
        return new Desk(all.stream().flatMap(each -> each.routes().stream()).toList()).routes();
    }

    /** Looking is for all, but for addresses of people; due process for moderators; whatever else changes for admins. */
    private static Rank least(Route route) {
        if (route.name().equals("GET /admin/accounts")) {
            return Rank.ADMIN;
        }
        if (route.method() == Method.GET) {
            return Rank.VIEWER;
        }
        return route.pattern().matches("/(cases|proposals|appeals)/.*") ? Rank.MODERATOR : Rank.ADMIN;
    }

    private static SiteRole role(Route route) {
        return route.callers() instanceof Callers.Site site ? site.action().least() : SiteRole.USER;
    }

    private static @Nullable String refusal(Route route, SiteRole role, Rank rank, boolean readOnly) {
        if (readOnly && route.method() != Method.GET) {
            return "dashboard.read-only";
        }
        if (rank.compareTo(least(route)) < 0) {
            return "dashboard.rank-too-low";
        }
        return role.isAtLeast(role(route)) ? null : "access.not-allowed";
    }

    private static String path(Route route) {
        return route.paths().get(0).replaceAll("\\{[a-z]+}", "01978f00-0000-7000-8000-000000000001");
    }

    private void asked(Sitting at, Route route, SiteRole role, Rank rank, boolean readOnly) {
        Reply reply = at.as(role, rank).call(route.method().name(), path(route), BODIES.get(route.name()));
        String expected = refusal(route, role, rank, readOnly);
        if (expected == null) {
            assertThat(reply.answer().status())
                    .as("%s as %s at rank %s: %s", route.name(), role, rank, reply.text())
                    .isNotIn(401, 403, 405, 415, 422, 500);
            // Numbers name refusals too, those that are counted.
            if (reply.answer().status() >= 400) {
                assertThat(reply.text()).doesNotContain(NOT_LET_THROUGH);
            }
        } else {
            reply.refused(403, expected);
        }
    }

    @TestFactory
    Stream<DynamicTest> aCallIsAnsweredIfBothRankAndRoleSuffice() {
        return calls.stream()
                .map(route -> dynamicTest(route.name(), () -> {
                    for (SiteRole role : SiteRole.values()) {
                        for (Rank rank : Rank.values()) {
                            asked(sitting, route, role, rank, false);
                            asked(onlyReading, route, role, rank, true);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsAnsweredWhomTheHostDoesNotKnow() {
        return calls.stream()
                .map(route -> dynamicTest(route.name(), () -> sitting.nobody()
                        .call(route.method().name(), path(route), BODIES.get(route.name()))
                        .refused(401, "access.not-signed-in")));
    }

    /** A page from elsewhere makes the browser send whatever it sends anyway, cookies included; it cannot send the rest. */
    @TestFactory
    Stream<DynamicTest> noPageFromElsewhereChangesAnything() {
        List<Sitting.Caller> forged = List.of(
                sitting.admin().without("x-somoim-dashboard"),
                sitting.admin().without("x-somoim-dashboard", "sec-fetch-site", "origin"),
                sitting.admin().with("sec-fetch-site", "cross-site"),
                sitting.admin().with("sec-fetch-site", "same-site"),
                sitting.admin().with("sec-fetch-site", "none"),
                sitting.admin().without("sec-fetch-site").with("origin", "https://evil.example"),
                sitting.admin().without("sec-fetch-site").with("origin", "null"),
                sitting.admin().without("sec-fetch-site").with("origin", "https://ops.example.org.evil.example"),
                sitting.admin().without("sec-fetch-site").with("origin", "https://ops.example.org@evil.example"));
        return calls.stream()
                .filter(route -> route.method() != Method.GET)
                .map(route -> dynamicTest(
                        route.name(),
                        () -> forged.forEach(
                                caller -> caller.call(route.method().name(), path(route), BODIES.get(route.name()))
                                        .refused(403, "dashboard.foreign-page"))));
    }

    @TestFactory
    Stream<DynamicTest> noPageFromElsewhereMakesTheServerWorkByALink() {
        return calls.stream()
                .filter(route -> route.method() == Method.GET)
                .map(route -> dynamicTest(route.name(), () -> sitting.admin()
                        .with("sec-fetch-site", "cross-site")
                        .get(path(route))
                        .refused(403, "dashboard.foreign-page")));
    }

    @Test
    void whatIsNotAtTheDashboardIsNotThere() {
        sitting.admin().get("/api/v1/me/privacy").refused(404, "http.no-such-route");
        sitting.admin()
                .call("PUT", "/api/v1/admin/accounts/x/role", "{'role': 'ADMIN'}")
                .refused(404, "http.no-such-route");
        sitting.admin().get("/docs/").refused(404, "http.no-such-route");
        sitting.admin().get("/openapi.json").refused(404, "http.no-such-route");
    }

    @Test
    void everyChangeIsInTheTableOfBodiesOrTakesNone() {
        assertThat(calls.stream().filter(route -> route.takes() != null).map(Route::name))
                .containsExactlyInAnyOrderElementsOf(BODIES.keySet());
    }
}
