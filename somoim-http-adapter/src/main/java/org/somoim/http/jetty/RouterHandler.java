package org.somoim.http.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.somoim.http.Answer;
import org.somoim.http.Call;
import org.somoim.http.Router;
import org.somoim.http.limits.Proxies;

/** A router as a Jetty handler. A host may put it into its own server, also under a context path. Answers every request. */
public final class RouterHandler extends Handler.Abstract {
    private final Router router;
    private final Proxies proxies;

    public RouterHandler(Router router) {
        this(router, Proxies.NONE);
    }

    /** @param proxies in front of this server, which are believed */
    public RouterHandler(Router router, Proxies proxies) {
        this.router = router;
        this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Call call;
        try {
            call = call(request);
        } catch (IOException e) {
            boolean late = e.getCause() instanceof TimeoutException;
            Response.writeError(
                    request, response, callback, late ? HttpStatus.REQUEST_TIMEOUT_408 : HttpStatus.BAD_REQUEST_400);
            return true;
        }
        write(router.answer(call), response, callback);
        return true;
    }

    static void write(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        if (answer.rest() == null) {
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
            return;
        }
        // Closed only once it is whole: the end says to the client that this is all.
        OutputStream out = Content.Sink.asOutputStream(response);
        try {
            answer.writeTo(out);
            out.close();
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    private Call call(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            // One byte more than the router takes shows it that there is too much, whatever the client says of the
            // length.
            return call(request, in.readNBytes(router.bodyLimit() + 1), proxies);
        }
    }

    static Call call(Request request, byte[] body, Proxies proxies) {
        String mount = Request.getContextPath(request);
        mount = mount == null || mount.equals("/") ? "" : mount;
        String path = request.getHttpURI().getPath();
        path = path == null ? "" : path.startsWith(mount) ? path.substring(mount.length()) : path;
        Map<String, String> headers = headers(request);
        return new Call(
                request.getMethod(),
                path,
                request.getHttpURI().getQuery(),
                headers,
                body,
                proxies.origin(Request.getRemoteAddr(request), headers.get("x-forwarded-for")),
                mount);
    }

    private static Map<String, String> headers(Request request) {
        var headers = new HashMap<String, String>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue() == null ? "" : field.getValue();
            headers.merge(field.getLowerCaseName(), value, (one, other) -> one + ", " + other);
        }
        return headers;
    }
}
