package org.somoim.metrics;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Numbers in memory. Preset; for looking at from the program itself, and for tests. */
public final class Counters implements Metrics, Readings {
    /** Tags are of closed sets, so there are fewer. This is for mistakes, and for hosts with very many routes. */
    static final int MOST_SERIES = 10_000;

    private final LongSupplier ticks;
    private final int most;
    private final Map<Series, Tally> tallies = new ConcurrentHashMap<>();

    /** @param ticks see {@link Metrics#ticks()}; such as {@code System::nanoTime} */
    public Counters(LongSupplier ticks) {
        this(ticks, MOST_SERIES);
    }

    /** @param most series that are kept; the first ones stay, and what comes later is counted as left out */
    Counters(LongSupplier ticks, int most) {
        this.ticks = ticks;
        this.most = most;
    }

    /**
     * What came together in one series.
     *
     * @param total of all that was timed; zero for a counter
     * @param longest of all that was timed; zero for a counter
     */
    public record Reading(long count, Duration total, Duration longest) {}

    @Override
    public void count(Series counter, long times) {
        tally(counter).count.add(times);
    }

    @Override
    public void time(Series timer, Duration took) {
        Tally tally = tally(timer);
        tally.count.increment();
        tally.nanos.add(took.toNanos());
        tally.longest.accumulate(took.toNanos());
    }

    @Override
    public long ticks() {
        return ticks.getAsLong();
    }

    /** How often so far; zero if never. */
    public long counted(Series series) {
        Tally tally = tallies.get(series);
        return tally == null ? 0 : tally.count.sum();
    }

    @Override
    public Map<Series, Reading> readings() {
        var all = new TreeMap<Series, Reading>(Comparator.comparing(Series::toString));
        tallies.forEach((series, tally) -> all.put(series, tally.reading()));
        return all;
    }

    private Tally tally(Series series) {
        Tally known = tallies.get(series);
        if (known != null) {
            return known;
        }
        // Several at once may go a little beyond.
        boolean isFull = tallies.size() >= most;
        if (isFull && series.metric() != Metric.LEFT_OUT) {
            count(Series.of(Metric.LEFT_OUT));
            return new Tally();
        }
        return tallies.computeIfAbsent(series, fresh -> new Tally());
    }

    private static final class Tally {
        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

        private Reading reading() {
            return new Reading(count.sum(), Duration.ofNanos(nanos.sum()), Duration.ofNanos(longest.get()));
        }
    }
}
