package org.somoim.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.logs.LogLine;
import org.sqlite.SQLiteConnection;

/** A transaction that this library ends, on a connection that goes back to where it came from. */
final class OpenTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTransaction.class);

    private final Connections source;
    private final Connection connection;
    private final Session session;

    private OpenTransaction(Connections source, Connection connection, Session session) {
        this.source = source;
        this.connection = connection;
        this.session = session;
    }

    static OpenTransaction begin(Connections source, Function<Connection, Session> sessions) {
        Connection connection = take(source);
        try {
            var begun = new OpenTransaction(source, connection, session(connection, sessions));
            begun.begin();
            return begun;
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    static Connection take(Connections source) {
        try {
            return source.get();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    Session session() {
        return session;
    }

    /** Nothing is kept if this fails, but for what failed after it was kept. */
    void keep() throws SQLException {
        boolean isKept = false;
        try (connection) {
            try {
                session.commit();
                isKept = true;
            } finally {
                session.end();
                if (isKept) {
                    release();
                } else {
                    rollback();
                }
            }
        }
    }

    /** Never throws: what made it necessary is on its way to the caller. */
    void undo() {
        try (connection) {
            session.end();
            rollback();
        } catch (SQLException notGivenBack) {
            LogLine.CONNECTION_NOT_CLOSED.to(LOG).because(notGivenBack).log();
        }
    }

    private static Session session(Connection connection, Function<Connection, Session> sessions) throws SQLException {
        boolean isMade = false;
        try {
            Session session = sessions.apply(connection);
            isMade = true;
            return session;
        } finally {
            if (!isMade) {
                connection.close();
            }
        }
    }

    private void begin() throws SQLException {
        boolean hasBegun = false;
        try {
            session.begin();
            hasBegun = true;
        } finally {
            if (!hasBegun) {
                undo();
            }
        }
    }

    /** Whoever takes the connection next finds it as it was, or does not find it. */
    private void release() throws SQLException {
        try {
            session.release();
        } catch (SQLException e) {
            discard();
            throw e;
        }
    }

    private void rollback() {
        try {
            session.rollback();
            session.release();
        } catch (SQLException undone) {
            // It never began, SQLite has undone it by itself, or the file is out of reach.
            LogLine.CONNECTION_REPLACED.to(LOG).because(undone).log();
            discard();
        }
    }

    /** A closed connection keeps nothing. */
    private void discard() {
        try {
            connection.unwrap(SQLiteConnection.class).close();
        } catch (SQLException broken) {
            LogLine.CONNECTION_NOT_CLOSED.to(LOG).because(broken).log();
        }
        if (source instanceof Pool pool) {
            pool.evict(connection);
        }
    }
}
