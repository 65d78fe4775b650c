package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.StoreFailure;
import org.somoim.memory.Community;
import org.somoim.memory.PlainHasher;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.faults.FailingDataSource;
import org.somoim.sqlite.faults.FailingDataSource.Moment;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A host tries its own code on connections that fail, with what the library brings for it. */
class FaultyDatabaseTest {
    @TempDir
    Path folder;

    private FailingDataSource connections() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout(5_000);
        var real = new SQLiteDataSource(config);
        real.setUrl("jdbc:sqlite:" + folder.resolve("host.db"));
        return new FailingDataSource(real);
    }

    @Test
    @Covers("DAT-9")
    void twoPostsThatBelongTogetherAreThereBothOrNeitherWhateverCallFails() {
        FailingDataSource connections = connections();
        try (SqliteDatabase database = SqliteDatabase.on(connections)) {
            var town = new Community(clock -> Sqlite.ports(database, new PlainHasher(), clock, new Random(1)));
            Actor.Person owner = town.person();
            Group group = town.openGroup(owner);
            int nth = 0;
            do {
                connections.fail(++nth, Moment.BEFORE);
                tryToWriteTwo(town, owner, group);
                boolean hasFailed = connections.hasFailed();
                connections.fail(0, Moment.BEFORE);

                assertThat(town.somoim
                                .posts()
                                .inGroup(owner, group.id(), Page.Ask.first())
                                .items())
                        .as("call %s", nth)
                        .hasSize(hasFailed ? 0 : 2);
                if (!hasFailed) {
                    nth = -nth;
                }
            } while (nth > 0);
            assertThat(-nth).isGreaterThan(10);
        }
    }

    private static void tryToWriteTwo(Community town, Actor.Person owner, Group group) {
        try {
            town.somoim.together(() -> {
                town.post(owner, group);
                return town.post(owner, group);
            });
        } catch (StoreFailure told) {
            assertThat(told).hasMessageContaining("cause");
        }
    }
}
