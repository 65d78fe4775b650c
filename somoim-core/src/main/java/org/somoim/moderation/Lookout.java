package org.somoim.moderation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.somoim.metrics.Label;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.metrics.Vocabulary;

/**
 * Asks every detector, all at once, on threads of its own. One that throws, or is slow, has given no signal, and the others
 * are heard. One that still looks at something it should have been done with long ago is not asked again until it is done.
 */
public final class Lookout implements AutoCloseable {
    /** How long all detectors together may take about one thing. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** So many silences, with no answer between them, and something is wrong with a detector. */
    private static final int MANY_SILENCES = 10;

    private final List<Post> posts;
    private final AtomicBoolean looked = new AtomicBoolean();
    private final Duration patience;
    private final ThreadPoolExecutor threads;
    private final Metrics metrics;

    /** @param patience above 0 */
    public Lookout(List<? extends Detector> detectors, Duration patience, Metrics metrics) {
        Vocabulary names = new Vocabulary(
                Label.DETECTOR,
                detectors.stream().map(detector -> detector.name().value()).toList());
        this.posts = detectors.stream()
                .map(detector -> new Post(detector, names.tag(detector.name().value())))
                .toList();
        this.patience = patience;
        this.metrics = metrics;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Lookout::daemon);
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Whether any detector was ever asked. */
    public boolean hasLooked() {
        return looked.get();
    }

    /** Whether every detector has answered lately; true as well if nobody has asked. */
    public boolean isWell() {
        return posts.stream().allMatch(post -> post.silences.get() < MANY_SILENCES);
    }

    /** Whether there is any. */
    boolean isManned() {
        return !posts.isEmpty();
    }

    /** @param signal under the detector's name, as it gave it */
    record Sighting(Detector detector, Signal signal) {}

    /**
     * In the order of the detectors.
     *
     * @throws IllegalStateException if it is closed, or whoever asks is interrupted: then nobody has looked
     */
    List<Sighting> look(Snapshot said, Background background) {
        looked.set(true);
        var asked = new ArrayList<Asked>();
        for (Post post : posts) {
            if (post.overdue.get() > 0) {
                post.silent(Label.Look.LATE);
            } else {
                asked.add(new Asked(post, said, background));
            }
        }
        List<Future<List<Signal>>> answers = answers(asked);
        var seen = new ArrayList<Sighting>();
        for (int i = 0; i < answers.size(); i++) {
            Asked one = asked.get(i);
            for (Signal signal : one.heard(answers.get(i))) {
                seen.add(new Sighting(one.post.detector, signal));
            }
        }
        return seen;
    }

    /** All of them done, one way or another; none if nobody has a thread to spare. */
    private List<Future<List<Signal>>> answers(List<Asked> asked) {
        try {
            return threads.invokeAll(asked, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException full) {
            if (threads.isShutdown()) {
                throw new IllegalStateException("closed");
            }
            asked.forEach(one -> one.post.silent(Label.Look.LATE));
            return List.of();
        } catch (InterruptedException e) {
            // Not a detector's silence: whoever asks goes away, and asks again another time.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    /** Detectors that are still looking are interrupted. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "somoim-lookout");
        thread.setDaemon(true);
        return thread;
    }

    /** Where one detector stands. */
    private final class Post {
        private final Detector detector;
        private final Tag tag;
        private final AtomicInteger overdue = new AtomicInteger();
        private final AtomicInteger silences = new AtomicInteger();

        private Post(Detector detector, Tag tag) {
            this.detector = detector;
            this.tag = tag;
        }

        private List<Signal> silent(Label.Look how) {
            silences.incrementAndGet();
            count(how);
            return List.of();
        }

        private void count(Label.Look how) {
            metrics.count(Series.of(Metric.LOOKS, tag, Tag.of(Label.LOOK, how)));
        }
    }

    private enum Progress {
        WAITING,
        LOOKING,
        DONE,
        GIVEN_UP
    }

    /** One question to one detector. */
    private static final class Asked implements Callable<List<Signal>> {
        private final Post post;
        private final Snapshot said;
        private final Background background;
        private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);

        private Asked(Post post, Snapshot said, Background background) {
            this.post = post;
            this.said = said;
            this.background = background;
        }

        @Override
        public List<Signal> call() {
            progress.set(Progress.LOOKING);
            try {
                return List.copyOf(post.detector.look(said, background));
            } finally {
                if (!progress.compareAndSet(Progress.LOOKING, Progress.DONE)) {
                    post.overdue.decrementAndGet();
                }
            }
        }

        /** What came of it, once nobody waits for it any more. */
        private List<Signal> heard(Future<List<Signal>> answer) {
            try {
                List<Signal> signals = answer.get();
                post.silences.set(0);
                post.count(Label.Look.ANSWERED);
                return signals;
            } catch (CancellationException slow) {
                if (progress.compareAndSet(Progress.LOOKING, Progress.GIVEN_UP)) {
                    post.overdue.incrementAndGet();
                }
                return post.silent(Label.Look.LATE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted");
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                // Its message may hold what somebody wrote.
                LogLine.DETECTOR_FAILED
                        .to(LOG)
                        .with(Field.DETECTOR, post.detector.name())
                        .with(Field.ERROR, (cause == null ? e : cause).getClass())
                        .log();
                return post.silent(Label.Look.FAILED);
            }
        }
    }
}
