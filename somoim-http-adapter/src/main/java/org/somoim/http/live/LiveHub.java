package org.somoim.http.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.live.FanOut;
import org.somoim.live.Hint;
import org.somoim.metrics.Label;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;

/**
 * Everyone who listens, by what they listen to. A hint wakes those whom it concerns; each then reads for themself what they
 * may. Call {@link #tick} once a second: it closes what has lost its right although nothing has happened there, and cuts off
 * who does not take what they are sent. Safe between threads.
 */
public final class LiveHub implements AutoCloseable {
    /** So often it is asked anew whether a session still goes on and its person may still listen. */
    public static final Duration CHECKED_EVERY = Duration.ofSeconds(3);

    /** So long one frame may be on its way. */
    public static final Duration MOST_SENDING = Duration.ofSeconds(10);

    /** So often the other side is asked for a sign of life. */
    public static final Duration PINGED_EVERY = Duration.ofSeconds(20);

    /** Of one person at one time. */
    public static final int MOST_SOCKETS = 10;

    private final Map<Id<?>, Set<Line>> lines = new ConcurrentHashMap<>();
    private final Map<Id<User>, Integer> people = new ConcurrentHashMap<>();
    private final FanOut.Subscription subscription;
    private final Executor executor;
    private final InstantSource clock;
    private final Metrics metrics;

    /** @param executor on which the store is asked; as many threads as questions are to be asked at once */
    public LiveHub(FanOut fanOut, Executor executor, InstantSource clock, Metrics metrics) {
        this.executor = executor;
        this.clock = clock;
        this.metrics = metrics;
        this.subscription = fanOut.subscribe(this::hear);
    }

    /**
     * Begins to tell a socket what {@code feed} has.
     *
     * @param isSignedIn asked every {@link #CHECKED_EVERY}
     * @throws org.somoim.kernel.Refusal {@link WireReason#TOO_MANY_SOCKETS}
     */
    public Line open(Id<User> person, Supplier<Boolean> isSignedIn, Feed feed, Outlet outlet) {
        var line = new Line(this, person, isSignedIn, feed, outlet, now());
        people.merge(person, 1, Integer::sum);
        lines.compute(feed.channel(), (channel, there) -> {
            Set<Line> all = there == null ? ConcurrentHashMap.newKeySet() : there;
            all.add(line);
            return all;
        });
        metrics.count(Series.of(Metric.SOCKETS_OPENED));
        // Beyond the limit it is closed, rather than refused: two that come at once must not both get in.
        if (people.getOrDefault(person, 0) > MOST_SOCKETS) {
            line.close(Closing.TOO_MUCH);
        } else {
            line.tick(now());
        }
        return line;
    }

    /** Whether {@code person} may open one more, as far as their number goes. */
    public boolean hasRoomFor(Id<User> person) {
        return people.getOrDefault(person, 0) < MOST_SOCKETS;
    }

    /** Of everyone. */
    public int sockets() {
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void hear(Hint hint) {
        lines.getOrDefault(hint.channel(), Set.of()).forEach(line -> line.hear(hint));
    }

    /** Lets go what time has ended. */
    public void tick() {
        Instant now = now();
        all().forEach(line -> line.tick(now));
    }

    private List<Line> all() {
        List<Line> all = new ArrayList<>();
        lines.values().forEach(all::addAll);
        return all;
    }

    void gone(Line line, Closing why) {
        lines.computeIfPresent(line.channel(), (channel, there) -> {
            there.remove(line);
            return there.isEmpty() ? null : there;
        });
        people.computeIfPresent(line.person(), (person, count) -> count == 1 ? null : count - 1);
        metrics.count(Series.of(Metric.SOCKETS_CLOSED, Tag.of(Label.CLOSING, why)));
    }

    void run(Runnable work) {
        executor.execute(work);
    }

    Instant now() {
        return clock.instant();
    }

    Metrics metrics() {
        return metrics;
    }

    /** Also if the clock has been set back since. */
    boolean isOver(Instant since, Duration time, Instant now) {
        return now.isBefore(since) || !now.isBefore(since.plus(time));
    }

    /** Closes every socket. */
    @Override
    public void close() {
        subscription.close();
        all().forEach(line -> line.close(Closing.GOING_AWAY));
    }
}
