package org.somoim.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Stands still until told to move. Starts at noon UTC on 2 March 2026. */
public final class TestClock implements InstantSource {
    public static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicLong nanosSinceStart = new AtomicLong();

    @Override
    public Instant instant() {
        return START.plusNanos(nanosSinceStart.get());
    }

    /** @param step may be negative: clocks are set back */
    public void advance(Duration step) {
        nanosSinceStart.addAndGet(step.toNanos());
    }
}
