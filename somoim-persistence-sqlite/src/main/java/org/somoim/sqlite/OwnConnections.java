package org.somoim.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * What connections of the library's own keep from one transaction to the next: what was prepared on them, and who stops what
 * takes too long. Forgotten some time after they were closed.
 */
final class OwnConnections {
    private final Duration longest;
    private final Map<SQLiteConnection, Kept> kept = new ConcurrentHashMap<>();

    /** @param longest that one statement may run */
    OwnConnections(Duration longest) {
        this.longest = longest;
    }

    record Kept(SQLiteConnection connection, Statements statements, Deadline deadline) {}

    /** For the thread that has the connection. */
    Kept kept(SQLiteConnection connection) {
        Kept known = kept.get(connection);
        if (known != null) {
            return known;
        }
        kept.keySet().removeIf(OwnConnections::isClosed);
        return kept.computeIfAbsent(connection, this::watched);
    }

    /** How many statements have been prepared on those that are there. */
    int prepared() {
        return kept.values().stream()
                .mapToInt(one -> one.statements().prepared())
                .sum();
    }

    private Kept watched(SQLiteConnection connection) {
        var deadline = new Deadline(longest);
        deadline.rest();
        try {
            ProgressHandler.setHandler(connection, Deadline.STEPS, deadline);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
        return new Kept(connection, new Statements(connection), deadline);
    }

    private static boolean isClosed(SQLiteConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }
}
