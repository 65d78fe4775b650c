package org.somoim.sqlite;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.kernel.StoreFailure;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** One transaction, of one thread, on one connection. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /** How many steps of SQLite's machine lie between two looks at the clock; about a millisecond of work. */
    private static final int STEPS = 10_000;

    private final Connection connection;
    private final SqlSession mybatis;
    private final boolean writes;
    private final Deadline deadline;
    /** What SQLite may have undone the whole transaction for. From then on each statement would stand alone. */
    private @Nullable SQLException undone;

    Session(Connection connection, SqlSession mybatis, boolean writes, Duration longest) {
        this.connection = connection;
        this.mybatis = mybatis;
        this.writes = writes;
        this.deadline = new Deadline(longest.toNanos());
    }

    void requireWrites() {
        if (!writes) {
            throw new IllegalStateException("a change inside a question: changes belong into Transactor.call");
        }
    }

    /**
     * Starts a transaction that this library ends. Whatever is thrown, the connection may be in one.
     *
     * @param own false if the connection is on loan and goes back as it came
     */
    void begin(boolean own) throws SQLException {
        ProgressHandler.setHandler(connection.unwrap(SQLiteConnection.class), STEPS, deadline);
        if (!own && !writes) {
            execute("pragma query_only = on");
        }
        if (!own && writes) {
            overwriteWhatIsDeleted();
        }
        // Not by setAutoCommit: the driver's commit begins the next transaction at once, and keeps the file locked.
        execute(writes ? "begin immediate" : "begin");
    }

    /** For a connection on loan: SQLite forgets it with each connection. It stays on, and the host's own rows gain by it. */
    void overwriteWhatIsDeleted() throws SQLException {
        execute("pragma secure_delete = on");
    }

    /** Runs one statement on the store of type {@code type}. */
    <S, R> @Nullable R statement(Class<S> type, Method name, boolean isWrite, ThrowingFunction<S, R> statement)
            throws Throwable {
        if (isWrite && !writes) {
            throw new IllegalStateException(
                    type.getSimpleName() + ": a write outside a transaction. Changes belong into Transactor.call");
        }
        requireWhole();
        deadline.restart();
        try {
            return statement.apply(mybatis.getMapper(type));
        } catch (RuntimeException e) {
            SQLException sql = sql(e);
            if (sql != null) {
                // After an error the driver cannot run the same statement again.
                mybatis.flushStatements();
                if (Failures.isStopped(sql)) {
                    LogLine.STATEMENT_STOPPED
                            .to(LOG)
                            .with(Field.STATEMENT, name)
                            .with(Field.DURATION, deadline.longest())
                            .log();
                }
                if (!writes && Failures.isWriteByReader(sql)) {
                    throw new IllegalStateException(
                            type.getSimpleName() + ": a write in a statement that is declared to read", e);
                }
                if (writes && Failures.mayHaveUndone(sql)) {
                    undone = sql;
                }
            }
            throw e;
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

    /** Lets go of its statements; the connection is somebody else's. */
    void end() {
        mybatis.close();
    }

    void release(boolean own) throws SQLException {
        if (!own && !writes) {
            execute("pragma query_only = off");
        }
        ProgressHandler.clearHandler(connection.unwrap(SQLiteConnection.class));
    }

    private void requireWhole() {
        if (undone != null) {
            throw new StoreFailure(
                    "An earlier failure has undone this change; let it end and try it as a whole.", undone);
        }
    }

    private void execute(String sql) throws SQLException {
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

    @FunctionalInterface
    interface ThrowingFunction<S, R> {
        @Nullable
        R apply(S store) throws Throwable;
    }

    /** Stops a statement that runs too long; the driver's own query timeout does not. */
    private static final class Deadline extends ProgressHandler {
        private final long longest;
        private long start = System.nanoTime();

        Deadline(long longest) {
            this.longest = longest;
        }

        Duration longest() {
            return Duration.ofNanos(longest);
        }

        void restart() {
            start = System.nanoTime();
        }

        @Override
        protected int progress() {
            return System.nanoTime() - start > longest ? 1 : 0;
        }
    }
}
