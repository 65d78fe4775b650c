package org.somoim.observation;

import java.time.Instant;
import java.util.List;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Word;
import org.somoim.metrics.Label;
import org.somoim.metrics.Label.Delivery;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.metrics.Vocabulary;

/** Counts what another listener hears, and how often it fails. */
public final class MeasuredListener implements FactListener {
    private final FactListener listener;
    private final MeasuredTransactor transactor;
    private final Metrics metrics;
    private final Tag tag;

    private MeasuredListener(FactListener listener, MeasuredTransactor transactor, Metrics metrics, Tag tag) {
        this.listener = listener;
        this.transactor = transactor;
        this.metrics = metrics;
        this.tag = tag;
    }

    /** Every one of them, in order. */
    public static List<FactListener> all(
            List<? extends FactListener> listeners, MeasuredTransactor transactor, Metrics metrics) {
        Vocabulary names = names(listeners);
        return listeners.stream()
                .<FactListener>map(listener -> new MeasuredListener(
                        listener, transactor, metrics, names.tag(listener.name().value())))
                .toList();
    }

    static Vocabulary names(List<? extends FactListener> listeners) {
        return new Vocabulary(
                Label.LISTENER,
                listeners.stream().map(listener -> listener.name().value()).toList());
    }

    @Override
    public Word name() {
        return listener.name();
    }

    @Override
    public void on(Fact fact, Instant at) {
        counted(() -> listener.on(fact, at));
    }

    @Override
    public Runnable ready(Fact fact, Instant at) {
        try {
            Runnable ready = listener.ready(fact, at);
            return () -> counted(ready);
        } catch (StoreFailure broken) {
            throw broken;
        } catch (RuntimeException error) {
            count(Delivery.FAILED);
            throw error;
        }
    }

    @Override
    public boolean isSlow() {
        return listener.isSlow();
    }

    @Override
    public int most() {
        return listener.most();
    }

    private void counted(Runnable hearing) {
        try {
            hearing.run();
        } catch (StoreFailure broken) {
            // Not the listener's fault.
            throw broken;
        } catch (RuntimeException error) {
            count(Delivery.FAILED);
            throw error;
        }
        transactor.afterwards(() -> count(Delivery.HEARD));
    }

    @Override
    public void heard(Fact fact) {
        listener.heard(fact);
    }

    private void count(Delivery delivery) {
        metrics.count(Series.of(Metric.DELIVERIES, tag, Tag.of(Label.DELIVERY, delivery)));
    }
}
