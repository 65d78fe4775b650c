package org.somoim.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.audit.AuditFilter;
import org.somoim.audit.Deed;
import org.somoim.http.Answer;
import org.somoim.http.Api;
import org.somoim.http.Router;
import org.somoim.http.jetty.JettyHost;
import org.somoim.http.jetty.MountHandler;
import org.somoim.http.testing.PlainTokens;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Subject;
import org.somoim.posts.Post;

@Covers({"OPS-8", "MOD-4"})
class DashboardTest {
    private static final String FORMULA = "=HYPERLINK(\"https://evil.example\",\"click\")";
    private static final String SCRIPT = "<img src=x onerror=alert(1)>\"'</script>";

    private final Sitting sitting = new Sitting();

    private static String text(Answer answer) {
        return new String(answer.whole(), StandardCharsets.UTF_8);
    }

    /** Somebody said something, somebody else reported it with hostile words, and there is a case about it. */
    private JsonNode hostileCase() {
        Actor.Person owner = sitting.town.person();
        var group = sitting.town.openGroup(owner);
        Post post = sitting.town.post(owner, group);
        sitting.town
                .somoim
                .reports()
                .report(
                        sitting.town.person(),
                        new Subject(new Word("post"), post.id()),
                        Ground.SPAM,
                        Prose.of(SCRIPT + FORMULA));
        sitting.town.somoim.deliver();
        JsonNode claimed = sitting.admin().post("/api/v1/cases/next/claim").ok().json();
        return claimed.get(0);
    }

    @Test
    void theFrontPageIsForThoseWhomTheHostKnows() {
        Answer stranger = sitting.nobody().answer("GET", "/", null);
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(text(stranger)).contains("Sign in first").doesNotContain("dashboard.js");

        Answer viewer = sitting.as(SiteRole.USER, Rank.VIEWER).answer("GET", "/", null);
        assertThat(viewer.status()).isEqualTo(200);
        assertThat(text(viewer)).contains("dashboard.js");
        sitting.nobody().get("/dashboard.js").refused(401, "access.not-signed-in");
        assertThat(sitting.nobody().answer("GET", "/dashboard.css", null).status())
                .isEqualTo(200);
    }

    @Test
    void aHostThatFailsLetsNobodyIn() {
        var broken = new Dashboard(
                sitting.town.somoim,
                call -> {
                    throw new IllegalStateException("the session store is down");
                },
                sitting.town.clock);
        var call = new org.somoim.http.Call("GET", "/", null, java.util.Map.of(), new byte[0], "192.0.2.1", "");

        assertThat(broken.answer(call).status()).isEqualTo(500);
        assertThat(text(broken.answer(call))).doesNotContain("session store");
    }

    @Test
    void pagesLoadNothingFromElsewhereAndRunNoScriptOfOthers() {
        for (String file : List.of("/", "/dashboard.js", "/dashboard.css", "/words-ko.json")) {
            Answer answer = sitting.admin().answer("GET", file, null);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .contains("require-trusted-types-for 'script'")
                    .doesNotContain("unsafe", "data:", "http");
            assertThat(answer.headers())
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsEntry("Cache-Control", "private, no-cache")
                    .containsEntry("Cross-Origin-Opener-Policy", "same-origin");
        }
    }

