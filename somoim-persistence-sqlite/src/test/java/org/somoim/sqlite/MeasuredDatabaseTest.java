package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.ibatis.annotations.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.kernel.StoreFailure;
import org.somoim.logs.Heard;
import org.somoim.memory.PlainHasher;
import org.somoim.memory.TestClock;
import org.somoim.metrics.Counters;
import org.somoim.metrics.Label;
import org.somoim.metrics.Label.Trouble;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;

/** What operators are told of a database. */
class MeasuredDatabaseTest {
    @TempDir
    Path folder;

    /** What is quick keeps to it however busy the machine is, opening a connection included. */
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final Counters counters = new Counters(System::nanoTime);

    /** Asks for long work. */
    public interface Slow {
        @Select("with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n")
        long countForever();
    }

    private long failures(Trouble trouble) {
        return counters.counted(Series.of(Metric.STORE_FAILURES, Tag.of(Label.TROUBLE, trouble)));
    }

    private SqliteOptions hasty() {
        return SqliteOptions.at(folder).withDeadline(DEADLINE);
    }

    @Test
    @Covers({"OPS-4", "OPS-5"})
    void aStatementThatIsStoppedIsNamed() {
        try (var database = SqliteDatabase.open(hasty(), counters, List.of(SqlitePart.of(Slow.class)));
                var heard = new Heard("org.somoim", "org.somoim.sqlite.Failures")) {
            assertThatThrownBy(() -> database.store(Slow.class).countForever()).isInstanceOf(StoreFailure.class);

            assertThat(heard.lines())
                    .containsExactly(
                            "store.statement-stopped {somoim.statement=Slow.countForever, event.duration=3000000000}",
                            "store.failed {somoim.trouble=deadline}");
            assertThat(failures(Trouble.DEADLINE)).isEqualTo(1);
        }
    }

    @Test
    @Covers({"OPS-4", "OPS-5"})
    void aChangeThatDoesNotGetItsTurnIsCountedAndSoIsItsWaiting() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (var database = SqliteDatabase.open(hasty(), counters);
                var heard = new Heard("org.somoim", "org.somoim.sqlite.Failures")) {
            var somoim = new Somoim(Sqlite.ports(database, new PlainHasher(), new TestClock(), new Random(1)));
            var isIn = new CountDownLatch(1);
            var mayLeave = new CountDownLatch(1);
            Future<Boolean> first = threads.submit(() -> somoim.together(() -> {
                isIn.countDown();
                try {
                    mayLeave.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return true;
            }));
            isIn.await();
            assertThatThrownBy(() -> somoim.together(() -> true)).isInstanceOf(StoreFailure.class);
            mayLeave.countDown();
            assertThat(first.get()).isTrue();

            assertThat(failures(Trouble.NO_TURN)).isEqualTo(1);
            assertThat(heard.lines()).contains("store.failed {somoim.trouble=no-turn}");
            assertThat(counters.readings()
                            .get(Series.of(Metric.CHANGES_WAITING))
                            .longest())
                    .as("of those that had it in the end")
                    .isLessThan(DEADLINE);
        } finally {
            threads.shutdownNow();
        }
    }
}
