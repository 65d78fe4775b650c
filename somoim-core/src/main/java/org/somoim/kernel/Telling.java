package org.somoim.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somoim.kernel.FactPost.Delivered;

/**
 * Tells those who have come equally far in the log one fact after the other, each in one change for all of them. Whoever
 * cannot take a fact is left out, and the others are told it anew.
 */
final class Telling {
    private static final int BATCH = 100;
    private static final Delivered NOTHING = new Delivered(0, 0, 0);

    private final Transactor transactor;
    private final FactLog log;
    private final InstantSource clock;

    Telling(Transactor transactor, FactLog log, InstantSource clock) {
        this.transactor = transactor;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Goes on to the end of the log, with what listeners announce meanwhile, or until nobody is left.
     *
     * @param from position of what all of {@code listeners} heard last
     */
    Delivered tell(List<FactListener> listeners, long from) {
        var delivered = NOTHING;
        List<FactListener> left = new ArrayList<>(listeners);
        long position = from;
        int told = 0;
        while (true) {
            List<FactLog.Entry> batch = log.after(position, BATCH);
            for (FactLog.Entry entry : batch) {
                int before = told;
                left.removeIf(listener -> before >= listener.most());
                if (left.isEmpty()) {
                    return delivered;
                }
                delivered = delivered.plus(tell(entry, position, left));
                position = entry.position();
                told++;
            }
            if (batch.isEmpty()) {
                return delivered;
            }
        }
    }

    /** @param left of whom those are removed who do not go on with the next fact */
    private Delivered tell(FactLog.Entry entry, long from, List<FactListener> left) {
        var delivered = NOTHING;
        List<FactListener> heard = List.of();
        List<FactListener> resigned = new ArrayList<>();
        List<FactListener> able = new ArrayList<>(left);
        for (boolean isTold = false; !isTold && !able.isEmpty(); ) {
            try {
                heard = told(entry, from, ready(entry, able));
                isTold = true;
            } catch (Unable unable) {
                Delivered failed = noteFailure(entry, from, unable);
                delivered = delivered.plus(failed);
                able.remove(unable.listener);
                if (failed.setAside() > 0) {
                    resigned.add(unable.listener);
                }
            }
        }
        // Whoever has neither heard it nor given up on it waits, or hears from another thread, which is at it.
        left.retainAll(both(heard, resigned));
        heard.forEach(listener -> listener.heard(entry.fact()));
        return delivered.plus(new Delivered(heard.size(), 0, 0));
    }

    private static List<FactListener> both(List<FactListener> some, List<FactListener> others) {
        List<FactListener> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private static Map<FactListener, Runnable> ready(FactLog.Entry entry, List<FactListener> all) {
        Map<FactListener, Runnable> ready = new LinkedHashMap<>();
        for (FactListener listener : all) {
            attempt(listener, () -> ready.put(listener, listener.ready(entry.fact(), entry.at())));
        }
        return ready;
    }

    /** @return to whom */
    private List<FactListener> told(FactLog.Entry entry, long from, Map<FactListener, Runnable> ready) {
        // What is lost of it is told again.
        return transactor.callRelaxed(() -> {
            List<FactListener> heard = new ArrayList<>();
            ready.forEach((listener, hear) -> {
                // First the move, then the work: whoever comes second finds the listener moved and leaves it alone.
                if (log.advance(listener.name(), from, entry.position())) {
                    attempt(listener, hear);
                    heard.add(listener);
                }
            });
            return heard;
        });
    }

    private static void attempt(FactListener listener, Runnable work) {
        try {
            work.run();
        } catch (StoreFailure broken) {
            // Not the listener's fault; keep its count, and let the operator see the cause.
            throw broken;
        } catch (RuntimeException error) {
            throw new Unable(listener, error);
        }
    }

    /** A listener could not take a fact. Undoes what was begun. */
    private static final class Unable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient FactListener listener;
        private final Class<?> why;

        Unable(FactListener listener, RuntimeException cause) {
            super(cause);
            this.listener = listener;
            this.why = cause.getClass();
        }
    }

    private Delivered noteFailure(FactLog.Entry entry, long from, Unable unable) {
        Word name = unable.listener.name();
        return transactor.call(() -> {
            FactLog.Progress progress = log.progress(name);
            if (progress.position() != from) {
                return NOTHING;
            }
            int failures = progress.failures() + 1;
            Instant now = clock.instant();
            if (failures < FactPost.MOST_FAILURES) {
                log.failed(name, failures, now.plus(FactPost.wait(failures)));
                return new Delivered(0, 1, 0);
            }
            var className = new FactLog.Error(unable.why.getSimpleName());
            log.setAside(new FactLog.SetAside(name, entry.position(), failures, className, now));
            log.advance(name, from, entry.position());
            return new Delivered(0, 1, 1);
        });
    }
}
