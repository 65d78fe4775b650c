package org.somoim.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.somoim.metrics.Counters;
import org.somoim.metrics.Label;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Readings;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;

/**
 * Counts and times in a registry of the host's, from where Prometheus and others have it. The registry stays the host's to
 * close.
 */
public final class MicrometerMetrics implements Metrics, Readings {
    /** A timer also counts how many took no longer than each of these. */
    private static final Duration[] STEPS = Stream.of(5, 25, 100, 250, 500, 1_000, 5_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Series, Counter> counters = new ConcurrentHashMap<>();
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    public MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From zero on: what appears with its first failure has not risen, and no alarm goes off.
        Arrays.stream(Metric.values()).flatMap(MicrometerMetrics::foreseen).forEach(series -> {
            switch (series.metric().kind()) {
                case COUNTER -> counter(series);
                case TIMER -> timer(series);
            }
        });
    }

    private static Stream<Series> foreseen(Metric metric) {
        if (metric.labels().isEmpty()) {
            return Stream.of(Series.of(metric));
        }
        Label label = metric.labels().get(0);
        Object[] constants = label.takes().getEnumConstants();
        return metric.labels().size() > 1 || constants == null
                ? Stream.empty()
                : Arrays.stream(constants).map(constant -> Series.of(metric, Tag.of(label, (Enum<?>) constant)));
    }

    @Override
    public void count(Series counter, long times) {
        counter(counter).increment((double) times);
    }

    @Override
    public void time(Series timer, Duration took) {
        timer(timer).record(took);
    }

    @Override
    public long ticks() {
        return registry.config().clock().monotonicTime();
    }

    /** What took longest is what took longest lately, as the registry keeps it. */
    @Override
    public Map<Series, Counters.Reading> readings() {
        var all = new TreeMap<Series, Counters.Reading>(Comparator.comparing(Series::toString));
        counters.forEach((series, counter) ->
                all.put(series, new Counters.Reading((long) counter.count(), Duration.ZERO, Duration.ZERO)));
        timers.forEach((series, timer) -> all.put(
                series,
                new Counters.Reading(
                        timer.count(),
                        Duration.ofNanos((long) timer.totalTime(TimeUnit.NANOSECONDS)),
                        Duration.ofNanos((long) timer.max(TimeUnit.NANOSECONDS)))));
        return all;
    }

    private Counter counter(Series series) {
        Counter known = counters.get(series);
        return known != null
                ? known
                : counters.computeIfAbsent(
                        series, fresh -> Counter.builder(fresh.metric().key())
                                .description(fresh.metric().meaning())
                                .tags(tags(fresh.tags()))
                                .register(registry));
    }

    private Timer timer(Series series) {
        Timer known = timers.get(series);
        return known != null
                ? known
                : timers.computeIfAbsent(
                        series, fresh -> Timer.builder(fresh.metric().key())
                                .description(fresh.metric().meaning())
                                .serviceLevelObjectives(STEPS)
                                .tags(tags(fresh.tags()))
                                .register(registry));
    }

    private static Tags tags(List<Tag> tags) {
        return Tags.of(tags.stream()
                .map(tag -> io.micrometer.core.instrument.Tag.of(tag.label().key(), tag.value()))
                .toList());
    }
}
