package org.somoim.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.Word;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.somoim.metrics.Label;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.metrics.Vocabulary;

/** Counts what happens, and tells the operator of facts that are set aside, once it is kept in another log. */
public final class MeasuredFactLog implements FactLog {
    private static final Logger LOG = LoggerFactory.getLogger(MeasuredFactLog.class);

    private final FactLog log;
    private final MeasuredTransactor transactor;
    private final Metrics metrics;
    private final Vocabulary listeners;

    /** @param listeners for whom it may set facts aside; empty for whoever only appends */
    public MeasuredFactLog(FactLog log, MeasuredTransactor transactor, Metrics metrics, List<FactListener> listeners) {
        this.log = log;
        this.transactor = transactor;
        this.metrics = metrics;
        this.listeners = MeasuredListener.names(listeners);
    }

    @Override
    public void append(Fact fact, Instant at) {
        log.append(fact, at);
        transactor.afterwards(() -> count(fact));
    }

    @Override
    public void appendAll(List<Fact> facts, Instant at) {
        log.appendAll(facts, at);
        transactor.afterwards(() -> facts.forEach(this::count));
    }

    private void count(Fact fact) {
        metrics.count(Series.of(Metric.FACTS, Tag.of(fact)));
    }

    @Override
    public List<Entry> after(long position, int limit) {
        return log.after(position, limit);
    }

    @Override
    public Optional<Entry> find(long position) {
        return log.find(position);
    }

    @Override
    public long newest() {
        return log.newest();
    }

    @Override
    public Progress progress(Word listener) {
        return log.progress(listener);
    }

    @Override
    public boolean advance(Word listener, long from, long to) {
        return log.advance(listener, from, to);
    }

    @Override
    public void failed(Word listener, int failures, Instant retryAt) {
        log.failed(listener, failures, retryAt);
    }

    @Override
    public void setAside(SetAside setAside) {
        log.setAside(setAside);
        transactor.afterwards(() -> {
            Tag listener = listeners.tag(setAside.listener().value());
            metrics.count(Series.of(Metric.DELIVERIES, listener, Tag.of(Label.DELIVERY, Label.Delivery.SET_ASIDE)));
            LogLine.FACT_SET_ASIDE
                    .to(LOG)
                    .with(Field.LISTENER, setAside.listener())
                    .with(Field.POSITION, setAside.position())
                    .with(Field.FAILURES, setAside.failures())
                    .with(Field.ERROR, setAside.error())
                    .log();
        });
    }

    @Override
    public List<SetAside> setAside() {
        return log.setAside();
    }

    @Override
    public boolean takeBack(Word listener, long position) {
        return log.takeBack(listener, position);
    }

    @Override
    public int trim(long position) {
        return log.trim(position);
    }
}
