package org.somoim.sqlite;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.somoim.metrics.Label;
import org.somoim.metrics.Label.Trouble;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;
import org.somoim.metrics.Series;
import org.somoim.metrics.Tag;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what SQLite and MyBatis throw into what the core knows. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int PRIMARY = 0xff;

    private Failures() {}

    /** The library's own exceptions come out of MyBatis' wrapping as they were. */
    static RuntimeException unwrapped(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal || cause instanceof IllegalStateException || cause instanceof StoreFailure) {
                return (RuntimeException) cause;
            }
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
            if (cause instanceof Error error) {
                throw error;
            }
            root = cause;
        }
        // MyBatis' own messages may quote the row, which may hold what people wrote: only the root is passed on.
        return new IllegalStateException("a row and its record do not fit together", root);
    }

    static RuntimeException of(SQLException e) {
        if (primary(e) == SQLiteErrorCode.SQLITE_CONSTRAINT) {
            // As for a row that must be new and is not: a mistake of the caller, not of the store. SQLite names the
            // columns, never the values.
            return new IllegalStateException("a rule of the tables would be broken: " + e.getMessage(), e);
        }
        return new StoreFailure(whatToDo(e), e);
    }

    /** Whether SQLite may have undone the transaction by itself. */
    static boolean mayHaveUndone(SQLException e) {
        return switch (primary(e)) {
            case SQLITE_CONSTRAINT, SQLITE_ERROR, SQLITE_READONLY, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_TOOBIG ->
                false;
            default -> true;
        };
    }

    static boolean isBusy(SQLException e) {
        return primary(e) == SQLiteErrorCode.SQLITE_BUSY || primary(e) == SQLiteErrorCode.SQLITE_LOCKED;
    }

    /** Whether it ran longer than it may. */
    static boolean isStopped(SQLException e) {
        return primary(e) == SQLiteErrorCode.SQLITE_INTERRUPT;
    }

    static boolean isWriteByReader(SQLException e) {
        return primary(e) == SQLiteErrorCode.SQLITE_READONLY;
    }

    /** Empty if it does not concern the file. */
    static Optional<StartFailure> atStart(Throwable thrown, String where) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(
                        primary(sql) == SQLiteErrorCode.SQLITE_NOTADB
                                ? new StartFailure(
                                        "The database file is not an SQLite database.",
                                        where,
                                        "Opening it would destroy what it holds.",
                                        "Choose another file, or move this one away and restore a backup.",
                                        sql)
                                : new StartFailure(
                                        "The database cannot be opened.",
                                        where,
                                        "Nothing can be kept without it.",
                                        whatToDo(sql),
                                        sql));
            }
        }
        return Optional.empty();
    }

    private static String whatToDo(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return "All connections to the database were in use for too long; look for changes and questions that wait for"
                    + " something else while they hold one.";
        }
        return switch (primary(e)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "Another program holds the database file locked; end its transaction, or"
                        + " give it no write access, and try again.";
            case SQLITE_FULL -> "The disk is full; make room in the database's folder and try again.";
            case SQLITE_READONLY ->
                "The database file cannot be written; restore the right to write to it and to its" + " folder.";
            case SQLITE_CORRUPT ->
                "The database file is damaged; stop the program, keep a copy of the file, and restore"
                        + " the last backup.";
            case SQLITE_NOTADB -> "The file is not an SQLite database; restore the last backup.";
            case SQLITE_INTERRUPT ->
                "A statement ran longer than the deadline and was stopped; ask for less at once, or"
                        + " raise the deadline in SqliteOptions.";
            case SQLITE_IOERR ->
                "The disk could not be read or written; look at the system's log before anything else.";
            case SQLITE_CANTOPEN ->
                "The database file could not be opened; see that it is there and that this program"
                        + " may open more files.";
            default -> "The database refused a statement; the cause says why.";
        };
    }

    /** Tells the operator. */
    static void tell(StoreFailure failure, Metrics metrics) {
        Trouble trouble = trouble(failure);
        metrics.count(Series.of(Metric.STORE_FAILURES, Tag.of(Label.TROUBLE, trouble)));
        // Where it happened is in what is thrown.
        LogLine.STORE_FAILED.to(LOG).with(Field.TROUBLE, trouble).log();
    }

    /** What an operator would have to look for. */
    private static Trouble trouble(StoreFailure failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return Trouble.NO_CONNECTION;
            }
            if (cause instanceof SQLException sql) {
                return switch (primary(sql)) {
                    case SQLITE_BUSY, SQLITE_LOCKED -> Trouble.LOCKED;
                    case SQLITE_FULL -> Trouble.FULL;
                    case SQLITE_READONLY -> Trouble.READ_ONLY;
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> Trouble.DAMAGED;
                    case SQLITE_INTERRUPT -> Trouble.DEADLINE;
                    case SQLITE_IOERR, SQLITE_CANTOPEN -> Trouble.DISK;
                    default -> Trouble.OTHER;
                };
            }
        }
        return failure.getCause() == null ? Trouble.NO_TURN : Trouble.OTHER;
    }

    private static SQLiteErrorCode primary(SQLException e) {
        return e instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
