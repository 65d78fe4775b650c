package org.somoim.http.servers;

import java.net.URI;

/** A server that has been started on a free port. */
public interface TestServer extends AutoCloseable {
    URI root();

    /** @param server to be closed with it */
    static TestServer of(URI root, AutoCloseable server) {
        return new TestServer() {
            @Override
            public URI root() {
                return root;
            }

            @Override
            public void close() throws Exception {
                server.close();
            }
        };
    }
}
