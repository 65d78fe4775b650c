package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;

/** A start at which no migration is missing. */
class ShippedTest {
    private static final Path PRINTED = Path.of("src", "main", "resources", "org", "somoim", "sqlite", Shipped.LIST);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("somoim.db");
    }

    /** Printed anew by {@code -Dsomoim.docs=write}. */
    @Test
    @Covers("DAT-11")
    void theListSaysWhatFlywaySays() throws IOException {
        List<String> counted = Arrays.stream(Flyway.configure()
                        .dataSource("jdbc:sqlite:" + file(), null, null)
                        .locations(Migrations.LOCATION)
                        .load()
                        .info()
                        .all())
                .map(migration -> migration.getVersion() + " " + migration.getChecksum())
                .sorted()
                .toList();
        if ("write".equals(System.getProperty("somoim.docs"))) {
            Files.writeString(PRINTED, String.join("\n", counted) + "\n");
            return;
        }

        assertThat(counted).isNotEmpty();
        assertThat(Shipped.migrations())
                .as("It is printed by this test. Run: mvn verify -Dsomoim.docs=write")
                .isEqualTo(counted);
    }

    @Test
    @Covers("DAT-11")
    void whatIsMissingIsCarriedOut() throws SQLException {
        SqliteDatabase.open(SqliteOptions.at(folder)).close();
        // As it was one migration ago.
        change("drop table somoim_import_references");
        change("""
                create table somoim_import_references (
                    mark       blob    not null primary key check (length(mark) = 32),
                    source     text    not null check (length(source) between 1 and 60),
                    thing_id   blob    check (length(thing_id) = 16),
                    user_id    blob    references somoim_accounts (id) on delete cascade,
                    created_at integer not null
                ) strict, without rowid
                """);
        change("insert into somoim_import_references values (zeroblob(32), 'old-forum', zeroblob(16), null, 7)");
        change("delete from somoim_schema_history where script like '%by_source%'");

        SqliteDatabase.open(SqliteOptions.at(folder)).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                ResultSet kept = connection
                        .createStatement()
                        .executeQuery("select source, created_at from somoim_import_references")) {
            assertThat(Shipped.areAllIn(connection)).isTrue();
            assertThat(kept.next()).isTrue();
            assertThat(kept.getString(1)).isEqualTo("old-forum");
            assertThat(kept.getLong(2)).isEqualTo(7);
            assertThat(kept.next()).isFalse();
        }
    }

    @Test
    void whereNothingIsMissingFlywayIsNotEvenLoaded() throws Exception {
        assertThat(loadedByAStart()).anyMatch(line -> line.contains("org.flywaydb."));
        assertThat(loadedByAStart())
                .isNotEmpty()
                .anyMatch(line -> line.contains(SqliteDatabase.class.getName()))
                .noneMatch(line -> line.contains("org.flywaydb."));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> loadedByAStart() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Opened.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            List<String> lines = out.lines().toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        }
    }

    /** A host that starts and ends. */
    static final class Opened {
        private Opened() {}

        public static void main(String[] arguments) {
            SqliteDatabase.open(SqliteOptions.at(Path.of(arguments[0]))).close();
        }
    }
}
