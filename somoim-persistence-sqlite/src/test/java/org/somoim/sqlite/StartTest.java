package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.somoim.Covers;
import org.somoim.kernel.StartFailure;
import org.somoim.sqlite.kernel.SqliteFactLog;
import org.sqlite.SQLiteConfig;

/** How a database is opened, and what is said when it cannot be. */
class StartTest {
    private static final int STARTS = 8;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("somoim.db");
    }

    private static void assertRefused(SqliteOptions options, String where, String what) {
        assertThatThrownBy(() -> SqliteDatabase.open(options)).isInstanceOfSatisfying(StartFailure.class, e -> {
            assertThat(e.where()).isEqualTo(where);
            assertThat(e.what()).contains(what);
            assertThat(e.why()).isNotBlank();
            assertThat(e.fix()).isNotBlank();
            assertThat(e).hasMessageContaining(e.fix());
        });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @Covers("DAT-1")
    void aFolderIsEnoughToNameTheDatabase() {
        SqliteDatabase.open(SqliteOptions.at(folder)).close();

        assertThat(file()).isRegularFile();
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        Path missing = folder.resolve("typo");

        assertRefused(SqliteOptions.at(missing.resolve("somoim.db")), missing.toString(), "not there");
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() {
        // Nobody, the super-user included, makes files in here.
        Path proc = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(proc));

        assertRefused(SqliteOptions.at(proc.resolve("somoim.db")), proc.toString(), "cannot be written");
    }

    @Test
    void aFileThatIsNotADatabaseIsLeftAlone() throws IOException {
        String letter = "Dear Bora, this is a letter and no database. ".repeat(100);
        Files.writeString(file(), letter);

        assertRefused(SqliteOptions.at(folder), file().toString(), "not an SQLite database");
        assertThat(file()).hasContent(letter);
    }

    @Test
    void aFileThatWasMadeReadOnlyStaysSo() throws IOException {
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));

        assertRefused(SqliteOptions.at(folder), file().toString(), "read-only");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("r--------");
    }

    @Test
    void aFolderInPlaceOfTheFileIsNamed() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("odd"));

        assertRefused(
                new SqliteOptions(
                        odd, Durability.FULL, 2, Duration.ofSeconds(5), Duration.ofSeconds(5), Commits.SHARED),
                odd.toString(),
                "is a folder");
    }

    @Test
    void anOldFileIsClosedToOthersWhenItIsOpened() throws IOException {
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        SqliteDatabase.open(SqliteOptions.at(folder)).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    @Covers("DAT-11")
    void aDatabaseOfANewerVersionIsNotOpened() throws SQLException {
        SqliteDatabase.open(SqliteOptions.at(folder)).close();
        execute("""
                insert into somoim_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, installed_on,
                   execution_time, success)
                values (999, '209901010000', 'the future', 'SQL', 'the_future.sql', 1, '', '2099-01-01 00:00:00', 1, 1)
                """);

        assertRefused(SqliteOptions.at(folder), file().toString(), "209901010000");
    }

    @Test
    @Covers("DAT-11")
    void aMigrationThatWasEditedIsNoticed() throws SQLException {
        SqliteDatabase.open(SqliteOptions.at(folder)).close();
        execute("update somoim_schema_history set checksum = checksum + 1 where type = 'SQL'");

        assertRefused(SqliteOptions.at(folder), file().toString(), "other migrations");
    }

    /** Nor of the pools'; the library itself says once that it has made the tables. */
    @Test
    @Covers("OPS-4")
    void aStartThatGoesWellIsNoNewsOfTheLibrariesWithin() {
        var all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = all.getLevel();
        var news = new ListAppender<ILoggingEvent>();
        news.start();
        all.setLevel(Level.INFO);
        all.addAppender(news);
        try {
            for (int start = 0; start < 2; start++) {
                try (var database = SqliteDatabase.open(SqliteOptions.at(folder))) {
                    database.store(SqliteFactLog.class).newest();
                }
            }

            assertThat(news.list)
                    .extracting(ILoggingEvent::getLoggerName, ILoggingEvent::getFormattedMessage)
                    .containsExactly(tuple(SqliteDatabase.class.getName(), "The tables were brought up to date."));
        } finally {
            all.detachAppender(news);
            all.setLevel(before);
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        var options = SqliteOptions.at(folder);

        assertThatThrownBy(() -> options.withReaders(1))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("2 to 4");
        assertThatThrownBy(() -> options.withReaders(5)).isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> options.withDeadline(Duration.ZERO)).isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> options.withBusyTimeout(Duration.ofHours(1))).isInstanceOf(StartFailure.class);
        assertThat(options.withReaders(2).readers()).isEqualTo(2);
    }

    @Test
    void eightThreadsMayStartAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(STARTS);
        var together = new CyclicBarrier(STARTS);
        try {
            List<Future<Long>> starts = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                starts.add(threads.submit(() -> {
                    together.await();
                    try (var database = SqliteDatabase.open(SqliteOptions.at(folder))) {
                        return database.store(SqliteFactLog.class).newest();
                    }
                }));
            }
            for (Future<Long> start : starts) {
                assertThat(start.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void eightProcessesMayStartAtOnceAndUnpackNothingOutsideTheFolder() throws Exception {
        List<Process> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Start.class.getName(),
                            folder.toString())
                    .redirectError(folder.resolve("errors-" + i).toFile())
                    .start());
        }
        try {
            for (Process start : starts) {
                assertThat(start.inputReader().readLine()).isEqualTo("ready");
            }
            for (Process start : starts) {
                start.getOutputStream().close();
            }
            for (int i = 0; i < STARTS; i++) {
                assertThat(starts.get(i).inputReader().readLine())
                        .describedAs(Files.readString(folder.resolve("errors-" + i)))
                        .isEqualTo("unpacked in " + folder.resolve("native"));
                assertThat(starts.get(i).waitFor()).isZero();
            }
        } finally {
            starts.forEach(Process::destroy);
        }
        try (Stream<Path> left = Files.list(folder.resolve("native"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatKilledProcessesHaveUnpackedDoesNotPileUp() throws IOException {
        Path natives = Files.createDirectory(folder.resolve("native"));
        Path fresh = Files.createFile(natives.resolve("sqlite-2.so"));
        Path other = Files.createFile(natives.resolve("somebody-elses"));
        Path left = Files.createFile(natives.resolve("sqlite-1.so"));
        Path mark = Files.createFile(natives.resolve("sqlite-1.so.lck"));
        for (Path old : List.of(other, left, mark)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-03-02T12:00:00Z")));
        }

        SqliteDatabase.open(SqliteOptions.at(folder)).close();
        try (Stream<Path> there = Files.list(natives)) {
            assertThat(there).contains(fresh, other).doesNotContain(left, mark);
        }
    }

    @Test
    void whoeverSetsUpTablesKeepsOtherProcessesOut() throws Exception {
        Files.createFile(file());

        assertThat(new DatabaseFile(file()).<String>alone(this::askedElsewhere)).isEqualTo("taken");
        assertThat(askedElsewhere()).isEqualTo("free");
    }

    private String askedElsewhere() {
        try {
            Process peek = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Peek.class.getName(),
                            folder.resolve("somoim.db.lock").toString())
                    .start();
            return peek.inputReader().readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program of its own that says whether a lock is free. */
    static final class Peek {
        private Peek() {}

        public static void main(String[] arguments) throws IOException {
            try (var channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "taken" : "free");
            }
        }
    }

    /** A program of its own that opens a database when its input ends. */
    static final class Start {
        private Start() {}

        public static void main(String[] arguments) throws IOException {
            // So far the same in each, so that they are together when it comes to tables.
            new SQLiteConfig();
            Flyway.configure();
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // Nothing is sent; the end is the sign.
            }
            try (var database = SqliteDatabase.open(SqliteOptions.at(Path.of(arguments[0])))) {
                database.store(SqliteFactLog.class).newest();
                System.out.println("unpacked in " + System.getProperty("org.sqlite.tmpdir"));
            }
        }
    }
}
