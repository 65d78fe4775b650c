package org.somoim.examples.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is going to happen when, and the clock that shows it. Two things at the same instant happen in the order in which
 * they were planned. For one thread.
 */
final class Timeline implements InstantSource {
    private final AtomicReference<Instant> now;
    private final PriorityQueue<Entry> planned =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));

    private final AtomicLong numbers = new AtomicLong();

    /** @param start what the clock shows until something happens */
    Timeline(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Also for use while time runs; what lies in the past then happens next. */
    void at(Instant instant, Runnable what) {
        planned.add(new Entry(instant, numbers.getAndIncrement(), what));
    }

    /** Lets everything happen, and the clock with it. */
    void run() {
        for (Entry next = planned.poll(); next != null; next = planned.poll()) {
            Instant at = next.at();
            now.updateAndGet(before -> at.isAfter(before) ? at : before);
            next.what().run();
        }
    }

    private record Entry(Instant at, long number, Runnable what) {}
}
