package org.somoim.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Carries committed facts from the log to those who listen. Safe to call from several threads and processes. */
public final class FactPost {
    /** So many failures in a row, about two hours of trying, and the fact is set aside. */
    static final int MOST_FAILURES = 8;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = wait(MOST_FAILURES - 1);
    private static final int BATCH = 100;

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
     * Delivers what is waiting. A listener that throws hears the same fact again after a minute, then two, four and so on;
     * after {@value #MOST_FAILURES} failures the fact is set aside for it and it goes on with the next. Other listeners are
     * not held up.
     *
     * @return what happened on the way
     */
    public Delivered deliver() {
        var delivered = new Delivered(0, 0, 0);
        for (FactListener listener : listeners) {
            delivered = delivered.plus(deliverTo(listener));
        }
        return delivered;
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
        return listeners.stream()
                .filter(candidate -> candidate.name().equals(listener))
                .findFirst()
                .map(found -> transactor.call(() -> {
                    if (!log.takeBack(listener, position)) {
                        return false;
                    }
                    log.find(position).ifPresent(entry -> found.on(entry.fact(), entry.at()));
                    return true;
                }))
                .orElse(false);
    }

    private Delivered deliverTo(FactListener listener) {
        int heard = 0;
        while (true) {
            FactLog.Progress progress = log.progress(listener.name());
            if (isWaiting(progress)) {
                return new Delivered(heard, 0, 0);
            }
            List<FactLog.Entry> batch = log.after(progress.position(), BATCH);
            long position = progress.position();
            for (FactLog.Entry entry : batch) {
                switch (deliver(entry, position, listener)) {
                    case HEARD -> heard++;
                    case ELSEWHERE -> {
                        return new Delivered(heard, 0, 0);
                    }
                    case FAILED -> {
                        return new Delivered(heard, 1, 0);
                    }
                    case SET_ASIDE -> {
                        return new Delivered(heard, 1, 1).plus(deliverTo(listener));
                    }
                }
                position = entry.position();
            }
            if (batch.size() < BATCH) {
                return new Delivered(heard, 0, 0);
            }
        }
    }

    private boolean isWaiting(FactLog.Progress progress) {
        Instant now = clock.instant();
        Instant retryAt = progress.retryAt();
        // Nobody waits for longer, unless the clock has been set back.
        return retryAt != null && now.isBefore(retryAt) && !retryAt.isAfter(now.plus(LONGEST_WAIT));
    }

    private static Duration wait(int failures) {
        return FIRST_WAIT.multipliedBy(1L << failures - 1);
    }

    private enum Outcome {
        HEARD,
        /** Another thread delivers to the same listener. */
        ELSEWHERE,
        FAILED,
        SET_ASIDE
    }

    private Outcome deliver(FactLog.Entry entry, long from, FactListener listener) {
        try {
            Outcome outcome = transactor.call(() -> {
                // First the move, then the work: whoever comes second finds the listener moved and leaves it alone.
                if (!log.advance(listener.name(), from, entry.position())) {
                    return Outcome.ELSEWHERE;
                }
                listener.on(entry.fact(), entry.at());
                return Outcome.HEARD;
            });
            if (outcome == Outcome.HEARD) {
                listener.heard(entry.fact());
            }
            return outcome;
        } catch (StoreFailure broken) {
            // Not the listener's fault; keep its count, and let the operator see the cause.
            throw broken;
        } catch (RuntimeException error) {
            return noteFailure(entry, from, listener, error);
        }
    }

    private Outcome noteFailure(FactLog.Entry entry, long from, FactListener listener, RuntimeException error) {
        return transactor.call(() -> {
            FactLog.Progress progress = log.progress(listener.name());
            if (progress.position() != from) {
                return Outcome.ELSEWHERE;
            }
            int failures = progress.failures() + 1;
            Instant now = clock.instant();
            if (failures < MOST_FAILURES) {
                log.failed(listener.name(), failures, now.plus(wait(failures)));
                return Outcome.FAILED;
            }
            var className = new FactLog.Error(error.getClass().getSimpleName());
            log.setAside(new FactLog.SetAside(listener.name(), entry.position(), failures, className, now));
            log.advance(listener.name(), from, entry.position());
            return Outcome.SET_ASIDE;
        });
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
