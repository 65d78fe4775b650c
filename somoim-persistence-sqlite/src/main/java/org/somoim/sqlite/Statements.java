package org.somoim.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has been prepared on one connection, up to a number, the ones longest unused going first. For one thread at a time.
 */
final class Statements implements AutoCloseable {
    /** What a connection needs for all that a community does every day; some ten kilobytes each. */
    private static final int MOST_KEPT = 128;

    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int prepared;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Not yet bound, or bound as it was the last time. */
    PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = kept.get(sql);
        if (known != null) {
            return known;
        }
        makeRoom();
        PreparedStatement made = connection.prepareStatement(sql);
        prepared++;
        kept.put(sql, made);
        return made;
    }

    /** How often one had to be prepared. */
    int prepared() {
        return prepared;
    }

    /** Prepares everything anew. After an error the driver cannot run the same statement again. */
    void forget() {
        kept.values().forEach(Statements::close);
        kept.clear();
    }

    /** Lets go of them; the connection is somebody else's. */
    @Override
    public void close() {
        forget();
    }

    private void makeRoom() {
        if (kept.size() == MOST_KEPT) {
            var oldest = kept.values().iterator();
            close(oldest.next());
            oldest.remove();
        }
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException gone) {
            // So is what it held.
        }
    }
}
