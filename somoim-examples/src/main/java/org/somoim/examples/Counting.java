package org.somoim.examples;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Consumer;
import org.somoim.http.jetty.MetricsHost;
import org.somoim.metrics.Counters;
import org.somoim.micrometer.MicrometerMetrics;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/** Where the numbers of a community may go. */
final class Counting {
    private Counting() {}

    /** @param work on the database */
    static Counters inMemory(SqliteOptions options, Consumer<SqliteDatabase> work) {
        // tag::in-memory
        var counters = new Counters(System::nanoTime);
        SqliteDatabase database = SqliteDatabase.open(options, counters);
        // end::in-memory
        try (database) {
            work.accept(database);
        }
        return counters;
    }

    /** @param work on the database */
    static PrometheusMeterRegistry forPrometheus(SqliteOptions options, Consumer<SqliteDatabase> work) {
        // tag::prometheus
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        SqliteDatabase database = SqliteDatabase.open(options, new MicrometerMetrics(registry));
        // end::prometheus
        try (database) {
            work.accept(database);
        }
        return registry;
    }

    /** @param port 0 for any that is free */
    static MetricsHost served(PrometheusMeterRegistry registry, int port) {
        // tag::served
        var operators = new MetricsHost(registry::scrape, port);
        operators.start();
        // end::served
        return operators;
    }
}
