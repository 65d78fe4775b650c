package org.somoim.http.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Answer;
import org.somoim.http.Call;
import org.somoim.http.Endpoint;
import org.somoim.http.Live;
import org.somoim.http.Router;
import org.somoim.http.SocketDoor;
import org.somoim.http.limits.Proxies;

/**
 * An endpoint, such as a router or a dashboard, as a servlet, for hosts that have a container of Jakarta Servlet 6: Tomcat,
 * Jetty, Undertow, Spring Boot. Answers every request below the path that it is mapped to, which may be {@code /*} or {@code
 * /community/*}. Sockets are opened where the container has Jakarta WebSocket 2.1 or later; elsewhere they are turned down.
 *
 * <p>The body is read as it comes. A filter in front that asks for parameters of forms does no harm, for no route takes a
 * form.
 */
public final class EndpointServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoint endpoint;
    private final transient @Nullable Live live;
    private final transient Proxies proxies;

    public EndpointServlet(Endpoint endpoint) {
        this(endpoint, null, Proxies.NONE);
    }

    /**
     * The same with sockets.
     *
     * @param live closed by whoever made it; null for none
     * @param proxies in front of the container, which are believed; {@link Proxies#NONE} where the container itself has
     *     looked at {@code X-Forwarded-For}
     */
    public EndpointServlet(Endpoint endpoint, @Nullable Live live, Proxies proxies) {
        this.endpoint = endpoint;
        this.live = live;
        this.proxies = proxies;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        byte[] body;
        try {
            // One byte more than it takes shows it that there is too much, whatever the client says of the
            // length.
            body = request.getInputStream().readNBytes(endpoint.bodyLimit() + 1);
        } catch (IOException broken) {
            write(Router.turnedDown(HttpServletResponse.SC_BAD_REQUEST, "Bad Request"), response);
            return;
        }
        Call call = call(request, body);
        if (live != null && SocketDoor.isMeant(call)) {
            Upgrade.answer(live, call, request, response);
        } else {
            write(endpoint.answer(call), response);
        }
    }

    private Call call(HttpServletRequest request, byte[] body) {
        Map<String, String> headers = headers(request);
        String mount = mount(request);
        String path = request.getRequestURI();
        return new Call(
                request.getMethod(),
                path.startsWith(mount) ? path.substring(mount.length()) : path,
                request.getQueryString(),
                headers,
                body,
                proxies.origin(request.getRemoteAddr(), headers.get("x-forwarded-for")),
                mount);
    }

    /** What stands before the paths of the router. A servlet that is mapped to everything has its whole path as its own. */
    private static String mount(HttpServletRequest request) {
        boolean isBelow = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        return request.getContextPath() + (isBelow ? request.getServletPath() : "");
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", Collections.list(request.getHeaders(name))));
        }
        return headers;
    }

    static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        // What breaks off midway is thrown on: the container cuts the connection, so that half is not taken for all.
        answer.writeTo(response.getOutputStream());
    }
}
