package org.somoim.http.jetty;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.somoim.http.Admission;
import org.somoim.http.Call;
import org.somoim.http.Live;
import org.somoim.http.SocketDoor;
import org.somoim.http.limits.Proxies;

/** Sockets as a Jetty handler, around one that answers everything else. */
public final class SocketHandler extends Handler.Wrapper {
    private final Live live;
    private final Proxies proxies;
    private final ServerWebSocketContainer container;

    /** @param container of the server that this handler is put into */
    public SocketHandler(Live live, Proxies proxies, ServerWebSocketContainer container, Handler rest) {
        super(rest);
        this.live = live;
        this.proxies = proxies;
        this.container = container;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Call call = RouterHandler.call(request, new byte[0], proxies);
        if (!SocketDoor.isMeant(call)) {
            return super.handle(request, response, callback);
        }
        Admission admission = live.door().admit(call);
        if (admission instanceof Admission.TurnedDown turnedDown) {
            RouterHandler.write(turnedDown.answer(), response, callback);
            return true;
        }
        var welcome = (Admission.Welcome) admission;
        return container.upgrade(
                (asked, answer, done) -> {
                    answer.setAcceptedSubProtocol(welcome.protocol());
                    return new Socket(live.hub(), welcome);
                },
                request,
                response,
                callback);
    }
}
