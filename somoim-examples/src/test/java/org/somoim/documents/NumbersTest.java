package org.somoim.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.metrics.Label;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.metrics.Vocabulary;
import org.somoim.micrometer.MicrometerMetrics;

class NumbersTest {
    /** Dashboards are made from the table. */
    @Test
    @Covers("OPS-5")
    void prometheusCallsThemWhatTheTableSays() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var metrics = new MicrometerMetrics(registry);
        for (Metric metric : Metric.values()) {
            var series = new Series(
                    metric, metric.labels().stream().map(NumbersTest::other).toList());
            switch (metric.kind()) {
                case COUNTER -> metrics.count(series);
                case TIMER -> metrics.time(series, Duration.ofMillis(1));
            }
        }

        assertThat(Metric.values()).allSatisfy(metric -> assertThat(registry.scrape())
                .contains("# HELP " + Numbers.prometheus(metric) + " " + metric.meaning() + "\n"));
    }

    private static Tag other(Label label) {
        return new Vocabulary(label, List.of()).other();
    }
}
