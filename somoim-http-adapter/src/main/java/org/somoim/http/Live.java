package org.somoim.http;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.somoim.http.live.LiveHub;

/**
 * The door for sockets and those behind it, with the threads that they need: a few that ask the store, and one that looks at
 * the clock. Closed by whoever made it.
 */
public final class Live implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final SocketDoor door;
    private final LiveHub hub;
    private final ExecutorService readers;
    private final ScheduledExecutorService timer;

    Live(SocketDoor door, LiveHub hub, ExecutorService readers) {
        this.door = door;
        this.hub = hub;
        this.readers = readers;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "somoim-live-timer"));
        timer.scheduleAtFixedRate(hub::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    static ExecutorService readers(int threads) {
        return Executors.newFixedThreadPool(threads, work -> daemon(work, "somoim-live"));
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    public SocketDoor door() {
        return door;
    }

    public LiveHub hub() {
        return hub;
    }

    /** Closes every socket, and lets the threads go. */
    @Override
    public void close() {
        timer.shutdownNow();
        hub.close();
        readers.shutdown();
    }
}
