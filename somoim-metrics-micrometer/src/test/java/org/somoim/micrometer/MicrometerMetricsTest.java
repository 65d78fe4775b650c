package org.somoim.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.metrics.Label;
import org.somoim.metrics.Label.Ending;
import org.somoim.metrics.Label.LetterOutcome;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.metrics.Vocabulary;

class MicrometerMetricsTest {
    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MicrometerMetrics metrics = new MicrometerMetrics(prometheus);

    @Test
    @Covers("OPS-5")
    void prometheusReadsWhatIsCounted() {
        metrics.count(Series.of(Metric.LETTERS, Tag.of(Label.LETTER, LetterOutcome.SENT)), 3);

        assertThat(prometheus.scrape())
                .contains("# HELP somoim_letters_total Attempts to send a letter.")
                .contains("# TYPE somoim_letters_total counter")
                .contains("somoim_letters_total{outcome=\"sent\"} 3.0");
    }

    @Test
    @Covers("OPS-5")
    void prometheusReadsWhatIsTimedWithItsSteps() {
        metrics.time(Series.of(Metric.CHANGES, Tag.of(Label.ENDING, Ending.KEPT)), Duration.ofMillis(50));
        metrics.time(Series.of(Metric.CHANGES, Tag.of(Label.ENDING, Ending.KEPT)), Duration.ofMillis(450));

        assertThat(prometheus.scrape())
                .contains("# TYPE somoim_changes_seconds histogram")
                .contains("somoim_changes_seconds_bucket{outcome=\"kept\",le=\"0.025\"} 0")
                .contains("somoim_changes_seconds_bucket{outcome=\"kept\",le=\"0.1\"} 1")
                .contains("somoim_changes_seconds_bucket{outcome=\"kept\",le=\"0.5\"} 2")
                .contains("somoim_changes_seconds_count{outcome=\"kept\"} 2")
                .contains("somoim_changes_seconds_sum{outcome=\"kept\"} 0.5");
    }

    /** An alarm on a rise needs a zero to rise from. */
    @Test
    void whatCanBeForeseenIsThereFromTheStart() {
        assertThat(prometheus.scrape())
                .contains("somoim_store_failures_total{trouble=\"full\"} 0.0")
                .contains("somoim_letters_total{outcome=\"given-up\"} 0.0")
                .contains("somoim_changes_seconds_count{outcome=\"failed\"} 0")
                .contains("somoim_changes_waiting_seconds_count 0")
                .contains("somoim_http_limited_total{kind=\"enter\"} 0.0");
    }

    @Test
    void aPatternIsATagAsItIs() {
        var routes = new Vocabulary(Label.ROUTE, List.of("/groups/{group}"));
        metrics.time(
                Series.of(
                        Metric.HTTP_CALLS,
                        Tag.of(Label.METHOD, Letters.GET),
                        routes.tag("/groups/{group}"),
                        Tag.of(Label.STATUS, Letters.GET)),
                Duration.ofMillis(1));

        assertThat(prometheus.scrape())
                .contains("somoim_http_calls_seconds_count{method=\"get\",route=\"/groups/{group}\",status=\"get\"} 1");
    }

    private enum Letters {
        GET
    }

    @Test
    void timeIsTheRegistrys() {
        var clock = new MockClock();
        var other = new MicrometerMetrics(new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock));
        long begun = other.ticks();
        clock.add(Duration.ofSeconds(2));

        assertThat(other.since(begun)).isEqualTo(Duration.ofSeconds(2));
    }

    /** Two communities may count into one registry; what they count is added up. */
    @Test
    void twoMayShareARegistry() {
        var other = new MicrometerMetrics(prometheus);
        Series left = Series.of(Metric.LEFT_OUT);
        metrics.count(left);
        other.count(left);

        assertThat(prometheus.scrape()).contains("somoim_metrics_left_out_total 2.0");
    }
}
