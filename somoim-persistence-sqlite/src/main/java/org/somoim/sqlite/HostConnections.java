package org.somoim.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.somoim.kernel.StartFailure;
import org.sqlite.SQLiteConnection;

/** What the library asks of connections that it has not opened itself. */
final class HostConnections {
    private HostConnections() {}

    /**
     * @return the file that {@code dataSource} leads to
     * @throws StartFailure if one of its connections is not as the library needs it
     */
    static String check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            require(
                    connection.isWrapperFor(SQLiteConnection.class),
                    () -> new StartFailure(
                            "The DataSource does not lead to an SQLite database.",
                            "the DataSource handed in",
                            "The library's statements are written for SQLite, and it needs the driver's own connection to stop"
                                    + " those that run too long.",
                            "Hand in an org.sqlite.SQLiteDataSource, or a pool over one.",
                            null));
            requireSetting(
                    connection.getAutoCommit(),
                    "auto-commit off",
                    "The library begins and ends its transactions itself.",
                    "Hand out connections in auto-commit mode (HikariCP: setAutoCommit(true)).");
            requireSetting(
                    "wal".equalsIgnoreCase(asked(connection, "pragma journal_mode")),
                    "journal_mode " + asked(connection, "pragma journal_mode"),
                    "Without a write-ahead log every question would hold up every change.",
                    "Call SQLiteConfig.setJournalMode(JournalMode.WAL) before the first connection.");
            requireSetting(
                    "1".equals(asked(connection, "pragma foreign_keys")),
                    "foreign_keys off",
                    "Rows would outlive what they belong to.",
                    "Call SQLiteConfig.enforceForeignKeys(true); SQLite forgets it with each connection.");
            requireSetting(
                    Long.parseLong(asked(connection, "pragma busy_timeout")) > 0,
                    "busy_timeout 0",
                    "Changes would fail as soon as any other connection writes.",
                    "Call SQLiteConfig.setBusyTimeout(5000).");
            return fileOf(connection);
        } catch (SQLException e) {
            throw Failures.atStart(e, "the DataSource handed in").orElseThrow();
        }
    }

    /** @throws IllegalStateException if {@code connection} is not in a transaction, or not one on {@code file} */
    static void requireTransaction(Connection connection, String file) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the connection is in auto-commit mode: begin a transaction first");
        }
        if (!connection.isWrapperFor(SQLiteConnection.class)) {
            throw new IllegalStateException("this is not a connection of the SQLite driver");
        }
        if (!isSame(fileOf(connection), file)) {
            throw new IllegalStateException("the connection is to another file than " + file);
        }
        if (!"1".equals(asked(connection, "pragma foreign_keys"))) {
            throw new IllegalStateException("the connection does not enforce foreign keys:"
                    + " call SQLiteConfig.enforceForeignKeys(true) before opening it");
        }
    }

    private static String fileOf(Connection connection) throws SQLException {
        return asked(connection, "select file from pragma_database_list where name = 'main'");
    }

    private static boolean isSame(String one, String other) {
        try {
            return !one.isEmpty() && Files.isSameFile(Path.of(one), Path.of(other));
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireSetting(boolean right, String what, String why, String fix) {
        require(
                right,
                () -> new StartFailure(
                        "The connections handed in have " + what + ".", "the DataSource handed in", why, fix, null));
    }

    private static void require(boolean right, Supplier<StartFailure> otherwise) {
        if (!right) {
            throw otherwise.get();
        }
    }

    private static String asked(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }
}
