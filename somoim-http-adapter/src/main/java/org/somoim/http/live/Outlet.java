package org.somoim.http.live;

import java.util.function.Consumer;

/** Where frames go: one socket, of whatever server. */
public interface Outlet {

    /**
     * Begins to send; not called again before {@code done} was. Must not wait for the other side.
     *
     * @param done to be called once, on any thread: whether it has gone out
     */
    void send(Frame frame, Consumer<Boolean> done);

    /** Asks the other side for a sign of life. Its silence is for the server to notice. */
    void ping();

    /** Says why and closes. What is on its way may still arrive. */
    void close(Closing why);

    /** Drops the connection: the other side does not take what it is sent. */
    void cut();
}
