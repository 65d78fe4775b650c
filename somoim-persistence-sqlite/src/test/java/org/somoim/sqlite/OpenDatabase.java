package org.somoim.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.somoim.Ports;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.kernel.BellFact;
import org.somoim.kernel.Transactor;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryMailer;
import org.somoim.memory.PlainHasher;
import org.sqlite.SQLiteConfig;

/** A fresh database file for each test: {@code @RegisterExtension final OpenDatabase database = new OpenDatabase();}. */
public final class OpenDatabase implements BeforeEachCallback, AfterEachCallback {
    private final List<SqlitePart> parts = new ArrayList<>();
    private Path folder;
    private SqliteDatabase database;

    /** @param more besides those of the library */
    public OpenDatabase(SqlitePart... more) {
        parts.addAll(SqliteParts.ALL);
        parts.add(SqlitePart.of().with(BellFact.class));
        parts.addAll(List.of(more));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        close();
    }

    /** For tests that make more than one. */
    public void open() throws IOException {
        folder = Files.createTempDirectory("somoim");
        for (Map.Entry<String, byte[]> file : Empty.FILES.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        database = SqliteDatabase.open(SqliteOptions.at(folder), parts);
    }

    /** What the migrations leave behind. They run once for all tests of a process, and most of a test's time was theirs. */
    private static final class Empty {
        static final Map<String, byte[]> FILES = migrated();

        private static Map<String, byte[]> migrated() {
            try {
                Path folder = Files.createTempDirectory("somoim");
                SqliteDatabase.open(SqliteOptions.at(folder), SqliteParts.ALL).close();
                Map<String, byte[]> files = new HashMap<>();
                try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                    for (Path file : all) {
                        files.put(file.getFileName().toString(), Files.readAllBytes(file));
                    }
                }
                clear(folder);
                return files;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void close() throws IOException {
        database.close();
        clear(folder);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A community that lives in the file. */
    public Community community() {
        return new Community(this::ports);
    }

    /** What such a community is on. */
    public Ports ports(InstantSource clock) {
        return Sqlite.ports(
                database, new PlainHasher(), PasswordPolicy.notTheAccount(), new MemoryMailer(), clock, new Random(1));
    }

    /** One whose letters go to a folder next to the file. */
    public Community spooling() {
        return new Community(clock -> Sqlite.ports(database, new PlainHasher(), clock, new Random(1)));
    }

    public Transactor transactor() {
        return database;
    }

    public <S> S store(Class<S> type) {
        return database.store(type);
    }

    /** A connection of a host's own, as the driver makes it but for foreign keys. */
    public Connection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file());
        database.seal(connection);
        return connection;
    }

    /** Runs statements past the library. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First column of every row. */
    public List<String> ask(String question) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path file() {
        return folder.resolve("somoim.db");
    }

    public SqliteDatabase database() {
        return database;
    }

    Path folder() {
        return folder;
    }
}
