package org.somoim.http.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Router;
import org.somoim.http.Surroundings;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.wire.Json;
import org.somoim.http.wishes.WishRoutes;

/** What holds of a router, whichever server it is put into. */
@Covers("API-1")
public abstract class ServerContract {
    private static final String SUMI = "00000000-0000-7000-8000-000000000001";

    private final WishRoutes wishes = new WishRoutes();

    protected final Router router = new Router(
            new Surroundings(PlainTokens.trusting(new PlainTokens()), wishes.clock, wishes.memory, () -> {}),
            List.of(wishes));

    protected final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    protected URI root = URI.create("http://127.0.0.1/");

    /** @param mount such as {@code /town}; empty for the root */
    protected abstract TestServer serve(Router router, String mount);

    private TestServer server;

    @BeforeEach
    void start() {
        server = serve(router, "");
        root = server.root();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void koreanTextComesBackAsItWasSent() throws Exception {
        HttpResponse<String> made = post("{\"wish_text\": \"제주도 한라산 🏔\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("title").textValue()).isEqualTo("제주도 한라산 🏔");
        assertThat(made.headers().firstValue("Server")).isEmpty();
        assertThat(made.headers().firstValue("Set-Cookie")).isEmpty();
        String location = made.headers().firstValue("Location").orElseThrow();
        assertThat(json(send(request(location).GET())).path("title").textValue())
                .isEqualTo("제주도 한라산 🏔");
    }

    @Test
    void headAndNotModifiedHaveNoBodyAndTheConnectionGoesOn() throws Exception {
        String location =
                post("{\"wish_text\": \"눈\"}").headers().firstValue("Location").orElseThrow();
        HttpResponse<String> get = send(request(location).GET());
        String tag = get.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> head = send(request(location).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .contains("" + get.body().getBytes(StandardCharsets.UTF_8).length);

        HttpResponse<String> unchanged =
                send(request(location).header("If-None-Match", tag).GET());
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(send(request(location).DELETE()).statusCode()).isEqualTo(204);
        assertThat(send(request(location).GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void aLongAnswerIsMadeShorterOnTheWayAndIsTheSame() throws Exception {
        String location = send(request("/api/v1/wishes")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"title\": \"눈\", \"size\": \"LARGE\", \"times_over\": 1,"
                                + " \"tags\": [], \"reason\": \"" + "첫눈이 오는 날 ".repeat(200) + "\"}")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> whole = send(request(location).GET());
        HttpRequest.Builder shorter = request(location).header("Accept-Encoding", "gzip");
        HttpResponse<byte[]> packed = client.send(shorter.GET().build(), BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().allValues("Vary")).containsExactly("Authorization, Accept-Encoding");
        assertThat(packed.headers().firstValue("Content-Length")).contains("" + packed.body().length);
        assertThat(packed.body().length).isLessThan(whole.body().length() / 2);
        try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(unpacking.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(whole.body());
        }

        String tag = packed.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> unchanged =
                send(shorter.copy().header("If-None-Match", tag).GET());
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("ETag")).contains(tag);
        HttpResponse<String> head = send(shorter.copy().method("HEAD", BodyPublishers.noBody()));
        assertThat(head.headers().firstValue("Content-Length")).contains("" + packed.body().length);
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        assertThat(send(request(location).header("If-Match", tag).DELETE()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherOrNotItsLengthIsSaid() throws Exception {
        byte[] large = new byte[Router.DEFAULT_BODY_LIMIT + 1];
        for (var body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(large))))) {
            HttpResponse<String> reply = send(request("/wish/create")
                    .header("Content-Type", "application/json")
                    .POST(body));
            assertThat(reply.statusCode()).isEqualTo(413);
            assertThat(json(reply).path("code").textValue()).isEqualTo("http.body-too-large");
        }
        assertThat(post("{\"wish_text\": \"x\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void aConnectionOutlivesWhatIsRefusedOnIt() throws Exception {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            String refused = "POST /wish/create HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
            String served = "GET /api/v1/fairies HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((refused + refused + served).getBytes(StandardCharsets.US_ASCII));
            String replies = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(replies.split("HTTP/1.1 401 ", -1)).hasSize(3);
            assertThat(replies).contains("HTTP/1.1 200 ").endsWith("[]");
        }
    }

    @Test
    void manyAtOnceAreAllServed() {
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            HttpRequest call = request("/wish/create")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"wish_text\": \"소원 " + i + "\"}"))
                    .build();
            calls.add(client.sendAsync(call, BodyHandlers.ofString()).thenApply(HttpResponse::statusCode));
        }
        assertThat(calls.stream().map(CompletableFuture::join)).containsOnly(201);
    }

    @Test
    void aHostMayMountItUnderAPathOfItsOwn() throws Exception {
        try (TestServer town = serve(router, "/town")) {
            root = town.root();
            HttpResponse<String> made = send(request("/town/wish/create")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"wish_text\": \"x\"}")));
            String location = made.headers().firstValue("Location").orElseThrow();
            assertThat(location).startsWith("/town/api/v1/wishes/");
            assertThat(send(request(location).GET()).statusCode()).isEqualTo(200);
            assertThat(json(send(request("/town/nowhere").GET())).path("type").textValue())
                    .isEqualTo("/town/docs/errors/http.no-such-route");
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request("/wish/create")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    protected final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).header("Authorization", "Bearer " + SUMI);
    }

    protected final HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    protected final String raw(String bytes) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
