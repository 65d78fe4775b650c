package org.somoim.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Transactor;
import org.somoim.metrics.Label;
import org.somoim.metrics.Label.Ending;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;

/**
 * Measures changes and questions on another transactor. Those inside another are part of it. A change inside a transaction of
 * the host's is counted as kept when it has been done, for whether it is kept nobody tells.
 */
public final class MeasuredTransactor implements Transactor {
    private final Transactor transactor;
    private final Metrics metrics;
    private final ThreadLocal<@Nullable List<Runnable>> current = new ThreadLocal<>();

    public MeasuredTransactor(Transactor transactor, Metrics metrics) {
        this.transactor = transactor;
        this.metrics = metrics;
    }

    @Override
    public <R> R call(Supplier<R> work) {
        return current.get() != null
                ? transactor.call(work)
                : measured(Metric.CHANGES, begun -> transactor.call(asked(begun, work)));
    }

    @Override
    public <R> R callRelaxed(Supplier<R> work) {
        return current.get() != null
                ? transactor.callRelaxed(work)
                : measured(Metric.CHANGES, begun -> transactor.callRelaxed(asked(begun, work)));
    }

    /** Asked for now; how long it waits for its turn is timed. */
    private <R> Supplier<R> asked(Runnable begun, Supplier<R> work) {
        long asked = metrics.ticks();
        return () -> {
            metrics.time(Series.of(Metric.CHANGES_WAITING), metrics.since(asked));
            begun.run();
            return work.get();
        };
    }

    @Override
    public <R> R read(Supplier<R> work) {
        return current.get() != null
                ? transactor.read(work)
                : measured(
                        Metric.QUESTIONS,
                        begun -> transactor.read(() -> {
                            begun.run();
                            return work.get();
                        }));
    }

    /** Runs {@code then} once the change that this thread is in has been kept; at once if it is in none. */
    void afterwards(Runnable then) {
        List<Runnable> all = current.get();
        if (all == null) {
            then.run();
        } else {
            all.add(then);
        }
    }

    private <R> R measured(Metric metric, Running<R> running) {
        long[] begun = {metrics.ticks()};
        var afterwards = new ArrayList<Runnable>();
        Ending ending = Ending.FAILED;
        current.set(afterwards);
        try {
            R result = running.run(() -> begun[0] = metrics.ticks());
            ending = Ending.KEPT;
            return result;
        } catch (Refusal refusal) {
            ending = Ending.REFUSED;
            metrics.count(Series.of(Metric.REFUSALS, Tag.of(refusal.reason())));
            throw refusal;
        } finally {
            current.remove();
            metrics.time(Series.of(metric, Tag.of(Label.ENDING, ending)), metrics.since(begun[0]));
            if (ending == Ending.KEPT) {
                afterwards.forEach(Runnable::run);
            }
        }
    }

    private interface Running<R> {
        /** @param begun to be called when its turn has come */
        R run(Runnable begun);
    }
}
