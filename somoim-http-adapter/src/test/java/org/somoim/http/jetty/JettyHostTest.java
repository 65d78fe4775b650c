package org.somoim.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.jetty.server.handler.ContextHandler;
import org.junit.jupiter.api.Test;
import org.somoim.http.Router;
import org.somoim.http.servers.ServerContract;
import org.somoim.http.servers.TestServer;

class JettyHostTest extends ServerContract {

    @Override
    protected TestServer serve(Router router, String mount) {
        var handler = new RouterHandler(router);
        var host = new JettyHost(mount.isEmpty() ? handler : new ContextHandler(handler, mount), "127.0.0.1", 0);
        return TestServer.of(host.start(), host);
    }

    @Test
    void whatJettyItselfTurnsDownIsABareProblem() throws Exception {
        for (String hostile : new String[] {
            "GET / HTTP/1.1\r\n\r\n",
            "GET /%2e%2e/x HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n",
            "GET / HTTP/3.7\r\nHost: x\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n",
            "POST /wish/create HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
        }) {
            String reply = raw(hostile);
            String shown = hostile.substring(0, Math.min(60, hostile.length()));
            assertThat(reply).as(shown).containsPattern("^HTTP/1\\.1 (?:4[0-9][0-9]|505) ");
            assertThat(reply).as(shown).contains("application/problem+json").contains("nosniff");
            assertThat(reply).as(shown).doesNotContainIgnoringCase("jetty").doesNotContain("java", "\tat ");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidPlainly() {
        assertThatThrownBy(() -> new JettyHost(router, "127.0.0.1", root.getPort()).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("127.0.0.1:" + root.getPort())
                .hasMessageContaining("Is the port taken?");
    }
}
