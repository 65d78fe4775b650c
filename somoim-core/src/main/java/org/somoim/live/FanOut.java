package org.somoim.live;

import java.util.function.Consumer;

/**
 * Port. Carries hints from where something has happened to everyone who is connected. In process unless a host plugs in a
 * broker, which several processes on one store need only to be quick: each of them hears of what the others have kept when
 * it next delivers. Safe between threads.
 */
public interface FanOut {

    /** Must not wait for those who listen, nor throw what they throw. */
    void publish(Hint hint);

    /**
     * Hands every hint to {@code listener} from now on, which must be quick.
     *
     * @return ends it
     */
    Subscription subscribe(Consumer<? super Hint> listener);

    /** Goes on until it is closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
