package org.somoim.http.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.somoim.kernel.Id;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.live.Hint;

/**
 * Everyone who listens to one thing. Whoever has something to be done waits in a queue, once; all who wait are served in one
 * round, in which the store is asked once for all who stand at the same spot, and not once for each. One round at a time, on
 * a thread of the hub's; what comes meanwhile waits for the next. Safe between threads.
 */
final class Room {
    /** So many are told from one look at the store. */
    static final int MOST_TOGETHER = 1_000;

    /** What was read longer ago than this is not sent any more, but read again. */
    static final Duration MOST_STALE = Duration.ofSeconds(1);

    private final LiveHub hub;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final Queue<Line> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    Room(LiveHub hub) {
        this.hub = hub;
    }

    void add(Line line) {
        lines.add(line);
    }

    /** @return whether nobody is left */
    boolean remove(Line line) {
        lines.remove(line);
        return lines.isEmpty();
    }

    Set<Line> lines() {
        return lines;
    }

    /** Wakes all whom it concerns before the first is served, so that they are served together. */
    void hear(Hint hint) {
        lines.forEach(line -> line.hear(hint));
        serve();
    }

    void tick(Instant now) {
        lines.forEach(line -> line.tick(now));
        serve();
    }

    /** Puts {@code line} into the queue, in which it is not. */
    void queue(Line line) {
        waiting.add(line);
    }

    /** Sees to it that whoever waits is served. */
    void serve() {
        if (!waiting.isEmpty() && busy.compareAndSet(false, true)) {
            hub.run(this::work);
        }
    }

    private void work() {
        try {
            round();
        } finally {
            busy.set(false);
            serve();
        }
    }

    private void round() {
        List<Line> due = new ArrayList<>();
        Map<Spot, List<Line>> reading = new LinkedHashMap<>();
        Map<Id<User>, List<Line>> hearing = new LinkedHashMap<>();
        for (Line line = waiting.poll(); line != null; line = waiting.poll()) {
            switch (line.begin()) {
                case CHECK -> due.add(line);
                case READ ->
                    reading.computeIfAbsent(line.spot(), spot -> new ArrayList<>())
                            .add(line);
                case TYPING ->
                    hearing.computeIfAbsent(line.nextTyping(), person -> new ArrayList<>())
                            .add(line);
                case GREET, NOTHING -> line.rest();
            }
        }
        together(due, this::check);
        reading.values().forEach(all -> together(all, this::read));
        hearing.forEach((person, all) -> together(all, some -> tellWhoIsTyping(some, person)));
    }

    private static void together(List<Line> all, Consumer<List<Line>> work) {
        inParts(all, MOST_TOGETHER, some -> atOnceOrEach(some, work));
    }

    /** For all of them at once; where that fails, for each alone, so that nobody goes down with somebody else. */
    private static void atOnceOrEach(List<Line> some, Consumer<List<Line>> work) {
        try {
            work.accept(some);
            some.forEach(Line::rest);
        } catch (StoreFailure busy) {
            // Nothing is lost: what is to be done stays so, and the next tick tries again.
            some.forEach(Line::putOff);
        } catch (RuntimeException error) {
            if (some.size() > 1) {
                some.forEach(one -> {
                    if (one.isSending()) {
                        one.rest();
                    } else {
                        atOnceOrEach(List.of(one), work);
                    }
                });
            } else {
                some.get(0).fail(error);
            }
        }
    }

    private void check(List<Line> some) {
        Set<SignIn> good =
                some.get(0).signIn().good(some.stream().map(Line::signIn).collect(Collectors.toSet()));
        List<Line> signedIn = new ArrayList<>();
        for (Line line : some) {
            if (good.contains(line.signIn())) {
                signedIn.add(line);
            } else {
                line.close(Closing.SESSION_ENDED);
            }
        }
        if (!signedIn.isEmpty()) {
            Set<Id<User>> present = signedIn.get(0).spot().present(people(signedIn));
            signedIn.forEach(line -> line.checked(present.contains(line.person())));
        }
    }

    private void read(List<Line> some) {
        Instant asked = hub.now();
        Map<Id<User>, Spot.Portion> portions = some.get(0).spot().next(people(some));
        for (int i = 0; i < some.size(); i++) {
            if (some.size() > 1 && hub.isOver(asked, MOST_STALE, hub.now())) {
                List<Line> rest = some.subList(i, some.size());
                // In ever smaller parts, so that somebody gets something however slow the machine is.
                inParts(rest, (rest.size() + 1) / 2, this::read);
                return;
            }
            Spot.Portion portion = portions.get(some.get(i).person());
            if (portion == null) {
                some.get(i).close(Closing.NOT_HERE);
            } else {
                some.get(i).tell(portion);
            }
        }
    }

    private static void inParts(List<Line> all, int most, Consumer<List<Line>> work) {
        for (int from = 0; from < all.size(); from += most) {
            work.accept(all.subList(from, Math.min(all.size(), from + most)));
        }
    }

    private static void tellWhoIsTyping(List<Line> some, Id<User> person) {
        Map<Id<User>, Frame> frames = some.get(0).spot().typing(people(some), person);
        for (Line line : some) {
            Frame frame = frames.get(line.person());
            if (frame != null) {
                line.send(frame, false);
            }
        }
    }

    private static Set<Id<User>> people(List<Line> some) {
        return some.stream().map(Line::person).collect(Collectors.toSet());
    }
}
