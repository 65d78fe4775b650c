package org.somoim.http.jetty;

import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Live;
import org.somoim.http.Router;
import org.somoim.http.limits.Proxies;

/**
 * A small server around a router, for those who have none of their own. Speaks HTTP/1.1 in the clear: TLS, and the {@code
 * Strict-Transport-Security} header that belongs to it, are for a proxy in front or for a host that puts a {@link
 * RouterHandler} into its own server.
 */
public final class JettyHost implements AutoCloseable {
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final Duration MOST_IDLE = Duration.ofSeconds(30);

    /** How long calls in progress have to end. */
    private static final Duration MOST_STOPPING = Duration.ofSeconds(5);

    private final Server server = new Server();
    private final ServerConnector connector;

    /**
     * @param host address to listen on, such as {@code 127.0.0.1}
     * @param port 0 for any that is free
     */
    public JettyHost(Router router, String host, int port) {
        this(new RouterHandler(router), host, port);
    }

    /**
     * The same with sockets.
     *
     * @param live closed by whoever made it, before this
     */
    public JettyHost(Router router, Live live, String host, int port) {
        this(new RouterHandler(router), live, host, port);
    }

    /**
     * The same with pages of the host's own beside the API.
     *
     * @param pages asked first; leaves alone what is not its
     */
    public JettyHost(Handler pages, Router router, Live live, String host, int port) {
        this(new Handler.Sequence(pages, new RouterHandler(router)), live, host, port);
    }

    JettyHost(Handler handler, String host, int port) {
        this(handler, null, host, port);
    }

    private JettyHost(Handler handler, @Nullable Live live, String host, int port) {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(MOST_HEADER_BYTES);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(MOST_IDLE.toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new BareErrors());
        server.setHandler(new GracefulHandler(
                live == null
                        ? handler
                        : new SocketHandler(live, Proxies.NONE, ServerWebSocketContainer.ensure(server), handler)));
        server.setStopTimeout(MOST_STOPPING.toMillis());
    }

    /**
     * Begins to listen.
     *
     * @return the address of the root
     * @throws IllegalStateException if it cannot, such as because the port is taken
     */
    public URI start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException(
                    "Cannot listen on " + connector.getHost() + ":" + connector.getPort()
                            + ". Is the port taken? Choose another, or 0 for any that is free.",
                    e);
        }
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort() + "/");
    }

    /** Ends calls in progress, then stops listening. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop cleanly", e);
        }
    }
}
