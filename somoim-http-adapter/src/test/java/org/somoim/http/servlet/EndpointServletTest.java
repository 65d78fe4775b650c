package org.somoim.http.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.somoim.http.Router;
import org.somoim.http.servers.ServerContract;
import org.somoim.http.servers.TestServer;

class EndpointServletTest extends ServerContract {

    @Override
    protected TestServer serve(Router router, String mount) {
        return Tomcats.serve(new EndpointServlet(router), mount, "/*", false);
    }

    @Test
    void itMayBeMappedToAPathOfAContextOrToAllThatNobodyElseTakes() throws Exception {
        try (TestServer below = Tomcats.serve(new EndpointServlet(router), "/shop", "/community/*", false);
                TestServer rest = Tomcats.serve(new EndpointServlet(router), "/shop", "/", false)) {
            root = below.root();
            assertThat(made("/shop/community/wish/create")).startsWith("/shop/community/api/v1/wishes/");
            root = rest.root();
            assertThat(made("/shop/wish/create")).startsWith("/shop/api/v1/wishes/");
        }
    }

    private String made(String path) throws Exception {
        HttpResponse<String> made = send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"wish_text\": \"별\"}")));
        String location = made.headers().firstValue("Location").orElseThrow();
        assertThat(json(send(request(location).GET())).path("title").textValue())
                .isEqualTo("별");
        return location;
    }

    @Test
    void aPathThatIsWrittenOtherwiseLeadsNowhere() throws Exception {
        try (TestServer below = Tomcats.serve(new EndpointServlet(router), "", "/community/*", false)) {
            root = below.root();

            for (String path : new String[] {"/%63ommunity/api/v1/fairies", "/community/../community/api/v1/fairies"}) {
                assertThat(get(path)).containsPattern("^HTTP/1\\.1 40[04] ");
            }
            assertThat(get("/community/api/v1/fairies")).startsWith("HTTP/1.1 200 ");
        }
    }

    private String get(String path) throws IOException {
        return raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }
}