    @Test
    void aPageThatIsKnownIsNotSentAgain() {
        Answer first = sitting.admin().answer("GET", "/dashboard.js", null);
        String tag = java.util.Objects.requireNonNull(first.headers().get("ETag"));

        Answer again = sitting.admin().with("if-none-match", tag).answer("GET", "/dashboard.js", null);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(sitting.admin().answer("HEAD", "/dashboard.js", null).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "GZIP;q=0.5", "gzip;q=1.0, identity"})
    void whoTakesPackedPagesGetsThemPacked(String taken) throws IOException {
        Answer plain = sitting.admin().answer("GET", "/dashboard.js", null);
        Answer packed = sitting.admin().with("accept-encoding", taken).answer("GET", "/dashboard.js", null);

        assertThat(packed.headers())
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Content-Length", "" + packed.body().length)
                .doesNotContainEntry("ETag", plain.headers().get("ETag"));
        assertThat(packed.body()).hasSizeLessThan(plain.body().length / 2);
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacking.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip;q=0", "gzip;q=0.00, br", "xgzip", "identity"})
    void whoDoesNotTakeThemGetsThemAsTheyAre(String taken) {
        assertThat(sitting.admin()
                        .with("accept-encoding", taken)
                        .answer("GET", "/dashboard.js", null)
                        .headers())
                .doesNotContainKey("Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../dashboard.js",
                "/%2e%2e/Dashboard.class",
                "/Dashboard.class",
                "/package-info.class",
                "/sign-in.html",
                "//dashboard.js",
                "/dashboard.js/",
                "/tables/.csv",
                "/tables/nothing.csv",
                "/tables/..%2faudit.csv",
                "/tables/session.csv",
                "/api/v1/cases/%00",
                "/api/v1/cases/x%0d%0aSet-Cookie:a=b",
                "/api/v2/health",
                "/\uFFFF"
            })
    void whatIsNotThereIsNotFoundOrMalformedAndNothingElse(String path) {
        Answer answer = sitting.admin().answer("GET", path, null);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void whatPeopleWroteGoesOutAsJsonAndNothingElse() {
        JsonNode claimed = hostileCase();

        Answer file = sitting.admin()
                .answer("GET", "/api/v1/cases/" + claimed.path("id").textValue(), null);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        assertThat(org.somoim.http.wire.Json.read(file.whole())
                        .at("/complaints/0/words")
                        .textValue())
                .isEqualTo(SCRIPT + FORMULA);
    }

    @Test
    void aDecisionIsMadeAsThePersonTheyAreAndIsInTheAuditLog() {
        JsonNode claimed = hostileCase();
        String path = "/api/v1/cases/" + claimed.path("id").textValue();
        int version = claimed.path("version").intValue();

        sitting.admin()
                .call(
                        "POST",
                        path + "/decide",
                        "{'version': %d, 'kind': 'HIDE', 'ground': 'SPAM', 'rule': '=1+1', 'facts': 'Spam'}"
                                .formatted(version))
                .ok();

        var entries = sitting.town
                .somoim
                .audit()
                .entries(
                        Actor.host("test"),
                        AuditFilter.who(sitting.person(SiteRole.ADMIN).id()),
                        Page.Ask.first(50));
        assertThat(entries.items()).extracting(entry -> entry.deed()).contains(Deed.MEASURE_TAKEN);

        Answer file = sitting.admin().answer("GET", "/tables/measures.csv", null);
        assertThat(text(file)).contains("'=1+1").doesNotContain(",=1+1");
    }

    @Test
    void whoeverIsRestrictedInTheCommunityIsNoBetterOffHere() {
        sitting.town
                .somoim
                .accounts()
                .suspend(Actor.host("test"), sitting.person(SiteRole.MODERATOR).id());

        sitting.as(SiteRole.MODERATOR, Rank.ADMIN).get("/api/v1/cases").refused(401, "access.account-closed");
    }

    @Test
    void aListIsAFileWithAllItsPages() {
        for (int i = 0; i < 60; i++) {
            sitting.town.person();
        }
        Answer file = sitting.admin().answer("GET", "/tables/accounts.csv", null);
        List<String> lines = text(file).lines().toList();

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers())
                .containsEntry("Content-Type", Csv.MEDIA_TYPE)
                .containsEntry("Content-Disposition", "attachment; filename=\"somoim-accounts.csv\"")
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKeys("Link", "ETag", "Content-Length");
        assertThat(lines.get(0)).isEqualTo("\uFEFFid,email,role,status,is_active,created_at,updated_at");
        assertThat(lines).hasSize(64).doesNotHaveDuplicates();
        assertThat(text(file)).endsWith("\r\n");
    }

    @Test
    void aFileIsRefusedWhereTheListIs() {
        sitting.as(SiteRole.ADMIN, Rank.VIEWER).get("/tables/accounts.csv").refused(403, "dashboard.rank-too-low");
        sitting.as(SiteRole.USER, Rank.ADMIN).get("/tables/audit.csv").refused(403, "access.not-allowed");
        sitting.nobody().get("/tables/audit.csv").refused(401, "access.not-signed-in");
        sitting.admin()
                .with("sec-fetch-site", "cross-site")
                .get("/tables/audit.csv")
                .refused(403, "dashboard.foreign-page");
    }

    @Test
    void everyListOfTheDashboardIsAFileToo() {
        for (String name : List.of(
                "cases",
                "proposals",
                "appeals",
                "measures",
                "restrictions",
                "audit",
                "accounts",
                "listeners",
                "facts",
                "set-aside-facts",
                "jobs",
                "numbers",
                "migrations",
                "backups",
                "peer-comparison-epochs")) {
            assertThat(sitting.admin()
                            .answer("GET", "/tables/" + name + ".csv", null)
                            .status())
                    .as(name)
                    .isEqualTo(200);
        }
    }

    @Test
    void copiesAreTakenThroughThePort() {
        sitting.admin().post("/api/v1/admin/backups").ok();

        assertThat(sitting.upkeep.copies()).hasSize(1);
        assertThat(sitting.admin().get("/api/v1/admin/backups").ok().json()).hasSize(1);
        assertThat(sitting.admin()
                        .post("/api/v1/admin/verification")
                        .ok()
                        .json()
                        .path("sound")
                        .booleanValue())
                .isTrue();
        sitting.under(Dashboard.Terms.PRESET);
        sitting.admin().post("/api/v1/admin/backups").refused(409, "operations.no-upkeep");
        assertThat(sitting.admin()
                        .get("/api/v1/session")
                        .ok()
                        .json()
                        .path("upkeep")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void aBrowserThatSaysNothingOfItselfIsTakenByItsOrigin() {
        sitting.admin()
                .without("sec-fetch-site")
                .post("/api/v1/cases/next/claim")
                .ok();
        Sitting.Caller proxied = sitting.admin().without("sec-fetch-site").with("host", "10.0.0.7:8080");
        proxied.post("/api/v1/cases/next/claim").refused(403, "dashboard.foreign-page");
        proxied.with("sec-fetch-site", "same-origin")
                .post("/api/v1/cases/next/claim")
                .ok();

        sitting.under(Dashboard.Terms.PRESET.at(Set.of("https://ops.example.org")));
        sitting.admin()
                .without("sec-fetch-site")
                .with("host", "10.0.0.7:8080")
                .post("/api/v1/cases/next/claim")
                .ok();
    }

    @Test
    void itIsFoundWhereItIsMountedAndNowhereElse() throws Exception {
        Router api = Api.of(sitting.town.somoim, new PlainTokens(), sitting.town.clock);
        var live = Api.live(sitting.town.somoim, new PlainTokens(), Set.of(), sitting.town.clock);
        Handler mounted = new MountHandler("/deep/somoim", sitting.dashboard());
        try (var host = new JettyHost(mounted, api, live, "127.0.0.1", 0)) {
            URI root = host.start();
            assertThat(get(root.resolve("/deep/somoim/")).statusCode()).isEqualTo(401);
            HttpResponse<String> led = get(root.resolve("/deep/somoim"));
            assertThat(led.statusCode()).isIn(308, 401);
            HttpResponse<String> front = get(root.resolve("/deep/somoim/dashboard.css"));
            assertThat(front.statusCode()).isEqualTo(200);
            for (String elsewhere : List.of("/somoim", "/somoim/", "/deep/somoims/", "/deep/", "/session")) {
                assertThat(get(root.resolve(elsewhere)).statusCode())
                        .as(elsewhere)
                        .isEqualTo(404);
            }
            assertThat(get(root.resolve("/health")).statusCode()).isEqualTo(200);
        } finally {
            live.close();
        }
    }

    @Test
    void itLeadsIntoItselfByARelativeLinkThatAProxyDoesNotBreak() {
        Answer led = sitting.admin().answer("GET", "", null);

        assertThat(led.status()).isEqualTo(308);
        assertThat(led.headers()).containsEntry("Location", "somoim/");
    }

    private static HttpResponse<String> get(URI where) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(where).build(), BodyHandlers.ofString());
    }
}
