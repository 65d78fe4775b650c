package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
        change("drop table somoim_case_lessons");
        change("drop index somoim_idx_case_signals_age");
        change("alter table somoim_case_signals drop column said");
        change("delete from somoim_schema_history where script like '%lessons%'");

        SqliteDatabase.open(SqliteOptions.at(folder)).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(Shipped.areAllIn(connection)).isTrue();
            connection.createStatement().execute("select * from somoim_case_lessons");
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
