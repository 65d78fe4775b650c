package org.somoim.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Carries committed facts from the log to those who listen. Safe to call from several threads and processes. */
public final class FactPost {
    /** So many failures in a row, about two hours of trying, and the fact is set aside. */
    static final int MOST_FAILURES = 8;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = wait(MOST_FAILURES - 1);

    private final Transactor transactor;
    private final FactLog log;
    private final InstantSource clock;
    private final List<FactListener> listeners;

    public FactPost(Transactor transactor, FactLog log, InstantSource clock, List<FactListener> listeners) {
        this.transactor = transactor;
        this.log = log;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Delivers what is waiting. Those who have come equally far hear a fact in one change. A listener that throws hears the same fact again after a minute, then two, four and so on;
     * after {@value #MOST_FAILURES} failures the fact is set aside for it and it goes on with the next. Other listeners are
     * not held up.
     *
     * @return what happened on the way
     */
    public Delivered deliver() {
        return deliver(listener -> true);
    }

    /** The same to those who are quick about it. */
    public Delivered deliverToQuick() {
        return deliver(listener -> !listener.isSlow());
    }

    /** The same to those who may take long. */
    public Delivered deliverToSlow() {
        return deliver(FactListener::isSlow);
    }

    private Delivered deliver(Predicate<FactListener> which) {
        var telling = new Telling(transactor, log, clock);
        var delivered = new Delivered(0, 0, 0);
        // Those who have come furthest first: whoever is behind holds up nobody.
        for (var crowd : crowds(which).descendingMap().entrySet()) {
            delivered = delivered.plus(telling.tell(crowd.getValue(), crowd.getKey()));
        }
        return delivered;
    }

    /** Who is to hear something now, by how far they have come. */
    private NavigableMap<Long, List<FactListener>> crowds(Predicate<FactListener> which) {
        return transactor.read(() -> {
            NavigableMap<Long, List<FactListener>> crowds = new TreeMap<>();
            for (FactListener listener : listeners) {
                if (which.test(listener)) {
                    FactLog.Progress progress = log.progress(listener.name());
                    if (!isWaiting(progress)) {
                        crowds.computeIfAbsent(progress.position(), from -> new ArrayList<>())
                                .add(listener);
                    }
                }
            }
            return crowds;
        });
    }

    /** Forgets what every listener has heard. */
    public int trim() {
        return trim(Long.MAX_VALUE);
    }

    /** @param most nothing after this position, which somebody else has not read yet */
    public int trim(long most) {
        return transactor.call(() -> log.trim(Math.min(
                most,
                listeners.stream()
                        .mapToLong(listener -> log.progress(listener.name()).position())
                        .min()
                        .orElse(log.newest()))));
    }

    /**
     * Facts that a listener could not take, longest first.
     *
     * <p>Each can be tried once more with {@link #retry}.
     */
    public List<FactLog.SetAside> setAside() {
        return log.setAside();
    }

    /**
     * Lets {@code listener} try a fact that was set aside. Whatever it throws is rethrown, and the fact stays set aside.
     *
     * @return false if it is not set aside (any more), or there is no such listener
     */
    public boolean retry(Word listener, long position) {
        return retry(listener, position, () -> {});
    }

    /**
     * The same. Not inside a transaction: what a listener asks beforehand may take long.
     *
     * @param then kept together with what the listener does, or not at all
     */
    public boolean retry(Word listener, long position, Runnable then) {
        return listeners.stream()
                .filter(candidate -> candidate.name().equals(listener))
                .findFirst()
                .map(found -> {
                    Optional<Runnable> ready = log.find(position).map(entry -> found.ready(entry.fact(), entry.at()));
                    return transactor.call(() -> {
                        if (!log.takeBack(listener, position)) {
                            return false;
                        }
                        ready.ifPresent(Runnable::run);
                        then.run();
                        return true;
                    });
                })
                .orElse(false);
    }

    private boolean isWaiting(FactLog.Progress progress) {
        Instant now = clock.instant();
        Instant retryAt = progress.retryAt();
        // Nobody waits for longer, unless the clock has been set back.
        return retryAt != null && now.isBefore(retryAt) && !retryAt.isAfter(now.plus(LONGEST_WAIT));
    }

    static Duration wait(int failures) {
        return FIRST_WAIT.multipliedBy(1L << failures - 1);
    }

    /**
     * What one round of delivery did, counted over all listeners.
     *
     * @param heard facts taken
     * @param failed facts that threw and will be tried again, or were set aside
     * @param setAside of those, the ones given up on
     */
    public record Delivered(int heard, int failed, int setAside) {
        Delivered plus(Delivered more) {
            return new Delivered(heard + more.heard, failed + more.failed, setAside + more.setAside);
        }
    }
}
