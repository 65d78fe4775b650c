package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.memory.PlainHasher;
import org.somoim.metrics.Label;
import org.somoim.metrics.Label.Ending;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

class CountingTest {
    private static final Consumer<SqliteDatabase> ONE_CHANGE = database -> {
        var ports = Sqlite.ports(database, new PlainHasher(), InstantSource.system(), new Random(1));
        new Somoim(ports).together(() -> true);
    };

    @TempDir
    Path folder;

    @Test
    @Covers("OPS-5")
    void numbersAreKeptInMemory() {
        Series kept = Series.of(Metric.CHANGES, Tag.of(Label.ENDING, Ending.KEPT));

        assertThat(Counting.inMemory(SqliteOptions.at(folder), ONE_CHANGE).counted(kept))
                .isEqualTo(1);
    }

    @Test
    @Covers("OPS-5")
    void numbersGoToPrometheusWithThoseOfTheProcess() {
        var registry = Counting.forPrometheus(SqliteOptions.at(folder), ONE_CHANGE);

        assertThat(registry.scrape())
                .contains("somoim_changes_seconds_count{outcome=\"kept\"} 1")
                .contains("process_uptime_seconds", "jvm_memory_used_bytes", "system_cpu_usage");
        Counting.served(registry, 0).close();
    }
}
