package org.somoim;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for one task that is asked for often. Asked for while it runs, it runs once more; asked for while that waits, it
 * does not run more often. The thread ends when there has been nothing to do for a while.
 */
final class Background implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Runnable task;
    private final ThreadPoolExecutor thread;

    Background(Runnable task) {
        this.task = task;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(1),
                Background::daemon,
                new ThreadPoolExecutor.DiscardPolicy());
        thread.allowCoreThreadTimeOut(true);
    }

    void ask() {
        thread.execute(this::run);
    }

    private void run() {
        try {
            task.run();
        } catch (RuntimeException e) {
            // What has not been done is left to do. The timer comes upon it too, and tells whoever set it.
        }
    }

    /** Waits a little for what is being done. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "somoim-background");
        thread.setDaemon(true);
        return thread;
    }
}
