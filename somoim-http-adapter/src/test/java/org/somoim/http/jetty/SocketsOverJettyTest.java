package org.somoim.http.jetty;

import org.somoim.http.Live;
import org.somoim.http.Router;
import org.somoim.http.servers.SocketsContract;
import org.somoim.http.servers.TestServer;

class SocketsOverJettyTest extends SocketsContract {

    @Override
    protected TestServer serve(Router router, Live live) {
        var host = new JettyHost(router, live, "127.0.0.1", 0);
        return TestServer.of(host.start(), host);
    }
}
