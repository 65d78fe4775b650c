package org.somoim.metrics;

import java.time.Duration;

/**
 * Port. Counts and times. Safe between threads; never throws and never waits, for it is called on every way. Forgets
 * everything when the process ends: what is to be kept is for whoever reads it.
 */
public interface Metrics {

    /** Adds to a counter. */
    void count(Series counter, long times);

    /** Adds one to a counter. */
    default void count(Series counter) {
        count(counter, 1);
    }

    /** @param took zero or more */
    void time(Series timer, Duration took);

    /** In nanoseconds since whenever. Only the difference between two means anything. */
    long ticks();

    /** How long it is since then. */
    default Duration since(long ticks) {
        return Duration.ofNanos(Math.max(0, ticks() - ticks));
    }

    /** Counts nothing. */
    static Metrics none() {
        return new Metrics() {
            @Override
            public void count(Series counter, long times) {}

            @Override
            public void time(Series timer, Duration took) {}

            @Override
            public long ticks() {
                return 0;
            }
        };
    }
}
