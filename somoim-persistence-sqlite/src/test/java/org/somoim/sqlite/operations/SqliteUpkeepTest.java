package org.somoim.sqlite.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.kernel.Line;
import org.somoim.memory.TestClock;
import org.somoim.operations.Upkeep;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

@Covers({"OPS-9", "OPS-8"})
class SqliteUpkeepTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private SqliteDatabase database;
    private Upkeep upkeep;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(SqliteOptions.at(folder.resolve("town.db")));
        upkeep = new SqliteUpkeep(database, folder.resolve("copies"), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theStepsAreThoseThatWereTakenNow() {
        List<Upkeep.Step> steps = upkeep.steps();

        assertThat(steps).hasSizeGreaterThan(20);
        assertThat(steps)
                .isSortedAccordingTo((one, other) ->
                        one.version().value().compareTo(other.version().value()));
        assertThat(steps).allSatisfy(step -> assertThat(
                        Duration.between(step.at(), Clock.systemUTC().instant()).abs())
                .isLessThan(Duration.ofMinutes(10)));
    }

    @Test
    void copiesAreListedNewestFirstAndVerifiedByName() throws IOException {
        assertThat(upkeep.copies()).isEmpty();
        Upkeep.Copy first = upkeep.take();
        clock.advance(Duration.ofHours(1));
        Upkeep.Copy second = upkeep.take();

        assertThat(upkeep.copies()).containsExactly(second, first);
        assertThat(upkeep.check().isClean()).isTrue();
        assertThat(upkeep.check(first.name()))
                .hasValueSatisfying(found -> assertThat(found.isClean()).isTrue());

        Files.writeString(folder.resolve("copies").resolve(first.name().value()), "no database");
        assertThat(upkeep.check(first.name()))
                .hasValueSatisfying(found -> assertThat(found.isClean()).isFalse());
    }

    @Test
    void aNameLeadsToNothingThatIsNoCopy() {
        upkeep.take();

        for (String name : List.of("../town.db", "town.db", "/etc/passwd", "somoim-20260302T120000000Z.db/..")) {
            assertThat(upkeep.check(Line.of(name))).isEmpty();
        }
    }
}
