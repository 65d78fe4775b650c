package org.somoim.http.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Router;
import org.somoim.http.Surroundings;
import org.somoim.http.jetty.JettyHost;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Reason;
import org.somoim.memory.Community;
import org.somoim.personaldata.Life;

/** An export goes out while it is being read. */
class ExportOverJettyTest {
    private final Community town = new Community();
    private final Life life = new Life(town, "나의.mine");

    private HttpResponse<String> get(Routes routes, String path) throws IOException, InterruptedException {
        var router = new Router(
                new Surroundings(
                        PlainTokens.trusting(new PlainTokens()), town.clock, town.ports.transactor(), () -> {}),
                List.of(routes));
        try (var host = new JettyHost(router, "127.0.0.1", 0)) {
            URI root = host.start();
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                    .header("Authorization", "Bearer " + life.person.id())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    @Test
    @Covers("PRF-14")
    void allOfItArrives() throws Exception {
        HttpResponse<String> export =
                get(new PersonalDataRoutes(town.somoim.personalData(), town.somoim.passwords()), "/api/v1/me/export");

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Length")).isEmpty();
        assertThat(export.body()).contains(life.signs());
        assertThat(Json.read(export.body().getBytes(StandardCharsets.UTF_8)).at("/sections"))
                .hasSizeGreaterThan(5);
    }

    /** Half an export must not be taken for a whole one. */
    @Test
    void whatBreaksOffIsSeenToBreakOff() {
        Routes broken = new Routes() {
            @Override
            public List<Route> routes() {
                return List.of(Route.get(
                                "/broken",
                                request -> Response.stream("text/plain", "broken", out -> {
                                    out.write("the first half".repeat(10_000).getBytes(StandardCharsets.UTF_8));
                                    throw new UncheckedIOException(new IOException("the disk is gone"));
                                }))
                        .givesFile());
            }

            @Override
            public List<? extends Reason> reasons() {
                return List.of();
            }
        };

        assertThatThrownBy(() -> get(broken, "/api/v1/broken")).isInstanceOf(IOException.class);
    }
}
