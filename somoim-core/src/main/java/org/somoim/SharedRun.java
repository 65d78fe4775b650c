package org.somoim;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One task that many threads ask for and wait for. It runs on one of them at a time; whoever asks while it runs shares the
 * next run with all who have asked by then.
 */
final class SharedRun {
    private final Runnable task;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    /** How many of those who asked have been served. Only for whoever has the turn. */
    private final AtomicLong served = new AtomicLong();

    /** @param patience how long one waits at most: whoever holds something that the task needs must not wait without end */
    SharedRun(Runnable task, Duration patience) {
        this.task = task;
        this.patience = patience;
    }

    /**
     * When it returns, a run that began after it was called has ended; unless others took too long. What the task throws goes
     * to whoever ran it, and the next one runs it anew.
     */
    void run() {
        long mine = asked.incrementAndGet();
        if (!takeTurn()) {
            return;
        }
        try {
            if (served.get() < mine) {
                long all = asked.get();
                task.run();
                served.set(all);
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean takeTurn() {
        try {
            return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
