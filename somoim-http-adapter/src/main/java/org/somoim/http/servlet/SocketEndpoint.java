package org.somoim.http.servlet;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Admission;
import org.somoim.http.live.Closing;
import org.somoim.http.live.Frame;
import org.somoim.http.live.Line;
import org.somoim.http.live.LiveHub;
import org.somoim.http.live.Outlet;

/** One WebSocket of a servlet container. Who may open it has been asked before. */
final class SocketEndpoint extends Endpoint {
    /** In characters: all that a client has to say is that somebody is writing. */
    private static final int LONGEST_TEXT = 1_024;

    /** Without a sign of life, of which there is one at least at every ping. */
    private static final Duration MOST_IDLE = LiveHub.PINGED_EVERY.multipliedBy(3);

    /** How long Tomcat waits for room to send a ping or a farewell; others take no notice of it. */
    private static final String TOMCAT_WAITS = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private static final Duration MOST_WAITING = Duration.ofSeconds(1);

    private final LiveHub hub;
    private final Admission.Welcome welcome;
    private volatile @Nullable Line line;

    private SocketEndpoint(LiveHub hub, Admission.Welcome welcome) {
        this.hub = hub;
        this.welcome = welcome;
    }

    /** What a container asks for to open one socket. */
    static ServerEndpointConfig of(LiveHub hub, Admission.Welcome welcome) {
        return ServerEndpointConfig.Builder.create(SocketEndpoint.class, "/")
                .configurator(new ForOne(new SocketEndpoint(hub, welcome), welcome.protocol()))
                .build();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxTextMessageBufferSize(LONGEST_TEXT);
        session.setMaxIdleTimeout(MOST_IDLE.toMillis());
        session.getUserProperties().put(TOMCAT_WAITS, MOST_WAITING.toMillis());
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::say);
        // Would be passed over in silence otherwise.
        session.addMessageHandler(ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) bytes -> sayNoText());
        line = hub.open(welcome.person(), welcome.signIn(), welcome.feed(), new ToSession(session));
    }

    private void say(String text) {
        Line open = line;
        if (open != null) {
            open.say(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void sayNoText() {
        Line open = line;
        if (open != null) {
            open.sayNoText();
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        left();
    }

    @Override
    public void onError(Session session, Throwable cause) {
        left();
    }

    private void left() {
        Line open = line;
        if (open != null) {
            open.left();
        }
    }

    /** Gives the one endpoint, and names the protocol that was agreed upon. */
    private static final class ForOne extends ServerEndpointConfig.Configurator {
        private final SocketEndpoint endpoint;
        private final @Nullable String protocol;

        ForOne(SocketEndpoint endpoint, @Nullable String protocol) {
            this.endpoint = endpoint;
            this.protocol = protocol;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }

        @Override
        public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
            return protocol == null ? "" : protocol;
        }

        /** {@link org.somoim.http.SocketDoor} has looked at it. */
        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }
    }

    private record ToSession(Session session) implements Outlet {
        @Override
        public void send(Frame frame, Consumer<Boolean> done) {
            try {
                session.getAsyncRemote().sendText(frame.text(), sent -> done.accept(sent.isOK()));
            } catch (IllegalStateException gone) {
                done.accept(false);
            }
        }

        @Override
        public void ping() {
            try {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            } catch (IOException | IllegalStateException gone) {
                cut();
            }
        }

        @Override
        public void close(Closing why) {
            end(new CloseReason(CloseReason.CloseCodes.getCloseCode(why.code()), why.word()));
        }

        /** There is no harder way to end one; a container that cannot say farewell drops the connection. */
        @Override
        public void cut() {
            end(new CloseReason(CloseReason.CloseCodes.CLOSED_ABNORMALLY, ""));
        }

        private void end(CloseReason why) {
            try {
                session.close(why);
            } catch (IOException | IllegalStateException gone) {
                // It is closed already, which is what was wanted.
            }
        }
    }
}
