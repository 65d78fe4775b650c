package org.somoim.http.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.somoim.http.Call;
import org.somoim.http.Endpoint;
import org.somoim.http.limits.Proxies;

/** Something that is mounted under a path, as a Jetty handler. Leaves every other path alone. */
public final class MountHandler extends Handler.Abstract {
    private final String mount;
    private final Endpoint endpoint;
    private final Proxies proxies;

    /** @param mount such as {@code /somoim}: begins with a slash and does not end with one */
    public MountHandler(String mount, Endpoint endpoint) {
        this(mount, endpoint, Proxies.NONE);
    }

    /** @param proxies in front of this server, which are believed */
    public MountHandler(String mount, Endpoint endpoint, Proxies proxies) {
        if (!mount.matches("(?:/[A-Za-z0-9._-]+)+")) {
            throw new IllegalArgumentException("Mount it under a path such as /somoim, not \"" + mount + "\"");
        }
        this.mount = mount;
        this.endpoint = endpoint;
        this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Call whole = RouterHandler.call(request, new byte[0], proxies);
        if (!whole.path().equals(mount) && !whole.path().startsWith(mount + "/")) {
            return false;
        }
        byte[] body;
        try (InputStream in = Content.Source.asInputStream(request)) {
            body = in.readNBytes(endpoint.bodyLimit() + 1);
        } catch (IOException e) {
            boolean late = e.getCause() instanceof TimeoutException;
            Response.writeError(
                    request, response, callback, late ? HttpStatus.REQUEST_TIMEOUT_408 : HttpStatus.BAD_REQUEST_400);
            return true;
        }
        Call below = new Call(
                whole.method(),
                whole.path().substring(mount.length()),
                whole.query(),
                whole.headers(),
                body,
                whole.origin(),
                whole.mount() + mount);
        RouterHandler.write(endpoint.answer(below), response, callback);
        return true;
    }
}
