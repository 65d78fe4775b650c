package org.somoim.examples.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the demo's pages are sent, and what can never be sent. */
class SiteTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/somoim/examples/demo/site");
    private static final Server SERVER = new Server();

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        var connector = new ServerConnector(SERVER);
        connector.setHost("127.0.0.1");
        SERVER.addConnector(connector);
        SERVER.setHandler(new Site());
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    private static int port() {
        return ((NetworkConnector) SERVER.getConnectors()[0]).getLocalPort();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static List<Path> files() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFileIsSentWithItsTypeAndWithTheStrictHeaders() throws Exception {
        for (Path file : files()) {
            String name = FOLDER.relativize(file).toString();
            HttpResponse<byte[]> answer = send(request("/site/" + name));

            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(answer.body()).as(name).isEqualTo(Files.readAllBytes(file));
            assertStrict(answer);
            assertThat(answer.headers().firstValue("content-type").orElseThrow())
                    .as(name)
                    .isEqualTo(
                            switch (name.substring(name.lastIndexOf('.'))) {
                                case ".html" -> "text/html; charset=utf-8";
                                case ".css" -> "text/css; charset=utf-8";
                                case ".js" -> "text/javascript; charset=utf-8";
                                case ".json" -> "application/json";
                                default -> "image/svg+xml";
                            });
        }
    }

    private static void assertStrict(HttpResponse<byte[]> answer) {
        String policy = answer.headers().firstValue("content-security-policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("cross-origin-opener-policy")).hasValue("same-origin");
    }

    @Test
    void theRootIsTheFrontPage() throws Exception {
        assertThat(new String(send(request("/")).body(), UTF_8)).startsWith("<!doctype html>");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() throws Exception {
        String tag = send(request("/site/main.js")).headers().firstValue("etag").orElseThrow();

        HttpResponse<byte[]> same = send(request("/site/main.js").header("If-None-Match", "\"other\", W/" + tag));
        HttpResponse<byte[]> other = send(request("/site/main.js").header("If-None-Match", "\"other\""));

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertStrict(same);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("cache-control")).hasValue("private, no-cache");
    }

    @Test
    void whoeverTakesGzipGetsTheSameInLess() throws Exception {
        HttpResponse<byte[]> packed = send(request("/site/style.css").header("Accept-Encoding", "br, gzip;q=0.5"));
        HttpResponse<byte[]> plain = send(request("/site/style.css").header("Accept-Encoding", "gzip;q=0, br"));

        assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("etag"))
                .as("other bytes")
                .isNotEqualTo(plain.headers().firstValue("etag"));
        assertThat(packed.headers().firstValue("vary")).hasValue("Accept-Encoding");
        assertThat(packed.body()).hasSizeLessThan(plain.body().length / 2);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
    }

    @Test
    void headSaysHowLongItWouldBe() throws Exception {
        HttpResponse<byte[]> head = send(request("/site/main.js").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("content-length").orElseThrow())
                .isEqualTo(Files.size(FOLDER.resolve("main.js")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/site/",
                "/site/none.js",
                "/site/pages",
                "/site/pages/",
                "/site/main.js/",
                "/site//main.js",
                "/site/Main.js",
                "/site/main.class",
                "/site/.hidden.js",
                "/site/../groups.txt",
                "/site/../chatter.txt",
                "/site/pages/../main.js",
                "/site/%2e%2e/groups.txt",
                "/site/..%2fgroups.txt",
                "/site/..%5cgroups.txt",
                "/site/%6dain.js",
                "/site/main.js;x=1",
                "/site/main.js%00.css",
                "/site/....//groups.txt"
            })
    void nothingElseIsSentWhateverItIsCalled(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1");

        assertThat(answer).containsPattern("^HTTP/1\\.1 (400|404) ").doesNotContain("bukhansan", "import {");
    }

    /** As it stands, where a client would tidy the path before it sends it. */
    private static String raw(String line) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write((line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void filesAreReadAndNothingElse() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            HttpResponse<byte[]> answer =
                    send(request("/site/main.js").method(method, HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
            assertStrict(answer);
        }
    }
}
