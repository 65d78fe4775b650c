package org.somoim.http.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Admission;
import org.somoim.http.live.Closing;
import org.somoim.http.live.Frame;
import org.somoim.http.live.Line;
import org.somoim.http.live.LiveHub;
import org.somoim.http.live.Outlet;

/** One WebSocket of Jetty's. Public because Jetty asks for it. */
public final class Socket implements Session.Listener.AutoDemanding {
    /** In bytes: all that a client has to say is that somebody is writing. */
    private static final int LONGEST_TEXT = 1_024;

    /** Without a sign of life, of which there is one at least at every ping. */
    private static final Duration MOST_IDLE = LiveHub.PINGED_EVERY.multipliedBy(3);

    private final LiveHub hub;
    private final Admission.Welcome welcome;
    private volatile @Nullable Line line;

    Socket(LiveHub hub, Admission.Welcome welcome) {
        this.hub = hub;
        this.welcome = welcome;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        session.setMaxTextMessageSize(LONGEST_TEXT);
        session.setMaxBinaryMessageSize(1);
        session.setIdleTimeout(MOST_IDLE);
        line = hub.open(welcome.person(), welcome.signIn(), welcome.feed(), new ToSession(session));
    }

    @Override
    public void onWebSocketText(String text) {
        Line open = line;
        if (open != null) {
            open.say(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Would be passed over in silence otherwise, however much it is. */
    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        Line open = line;
        if (open != null) {
            open.sayNoText();
        }
        callback.succeed();
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
        left();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        left();
    }

    private void left() {
        Line open = line;
        if (open != null) {
            open.left();
        }
    }

    private record ToSession(Session session) implements Outlet {
        @Override
        public void send(Frame frame, Consumer<Boolean> done) {
            if (session instanceof WebSocketSession itself) {
                // Below the API, which takes text only and would make bytes of it again for every socket.
                itself.getCoreSession()
                        .sendFrame(
                                new org.eclipse.jetty.websocket.core.Frame(OpCode.TEXT, frame.bytes()),
                                org.eclipse.jetty.util.Callback.from(
                                        () -> done.accept(true), failure -> done.accept(false)),
                                false);
            } else {
                session.sendText(frame.text(), Callback.from(() -> done.accept(true), failure -> done.accept(false)));
            }
        }

        @Override
        public void ping() {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }

        @Override
        public void close(Closing why) {
            session.close(why.code(), why.word(), Callback.NOOP);
        }

        @Override
        public void cut() {
            session.disconnect();
        }
    }
}
