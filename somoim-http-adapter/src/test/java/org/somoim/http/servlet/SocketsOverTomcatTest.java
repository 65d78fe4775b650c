package org.somoim.http.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.somoim.http.Api;
import org.somoim.http.Live;
import org.somoim.http.Router;
import org.somoim.http.limits.Proxies;
import org.somoim.http.servers.SocketsContract;
import org.somoim.http.servers.TestServer;
import org.somoim.http.testing.PlainTokens;
import org.somoim.limits.RateLimiter;
import org.somoim.memory.Community;

class SocketsOverTomcatTest extends SocketsContract {

    @Override
    protected TestServer serve(Router router, Live live) {
        return Tomcats.serve(new EndpointServlet(router, live, Proxies.NONE), "", "/*", true);
    }

    @Test
    void whereTheContainerHasNoSocketsThatIsSaid() throws Exception {
        var town = new Community();
        var tokens = new PlainTokens();
        Router router = Api.of(town.somoim, tokens, town.clock);
        try (Live live = Api.live(town.somoim, tokens, List.of(), RateLimiter.none(), Set.of(), town.clock);
                TestServer server = Tomcats.serve(new EndpointServlet(router, live, Proxies.NONE), "", "/*", false)) {
            var opening = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(
                            URI.create("ws://" + server.root().getAuthority() + "/api/v1/notifications"),
                            new WebSocket.Listener() {});

            assertThatThrownBy(opening::join)
                    .isInstanceOf(CompletionException.class)
                    .satisfies(thrown -> assertThat(((WebSocketHandshakeException) thrown.getCause())
                                    .getResponse()
                                    .statusCode())
                            .isEqualTo(501));
        }
    }
}
