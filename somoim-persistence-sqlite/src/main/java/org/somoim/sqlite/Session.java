package org.somoim.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.kernel.StoreFailure;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** One transaction on one connection, for one thread at a time. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Connection connection;
    private final Statements statements;
    private final boolean own;
    private final boolean writes;
    private final boolean isRelaxed;
    private final Deadline deadline;
    /** What SQLite may have undone the whole transaction for. From then on each statement would stand alone. */
    private @Nullable SQLException undone;

    private Session(
            Connection connection,
            Statements statements,
            boolean own,
            boolean writes,
            boolean isRelaxed,
            Deadline deadline) {
        this.connection = connection;
        this.statements = statements;
        this.own = own;
        this.writes = writes;
        this.isRelaxed = isRelaxed;
        this.deadline = deadline;
    }

    /**
     * On a connection of the library's own.
     *
     * @param isRelaxed whether the end need not wait for the disk, where transactions otherwise do
     */
    static Session on(OwnConnections.Kept kept, boolean writes, boolean isRelaxed) {
        return new Session(kept.connection(), kept.statements(), true, writes, isRelaxed, kept.deadline());
    }

    /** On a connection that is on loan and goes back as it came. */
    static Session onLoan(Connection connection, boolean writes, Deadline deadline) {
        return new Session(connection, new Statements(connection), false, writes, false, deadline);
    }

    void requireWrites() {
        if (!writes) {
            throw new IllegalStateException("a change inside a question: changes belong into Transactor.call");
        }
    }

    /** Starts a transaction that this library ends. Whatever is thrown, the connection may be in one. */
    void begin() throws SQLException {
        deadline.restart();
        if (!own) {
            ProgressHandler.setHandler(connection.unwrap(SQLiteConnection.class), Deadline.STEPS, deadline);
        }
        if (!own && !writes) {
            execute("pragma query_only = on");
        }
        if (!own && writes) {
            overwriteWhatIsDeleted();
        }
        if (isRelaxed) {
            execute("pragma synchronous = normal");
        }
        // Not by setAutoCommit: the driver's commit begins the next transaction at once, and keeps the file locked.
        execute(writes ? "begin immediate" : "begin");
    }

    /** For a connection on loan: SQLite forgets it with each connection. It stays on, and the host's own rows gain by it. */
    void overwriteWhatIsDeleted() throws SQLException {
        execute("pragma secure_delete = on");
    }

    /** Runs one statement. What it throws may have an {@link SQLException} for its cause. */
    @Nullable
    Object statement(Call call, @Nullable Object @Nullable [] arguments) throws SQLException {
        if (call.isWrite() && !writes) {
            throw new IllegalStateException(call.store().getSimpleName()
                    + ": a write outside a transaction. Changes belong into Transactor.call");
        }
        requireWhole();
        deadline.restart();
        try {
            return call.on(statements, arguments);
        } catch (SQLException | RuntimeException e) {
            SQLException sql = sql(e);
            if (sql != null) {
                failed(call, sql);
            }
            throw e;
        }
    }

    private void failed(Call call, SQLException sql) {
        statements.forget();
        if (Failures.isStopped(sql)) {
            LogLine.STATEMENT_STOPPED
                    .to(LOG)
                    .with(Field.STATEMENT, call.method())
                    .with(Field.DURATION, deadline.longest())
                    .log();
        }
        if (!writes && Failures.isWriteByReader(sql)) {
            throw new IllegalStateException(
                    call.store().getSimpleName() + ": a write in a statement that is declared to read", sql);
        }
        if (writes && Failures.mayHaveUndone(sql)) {
            undone = sql;
        }
    }

    void empty(List<String> tables) {
        requireWrites();
        requireWhole();
        deadline.restart();
        try {
            for (String table : tables) {
                execute("delete from " + table);
            }
        } catch (SQLException e) {
            undone = e;
            throw Failures.of(e);
        }
    }

    /** Begins a part of the transaction that can be undone alone. */
    void mark() throws SQLException {
        deadline.restart();
        execute("savepoint somoim_change");
    }

    void keepSinceMark() throws SQLException {
        requireWhole();
        deadline.restart();
        execute("release somoim_change");
    }

    /** Undoes what was done since the mark. If that fails, there is no transaction any more, or nobody knows of what. */
    void undoToMark() throws SQLException {
        deadline.restart();
        execute("rollback to somoim_change");
        execute("release somoim_change");
        undone = null;
    }

    void commit() throws SQLException {
        requireWhole();
        deadline.restart();
        execute("commit");
    }

    /** Undoes everything. If that fails, only closing the connection does. */
    void rollback() throws SQLException {
        deadline.restart();
        execute("rollback");
    }

    /** On somebody else's connection no statement may stay open. */
    void end() {
        if (!own) {
            statements.close();
        }
    }

    void release() throws SQLException {
        deadline.rest();
        if (isRelaxed) {
            execute("pragma synchronous = full");
        }
        if (own) {
            return;
        }
        if (!writes) {
            execute("pragma query_only = off");
        }
        ProgressHandler.clearHandler(connection.unwrap(SQLiteConnection.class));
    }

    /** @throws StoreFailure if SQLite may have undone it in between */
    void requireWhole() {
        if (undone != null) {
            throw new StoreFailure(
                    "An earlier failure has undone this change; let it end and try it as a whole.", undone);
        }
    }

    private void execute(String sql) throws SQLException {
        if (own) {
            try {
                statements.of(sql).executeUpdate();
            } catch (SQLException e) {
                // As for any other: the next commit on this connection is not to fail because one did.
                statements.forget();
                throw e;
            }
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable SQLException sql(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
