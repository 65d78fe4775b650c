package org.somoim.http.jetty;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A door of its own for operators: {@code /metrics}, and nothing else. Not a route of the community, so that no proxy in
 * front of the community leads there; and without log-in, because those who collect numbers have none. Who may reach the port
 * is for the network to say.
 */
public final class MetricsHost implements AutoCloseable {
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final String PATH = "/metrics";

    private final JettyHost jetty;

    /**
     * Listens to this machine only.
     *
     * @param text in the text format of Prometheus, made anew for each call
     * @param port 0 for any that is free
     */
    public MetricsHost(Supplier<String> text, int port) {
        this(text, THIS_MACHINE, port);
    }

    /**
     * Where the collector is on another machine.
     *
     * @param host address to listen on; one that the public does not reach
     */
    public MetricsHost(Supplier<String> text, String host, int port) {
        jetty = new JettyHost(new Text(text), host, port);
    }

    /**
     * Begins to listen.
     *
     * @return where the numbers are
     * @throws IllegalStateException if it cannot, such as because the port is taken
     */
    public URI start() {
        return jetty.start().resolve(PATH);
    }

    @Override
    public void close() {
        jetty.close();
    }

    private static final class Text extends Handler.Abstract {
        private final Supplier<String> text;

        Text(Supplier<String> text) {
            this.text = text;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!request.getHttpURI().getPath().equals(PATH)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                return true;
            }
            if (!request.getMethod().equals("GET")) {
                Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
                return true;
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            response.write(true, ByteBuffer.wrap(text.get().getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
