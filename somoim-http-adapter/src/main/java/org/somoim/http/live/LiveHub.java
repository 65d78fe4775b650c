package org.somoim.http.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
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
 * Everyone who listens, by what they listen to. A hint wakes those whom it concerns; what each of them may read is then read
 * for all of them at once. Call {@link #tick} once a second: it closes what has lost its right although nothing has happened there, and cuts off
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

    private final Map<Id<?>, Room> rooms = new ConcurrentHashMap<>();
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
     * @param signIn asked every {@link #CHECKED_EVERY}
     * @throws org.somoim.kernel.Refusal {@link WireReason#TOO_MANY_SOCKETS}
     */
    public Line open(Id<User> person, SignIn signIn, Feed feed, Outlet outlet) {
        people.merge(person, 1, Integer::sum);
        Line line = entered(person, signIn, feed, outlet);
        metrics.count(Series.of(Metric.SOCKETS_OPENED));
        // Beyond the limit it is closed, rather than refused: two that come at once must not both get in.
        if (people.getOrDefault(person, 0) > MOST_SOCKETS) {
            line.close(Closing.TOO_MUCH);
        } else {
            line.tick(now());
        }
        return line;
    }

    private Line entered(Id<User> person, SignIn signIn, Feed feed, Outlet outlet) {
        var entered = new AtomicReference<Line>();
        rooms.compute(feed.channel(), (channel, there) -> {
            Room room = there == null ? new Room(this) : there;
            var line = new Line(this, room, person, signIn, feed, outlet, now());
            room.add(line);
            entered.set(line);
            return room;
        });
        return entered.get();
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
        Room room = rooms.get(hint.channel());
        if (room != null) {
            room.hear(hint);
        }
    }

    /** Lets go what time has ended. */
    public void tick() {
        Instant now = now();
        rooms.values().forEach(room -> room.tick(now));
    }

    private List<Line> all() {
        List<Line> all = new ArrayList<>();
        rooms.values().forEach(room -> all.addAll(room.lines()));
        return all;
    }

    void gone(Line line, Closing why) {
        rooms.computeIfPresent(line.channel(), (channel, room) -> room.remove(line) ? null : room);
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
