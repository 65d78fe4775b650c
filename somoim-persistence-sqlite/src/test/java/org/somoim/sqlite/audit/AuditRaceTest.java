package org.somoim.sqlite.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/** Several at the same moment, also of two libraries on the same file: one chain, and no fork in it. */
@Covers("FUT-14")
class AuditRaceTest {
    private static final Actor HOST = Actor.host("test");
    private static final int THREADS = 8;
    private static final int EACH = 25;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void threadsEnd() {
        threads.shutdownNow();
    }

    private static Community on(SqliteDatabase file, long seed) {
        return new Community(clock -> Sqlite.ports(
                file, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random(seed)));
    }

    @Test
    void howeverManyAppendAtOnceThereIsOneChain() throws Exception {
        // SQLite gives the file to whoever happens to ask, and not in turn: one of two libraries may wait for long.
        SqliteOptions patient = SqliteOptions.at(database.file()).withBusyTimeout(Duration.ofMinutes(1));
        try (SqliteDatabase first = SqliteDatabase.open(patient);
                SqliteDatabase second = SqliteDatabase.open(patient)) {
            Community town = on(first, 1);
            Community other = on(second, 2);
            List<Callable<Integer>> turns = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Somoim own = thread % 2 == 0 ? town.somoim : other.somoim;
                Actor.Person person = town.person();
                turns.add(() -> {
                    for (int i = 0; i < EACH; i++) {
                        own.accounts().suspend(HOST, person.id());
                        own.accounts().reinstate(HOST, person.id());
                    }
                    return EACH;
                });
            }
            for (Future<Integer> turn : threads.invokeAll(turns)) {
                turn.get();
            }

            var found = town.somoim.audit().verify(HOST);
            assertThat(found.broken()).isNull();
            assertThat(found.head()).isEqualTo(other.somoim.audit().head(HOST));
            assertThat(database.ask("select count(*) from somoim_facts where fact like 'accounts.suspended %'"
                            + " or fact like 'accounts.reinstated %'"))
                    .containsExactly(String.valueOf(found.head().entries()));
        }
    }
}
