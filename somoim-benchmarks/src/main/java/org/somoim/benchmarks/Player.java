package org.somoim.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;

/**
 * Asks the database by hand for what is on a {@link Tape}: plain JDBC, statements prepared once, one transaction to a call,
 * every column of every row read. Settings are those of the library's connections. Nothing is sealed or opened: whoever
 * writes statements by hand would not.
 */
final class Player implements AutoCloseable {
    private final Connection writer;
    private final Connection reader;
    private final Map<String, Prepared> prepared = new HashMap<>();

    Player(Path file) throws SQLException {
        writer = writer(file);
        reader = reader(file);
    }

    private record Prepared(PreparedStatement statement, int columns) {}

    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return opened(config, file);
    }

    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return opened(config, file);
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Connection opened(SQLiteConfig config, Path file) throws SQLException {
        // Transactions are begun by hand: the driver would begin the next one at once, and keep others from writing.
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        for (String name : List.of("somoim_seal", "somoim_open")) {
            Function.create(connection, name, new Last());
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        reader.close();
        writer.close();
    }

    /** @return the rows that were read */
    List<@Nullable Object[]> read(List<Tape.Step> steps) throws SQLException {
        return play(reader, "begin", steps);
    }

    List<@Nullable Object[]> write(List<Tape.Step> steps) throws SQLException {
        return play(writer, "begin immediate", steps);
    }

    private List<@Nullable Object[]> play(Connection connection, String begin, List<Tape.Step> steps)
            throws SQLException {
        List<@Nullable Object[]> all = new ArrayList<>();
        run(connection, begin);
        for (Tape.Step step : steps) {
            Prepared asked = prepared.get(step.sql());
            if (asked == null) {
                asked = prepare(connection, step);
                prepared.put(step.sql(), asked);
            }
            PreparedStatement statement = asked.statement();
            int place = 0;
            for (Object value : step.values()) {
                statement.setObject(++place, value);
            }
            if (asked.columns() == 0) {
                statement.executeUpdate();
                continue;
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = new Object[asked.columns()];
                    for (int column = 0; column < row.length; column++) {
                        row[column] = rows.getObject(column + 1);
                    }
                    all.add(row);
                }
            }
        }
        run(connection, "commit");
        return all;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Prepared prepare(Connection connection, Tape.Step step) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(step.sql());
        return new Prepared(
                statement, step.isQuestion() ? statement.getMetaData().getColumnCount() : 0);
    }

    /** Gives back what was to be sealed or opened. */
    private static final class Last extends Function {
        @Override
        protected void xFunc() throws SQLException {
            int last = args() - 1;
            if (value_type(last) == 5) {
                result();
            } else if (value_type(last) == 4) {
                result(value_blob(last));
            } else {
                result(value_text(last));
            }
        }
    }
}
