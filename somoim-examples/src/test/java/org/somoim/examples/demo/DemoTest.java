package org.somoim.examples.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.kernel.StartFailure;

/** The demo as somebody who tries it meets it: over HTTP, on a file. */
class DemoTest {
    @TempDir
    static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Demo demo;

    @BeforeAll
    static void settle() {
        long begun = System.nanoTime();
        try (Demo first = start()) {
            assertThat(first.isNew()).isTrue();
            System.out.printf("The demo's first start took %d ms%n", millisSince(begun));
        }
        begun = System.nanoTime();
        start().close();
        System.out.printf("The demo's second start and its end took %d ms%n", millisSince(begun));
    }

    @BeforeEach
    void goOn() {
        demo = start();
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    private static Demo start() {
        return Demo.start(new DemoSettings(folder, 0));
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    @Test
    void everyLoginItPrintsLetsIn() throws Exception {
        String banner = demo.banner(Duration.ofMillis(1234));

        assertThat(banner).contains(demo.address() + "docs/", "Ctrl-C", folder.toString());
        for (Login login : Login.values()) {
            assertThat(banner).contains(login.email().value(), login.password().value());
            assertThat(get("api/v1/me/account", token(login)).body()).contains("\"role\":\"" + login.role() + "\"");
        }
    }

    @Test
    void aMemberReadsTheirGroupsAndWhatIsSaidThere() throws Exception {
        String token = token(Login.MEMBER);
        String groups = get("api/v1/me/groups", token).body();
        String hiking = get("api/v1/groups?category=hiking", token).body();
        String posts = get("api/v1/groups/" + id(hiking) + "/posts", token).body();

        assertThat(groups).contains("주말 북한산", "Tuesday Tables", "우리집 단톡 말고 여기");
        assertThat(posts).contains("도시락 품평회", "<strong>");
        assertThat(get("api/v1/posts/" + id(posts) + "/comments", token).statusCode())
                .isEqualTo(200);
        assertThat(get("api/v1/notifications?unread=true", token).body()).contains("\"is_read\":false");
    }

    @Test
    void whatIsWrittenIsThereAfterTheNextStartAndNothingElseIsAdded() throws Exception {
        String token = token(Login.MEMBER);
        String posts = "api/v1/groups/"
                + id(get("api/v1/groups?category=hiking", token).body()) + "/posts";
        assertThat(post(posts, "{\"body\":\"내일도 갑니다\"}", token).statusCode()).isEqualTo(201);
        String before = get(posts, token).body();

        demo.close();
        demo = start();

        assertThat(demo.isNew()).isFalse();
        assertThat(get(posts, token).body())
                .as("the token still holds, too")
                .isEqualTo(before)
                .contains("내일도 갑니다");
    }

    @Test
    void itSaysHowItIsAndWhatCanBeAsked() throws Exception {
        assertThat(get("health", "").body()).contains("\"status\":\"healthy\"", "\"facts_waiting\":0");
        assertThat(get("openapi.json", "").body()).contains("\"openapi\":\"3.1", "/api/v1/groups");
        assertThat(get("docs/", "").body()).contains("<html");
    }

    @Test
    @Covers("OPS-5")
    void itsNumbersAreForThisMachineAtADoorOfTheirOwn() throws Exception {
        get("api/v1/groups?category=hiking", token(Login.MEMBER));
        HttpResponse<String> numbers =
                client.send(HttpRequest.newBuilder(demo.metrics()).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(numbers.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(numbers.body())
                .contains("# TYPE somoim_changes_seconds histogram")
                .containsPattern(
                        "somoim_http_calls_seconds_count\\{method=\"get\",route=\"/groups\",status=\"2xx\"} [1-9]")
                .contains("jvm_memory_used_bytes", "process_cpu_usage", "process_uptime_seconds");
        assertThat(demo.metrics().getHost()).isEqualTo("127.0.0.1");
        assertThat(get("metrics", "").statusCode()).isEqualTo(404);
        assertThat(get("api/v1/metrics", token(Login.ADMIN)).statusCode()).isEqualTo(404);
        URI elsewhere = demo.metrics().resolve("/health");
        assertThat(client.send(HttpRequest.newBuilder(elsewhere).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void itsPagesAreAtTheRootAndItsApiWhereItWas() throws Exception {
        assertThat(get("", "").body()).startsWith("<!doctype html>");
        assertThat(get("site/none.js", "").statusCode()).isEqualTo(404);
        assertThat(get("none", "").body()).contains("http.no-such-route");
        assertThat(get("", "").headers().firstValue("server")).isEmpty();
    }

    @Test
    void anAddressIsDrawnForTelephones() throws Exception {
        HttpResponse<String> drawn = post("demo/qr", "{\"text\":\"https://example.org/calendar/x.ics\"}", "");

        assertThat(drawn.statusCode()).isEqualTo(200);
        assertThat(drawn.body()).startsWith("{\"rows\":[\"1111111");
        for (String wrong :
                new String[] {"{\"text\":\"\"}", "{\"text\":7}", "{\"text\":\"" + "x".repeat(2_000) + "\"}", ""}) {
            assertThat(post("demo/qr", wrong, "").statusCode()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void itsClockGoesForwardForTheWholeCommunityAndOnlyWhenAskedInJson() throws Exception {
        Instant before = Instant.parse(
                first("\"now\":\"([^\"]+)\"", get("demo/state", "").body()));

        assertThat(send(
                                HttpRequest.newBuilder(address("demo/clock"))
                                        .header("Content-Type", "text/plain")
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"minutes\":60}")),
                                "")
                        .statusCode())
                .isEqualTo(415);
        for (String wrong : new String[] {"{\"minutes\":-1}", "{\"minutes\":99999999}", "{}", "soon", ""}) {
            assertThat(post("demo/clock", wrong, "").statusCode()).as(wrong).isEqualTo(422);
        }
        assertThat(post("demo/clock", "{\"minutes\":120}", "").statusCode()).isEqualTo(200);

        Instant after = Instant.parse(
                first("\"now\":\"([^\"]+)\"", get("demo/state", "").body()));
        assertThat(Duration.between(before, after)).isBetween(Duration.ofMinutes(120), Duration.ofMinutes(125));
        String token = token(Login.MEMBER);
        String posts = "api/v1/groups/"
                + id(get("api/v1/groups?category=hiking", token).body()) + "/posts";
        String written = post(posts, "{\"body\":\"later\"}", token).body();
        assertThat(Instant.parse(first("\"created_at\":\"([^\"]+)\"", written))).isAfterOrEqualTo(after);
    }

    @Test
    void whoeverSignsUpFindsTheirLetterInItsLetterbox() throws Exception {
        String body =
                "{\"email\":\"newcomer@example.org\",\"password\":\"a row of quiet lanterns\",\"display_name\":\"New\"}";
        assertThat(post("api/v1/accounts", body, "").statusCode()).isEqualTo(202);

        String letters = get("demo/letters?to=newcomer@example.org", "").body();
        String secret = first("\\\\n([A-Za-z0-9_-]{30,})\\\\n", letters);

        assertThat(post("api/v1/confirmations", "{\"secret\":\"" + secret + "\"}", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("demo/letters?to=nobody@example.org", "").body()).isEqualTo("[]");
    }

    @Test
    void nobodyTalksByThemselvesWhereTheSettingSaysSo() {
        assertThat(DemoSettings.of(properties("somoim.demo.bot", "false")).bot())
                .isFalse();
        assertThatThrownBy(() -> DemoSettings.of(properties("somoim.demo.bot", "maybe")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("-Dsomoim.demo.bot");
    }

    @Test
    void everyExampleInItsDocumentationWorks() throws Exception {
        assumeTrue(has("bash") && has("curl"), "needs bash and curl");
        String examples = Pattern.compile("(?s)```sh\n(.*?)```")
                .matcher(Files.readString(Path.of("../docs/demo.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```sh\n", "").replace("```", ""))
                .collect(Collectors.joining());
        String script = "set -euo pipefail\ncurl() { command curl --fail-with-body \"$@\"; }\n"
                + examples.replace("http://localhost:8080/", demo.address().toString());

        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), UTF_8);

        assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(bash.exitValue()).as(said).isZero();
        assertThat(said).contains("갈게요", "\"status\":\"REQUESTED\"", "\"openapi\"");
    }

    private static boolean has(String program) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aSecondDemoInTheSameFolderIsTurnedAwayAndTheFirstGoesOn() throws Exception {
        assertThatThrownBy(DemoTest::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Another demo is running in this folder")
                .hasMessageContaining("-Dsomoim.demo.folder");

        assertThat(get("health", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenIsNamedWithTheFixAndTheFolderIsLetGo() throws Exception {
        demo.close();
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var settings = new DemoSettings(folder, taken.getLocalPort());

            assertThatThrownBy(() -> Demo.start(settings))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("-Dsomoim.demo.port=" + taken.getLocalPort())
                    .hasMessageContaining("mvn -Pdemo -Dsomoim.demo.port=0");
        }

        demo = start();
        assertThat(get("health", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyThatIsMissingIsNotMadeAnew() throws Exception {
        demo.close();
        Path key = folder.resolve("password.key");
        Path away = folder.resolve("password.key.away");
        Files.move(key, away);
        try {
            assertThatThrownBy(DemoTest::start).isInstanceOf(StartFailure.class).hasMessageContaining(key.toString());
        } finally {
            Files.move(away, key);
        }
        demo = start();
    }

    @Test
    void itsKeysAreForItsOwnerOnly() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));

        for (String key : new String[] {"password.key", "token.key"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void itsSettingsHaveDefaultsAndAreCheckedByName() {
        assertThat(DemoSettings.of(new Properties()))
                .isEqualTo(new DemoSettings(Path.of("demo-data").toAbsolutePath(), 8080, 8081, true));
        assertThatThrownBy(() -> DemoSettings.of(properties("somoim.demo.prt", "1")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("somoim.demo.prt");
        for (String wrong : new String[] {"65536", "-1", "eighty", ""}) {
            assertThatThrownBy(() -> DemoSettings.of(properties("somoim.demo.port", wrong)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("-Dsomoim.demo.port");
        }
    }

    private static Properties properties(String key, String value) {
        var properties = new Properties();
        properties.setProperty(key, value);
        return properties;
    }

    private String token(Login login) throws Exception {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(login.email().value(), login.password().value());
        return first(
                "\"access_token\":\"([^\"]+)\"",
                post("api/v1/sessions", body, "").body());
    }

    private static String id(String json) {
        return first("\"id\":\"([^\"]+)\"", json);
    }

    private static String first(String pattern, String json) {
        return Pattern.compile(pattern)
                .matcher(json)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + json))
                .group(1);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(address(path)).GET(), token);
    }

    private HttpResponse<String> post(String path, String json, String token) throws Exception {
        return send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) throws Exception {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return demo.address().resolve(path);
    }
}
