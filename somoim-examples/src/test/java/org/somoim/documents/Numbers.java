package org.somoim.documents;

import static java.util.stream.Collectors.joining;
import static org.somoim.documents.Table.row;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.somoim.http.wire.Method;
import org.somoim.metrics.Label;
import org.somoim.metrics.Metric;

/** The tables in {@code docs/metrics.md}. */
final class Numbers {
    private static final PrometheusNamingConvention PROMETHEUS = new PrometheusNamingConvention();

    private Numbers() {}

    static String tables() {
        return Table.of(
                        new String[] {"Name", "In Prometheus", "Told apart by", "What it counts"},
                        Stream.of(Metric.values())
                                .map(metric -> row(
                                        "`" + metric.key() + "`",
                                        "`" + prometheus(metric) + "`",
                                        labels(metric),
                                        metric.meaning()))
                                .toList())
                + "\n"
                + Table.of(
                        new String[] {"Tag", "Of", "Values"},
                        Stream.of(Label.values())
                                .map(label -> row("`" + label.key() + "`", metrics(label), values(label)))
                                .toList());
    }

    /** As a scrape begins its lines; those of timers go on with {@code _count}, {@code _sum}, {@code _bucket}. */
    static String prometheus(Metric metric) {
        return switch (metric.kind()) {
            case COUNTER -> PROMETHEUS.name(metric.key(), Meter.Type.COUNTER, null) + "_total";
            case TIMER -> PROMETHEUS.name(metric.key(), Meter.Type.TIMER, "seconds");
        };
    }

    private static String labels(Metric metric) {
        return metric.labels().stream().map(label -> "`" + label.key() + "`").collect(joining(", "));
    }

    private static String metrics(Label label) {
        return Stream.of(Metric.values())
                .filter(metric -> metric.labels().contains(label))
                .map(metric -> "`" + metric.key() + "`")
                .collect(joining(", "));
    }

    private static String values(Label label) {
        Object[] constants =
                label == Label.METHOD ? Method.values() : label.takes().getEnumConstants();
        return constants == null
                ? label.meaning()
                : label.meaning() + ": "
                        + Arrays.stream(constants)
                                .map(constant -> "`"
                                        + constant.toString()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-') + "`")
                                .collect(joining(", "));
    }
}
