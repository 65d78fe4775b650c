package org.somoim.http.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.Map;
import org.somoim.http.Admission;
import org.somoim.http.Call;
import org.somoim.http.Live;
import org.somoim.http.Router;

/** From a request to a socket. Apart from {@link EndpointServlet}, which must load where there is no {@code jakarta.websocket}. */
final class Upgrade {
    private Upgrade() {}

    static void answer(Live live, Call call, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!(request.getServletContext().getAttribute(ServerContainer.class.getName())
                instanceof ServerContainer container)) {
            EndpointServlet.write(
                    Router.turnedDown(HttpServletResponse.SC_NOT_IMPLEMENTED, "No sockets in this container"),
                    response);
            return;
        }
        Admission admission = live.door().admit(call);
        if (admission instanceof Admission.TurnedDown turnedDown) {
            EndpointServlet.write(turnedDown.answer(), response);
            return;
        }
        try {
            container.upgradeHttpToWebSocket(
                    request, response, SocketEndpoint.of(live.hub(), (Admission.Welcome) admission), Map.of());
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }
}
