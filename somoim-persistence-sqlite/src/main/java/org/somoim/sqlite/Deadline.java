package org.somoim.sqlite;

import java.time.Duration;
import org.sqlite.ProgressHandler;

/**
 * Stops a statement that runs too long; the driver's own query timeout does not. Between statements of a {@link Session} it
 * stops nothing. For the one thread that has the connection.
 */
final class Deadline extends ProgressHandler {
    /** How many steps of SQLite's machine lie between two looks at the clock; about a millisecond of work. */
    static final int STEPS = 10_000;

    private final long longest;
    private boolean isResting;
    private long start = System.nanoTime();

    Deadline(Duration longest) {
        this.longest = longest.toNanos();
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }

    void restart() {
        start = System.nanoTime();
        isResting = false;
    }

    /** What runs on the connection from here on may take its time. */
    void rest() {
        isResting = true;
    }

    @Override
    protected int progress() {
        return !isResting && System.nanoTime() - start > longest ? 1 : 0;
    }
}
