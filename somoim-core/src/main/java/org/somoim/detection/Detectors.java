package org.somoim.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks several detectors at once. One that throws, takes too long or finds no thread to run on gives no signal; the others
 * are heard. Of two signals of a category the more probable one stands.
 *
 * <p>Holds threads, at most as many as it was given; close it.
 */
public final class Detectors implements TextDetector, AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** Questions that wait for a thread, at most. */
    private static final int MOST_WAITING = 1_000;

    private final List<TextDetector> detectors;
    private final Duration patience;
    private final ThreadPoolExecutor threads;
    private final LongAdder silent = new LongAdder();

    /**
     * @param patience for all of them together, above 0
     * @param threads a detector that never comes back keeps one for good
     */
    public Detectors(List<TextDetector> detectors, Duration patience, int threads) {
        this.detectors = List.copyOf(detectors);
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Detectors::daemon,
                (question, full) -> ((Future<?>) question).cancel(false));
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<Signal> look(Writing writing) {
        var strongest = new EnumMap<Category, Signal>(Category.class);
        for (Future<List<Signal>> answer : ask(writing)) {
            try {
                for (Signal signal : answer.get()) {
                    strongest.merge(signal.category(), signal, Signal::stronger);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | CancellationException e) {
                // Why it failed is for the detector to say. Nobody's writing waits for it.
                silent.increment();
            }
        }
        return List.copyOf(strongest.values());
    }

    /** How often a detector gave no answer. */
    public long silent() {
        return silent.sum();
    }

    /** Detectors that are still looking are interrupted. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** @return all of them done, one way or another */
    private List<Future<List<Signal>>> ask(Writing writing) {
        var questions = new ArrayList<Callable<List<Signal>>>();
        for (TextDetector detector : detectors) {
            questions.add(() -> List.copyOf(detector.look(writing)));
        }
        try {
            return threads.invokeAll(questions, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "somoim-detection");
        thread.setDaemon(true);
        return thread;
    }
}
