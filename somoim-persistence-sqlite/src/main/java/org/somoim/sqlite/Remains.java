package org.somoim.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left in the file, and in the journal beside it, of rows that were deleted.
 *
 * <p>In the file a deleted row is overwritten as it goes, by {@code secure_delete}, which every connection of the library has
 * on. In the journal earlier states of whole pages stay until it is written back and cut to nothing, and that waits for
 * everyone who still reads one of them.
 */
final class Remains {
    /** How long to wait for readers that are about to end; in milliseconds. Changes wait meanwhile. */
    private static final int PATIENCE = 50;

    private Remains() {}

    /**
     * Clears them away, on a connection that is in no transaction while nobody else changes anything.
     *
     * @return false if somebody still reads an earlier state
     */
    static boolean clear(Connection connection) throws SQLException {
        if (!"1".equals(asked(connection, "pragma secure_delete = on"))) {
            return false;
        }
        int usual = Integer.parseInt(asked(connection, "pragma busy_timeout"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + PATIENCE);
            try {
                mergeIndexes(connection, statement);
                return isCutToNothing(statement);
            } finally {
                statement.execute("pragma busy_timeout = " + usual);
            }
        }
    }

    /** A full-text index keeps the words of deleted rows until it is merged. */
    private static void mergeIndexes(Connection connection, Statement statement) throws SQLException {
        for (String index : fullTextIndexes(connection)) {
            statement.execute("insert into " + index + " (" + index + ") values ('optimize')");
        }
    }

    private static List<String> fullTextIndexes(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select name from sqlite_schema
                        where type = 'table' and name glob 'somoim_*' and sql like 'create virtual table%using fts5%'
                        order by name
                        """)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static boolean isCutToNothing(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            // Busy, pages in the journal, pages written back; minus one where there is no journal.
            return result.next() && result.getInt(1) == 0;
        }
    }

    private static String asked(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }
}
