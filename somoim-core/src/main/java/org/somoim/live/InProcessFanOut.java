package org.somoim.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.logs.LogLine;

/** Hands hints on within one process, on the thread that brings them. */
public final class InProcessFanOut implements FanOut {
    private static final Logger LOG = LoggerFactory.getLogger(InProcessFanOut.class);

    private final List<Consumer<? super Hint>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Hint hint) {
        for (Consumer<? super Hint> listener : listeners) {
            try {
                listener.accept(hint);
            } catch (RuntimeException error) {
                LogLine.HINT_LOST.to(LOG).because(error).log();
            }
        }
    }

    @Override
    public Subscription subscribe(Consumer<? super Hint> listener) {
        // One of its own, so that the same listener can be there twice and go once.
        Consumer<Hint> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }
}
