package org.somoim.sqlite;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Transactor;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.somoim.metrics.Counters;
import org.somoim.metrics.Metrics;
import org.somoim.sqlite.keys.KeyCabinet;
import org.somoim.sqlite.keys.Sealing;
import org.sqlite.SQLiteConnection;

/**
 * One SQLite file, its tables up to date, and the stores on it. Safe between threads, virtual ones included.
 *
 * <p>Changes run one at a time: each takes a fair lock, then the one connection that writes. Questions run beside them on
 * a few connections that cannot write, each seeing the state in which it began. A change that gives up waiting for its
 * turn is a {@link StoreFailure}.
 *
 * <p>Whoever starts a transaction ends it: {@link #call} commits or undoes its own; in {@link #within} the host does.
 */
public final class SqliteDatabase implements Transactor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final List<String> OPEN_RIGHTS =
            List.of("somoim_sessions", "somoim_tickets", "somoim_outbox", "somoim_group_invites");

    private static final Duration HOST_DEADLINE = Duration.ofSeconds(30);

    private final String file;
    private final Duration deadline;
    private final Connections writer;
    private final Connections readers;
    private final boolean own;
    private final Stores stores;
    private final KeyCabinet keys;
    private final Sealing sealing;
    private final Metrics metrics;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    private SqliteDatabase(
            String file,
            Duration deadline,
            Connections writer,
            Connections readers,
            boolean own,
            KeyCabinet keys,
            Sealing sealing,
            Metrics metrics,
            Stores stores) {
        this.file = file;
        this.deadline = deadline;
        this.writer = writer;
        this.readers = readers;
        this.own = own;
        this.keys = keys;
        this.sealing = sealing;
        this.metrics = metrics;
        this.stores = stores;
    }

    /**
     * Opens the file, makes it at the first start, and brings its tables up to date. Starts on the same file wait for one
     * another, also those of other processes.
     *
     * @throws StartFailure if the file or its folder cannot be used, or the tables are of a newer version
     */
    public static SqliteDatabase open(SqliteOptions options) {
        return open(options, inMemory());
    }

    /** The same, counted and timed by {@code metrics}. */
    public static SqliteDatabase open(SqliteOptions options, Metrics metrics) {
        return open(options, metrics, SqliteParts.ALL);
    }

    static SqliteDatabase open(SqliteOptions options, List<SqlitePart> parts) {
        return open(options, inMemory(), parts);
    }

    static SqliteDatabase open(SqliteOptions options, Metrics metrics, List<SqlitePart> parts) {
        String file = options.file().toString();
        var databaseFile = new DatabaseFile(options.file());
        databaseFile.prepare();
        return explained(
                file,
                () -> databaseFile.alone(() -> {
                    // Before anything is written: with the wrong keys nothing may be.
                    KeyCabinet keys =
                            KeyCabinet.open(options.file(), KeptCabinet.in(options.file()), new SecureRandom());
                    try {
                        return open(options, keys, metrics, parts);
                    } catch (RuntimeException e) {
                        keys.close();
                        throw e;
                    }
                }));
    }

    private static SqliteDatabase open(
            SqliteOptions options, KeyCabinet keys, Metrics metrics, List<SqlitePart> parts) {
        String file = options.file().toString();
        var sealing = new Sealing(keys);
        PragmaDataSource writing = PragmaDataSource.writing(options, sealing);
        // The writer first: it makes the side files, without which a connection that cannot write cannot read.
        Pool writer = Pool.of("somoim-writer", writing, 1, false, options.deadline());
        try {
            take(writer).close();
            migrate(writing, file, metrics);
            KeptCabinet.keep(writing, keys.id());
            Pool readers = Pool.of(
                    "somoim-readers",
                    PragmaDataSource.reading(options, sealing),
                    options.readers(),
                    true,
                    options.deadline());
            return new SqliteDatabase(
                    file,
                    options.deadline(),
                    writer,
                    readers,
                    true,
                    keys,
                    sealing,
                    metrics,
                    new Stores(writing, parts));
        } catch (SQLException e) {
            writer.close();
            throw Failures.of(e);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /**
     * Works on connections of the host's own, to a file of the host's own, next to the host's tables; those of the library
     * are all named {@code somoim_}. The host keeps and closes {@code dataSource}, and answers for the file's permissions.
     *
     * <p>The connections must be the plain ones of the SQLite driver or wrap them, at least two at a time, in autocommit
     * mode when they are handed out.
     *
     * @throws StartFailure if a connection is not set up as the library needs it: what to change and how
     */
    public static SqliteDatabase on(DataSource dataSource) {
        return on(dataSource, inMemory());
    }

    /** The same, counted and timed by {@code metrics}. */
    public static SqliteDatabase on(DataSource dataSource, Metrics metrics) {
        return on(dataSource, metrics, SqliteParts.ALL);
    }

    static SqliteDatabase on(DataSource dataSource, List<SqlitePart> parts) {
        return on(dataSource, inMemory(), parts);
    }

    private static SqliteDatabase on(DataSource dataSource, Metrics metrics, List<SqlitePart> parts) {
        return explained("the DataSource handed in", () -> {
            String file = HostConnections.check(dataSource);
            return new DatabaseFile(Path.of(file)).alone(() -> {
                KeyCabinet keys = KeyCabinet.open(Path.of(file), KeptCabinet.in(Path.of(file)), new SecureRandom());
                try {
                    migrate(dataSource, file, metrics);
                    KeptCabinet.keep(dataSource, keys.id());
                    return new SqliteDatabase(
                            file,
                            HOST_DEADLINE,
                            dataSource::getConnection,
                            dataSource::getConnection,
                            false,
                            keys,
                            new Sealing(keys),
                            metrics,
                            new Stores(dataSource, parts));
                } catch (RuntimeException e) {
                    keys.close();
                    throw e;
                }
            });
        });
    }

    /**
     * The store of type {@code type}. Outside {@link #call} and {@link #read} each question is on its own, and a change is
     * an {@link IllegalStateException}.
     *
     * @param type MyBatis interface, from one of the parts
     */
    public <S> S store(Class<S> type) {
        return stores.store(type, work -> read(() -> work.apply(session())));
    }

    @Override
    public <R> R call(Supplier<R> work) {
        Session outer = current.get();
        if (outer != null) {
            outer.requireWrites();
            return work.get();
        }
        return watched(() -> {
            takeTurn();
            try {
                return run(writer, true, work);
            } finally {
                turn.unlock();
            }
        });
    }

    @Override
    public <R> R read(Supplier<R> work) {
        return current.get() == null ? watched(() -> run(readers, false, work)) : work.get();
    }

    /**
     * Runs changes of the library inside a transaction of the host's, on this thread. The host has begun it, and commits or
     * undoes it; nothing the library did is kept otherwise. Whatever {@code work} throws comes out as it is, and should make
     * the host undo.
     *
     * <p>Best begun as {@code begin immediate} (in the driver: {@code SQLiteConfig.setTransactionMode(IMMEDIATE)}): a
     * transaction that reads before it first writes fails if anyone wrote in between. While it is open, changes of the
     * library elsewhere wait for it, for the busy timeout at most. The deadline of statements is not set on a connection of
     * the host's.
     *
     * @param connection to the same file, autocommit off, foreign keys on
     * @throws IllegalStateException if {@code connection} is none of that, or this thread is in a transaction already
     */
    public <R> R within(Connection connection, Supplier<R> work) {
        if (current.get() != null) {
            throw new IllegalStateException("this thread already is in a transaction of the library");
        }
        try {
            HostConnections.requireTransaction(connection, file);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
        seal(connection);
        var session = new Session(connection, stores.on(connection), true, deadline);
        current.set(session);
        try {
            session.overwriteWhatIsDeleted();
            return work.get();
        } catch (SQLException e) {
            throw Failures.of(e);
        } finally {
            current.remove();
            session.end();
        }
    }

    /**
     * Leaves no byte in the file or its journal of anything that was deleted before; see {@link Remains}.
     *
     * @return false inside a transaction, or if somebody still reads an earlier state: to be tried again
     */
    public boolean clearRemains() {
        if (current.get() != null) {
            return false;
        }
        takeTurn();
        Connection connection = take(writer);
        try (connection) {
            return Remains.clear(connection);
        } catch (SQLException e) {
            if (Failures.isBusy(e)) {
                return false;
            }
            throw Failures.of(e);
        } finally {
            turn.unlock();
        }
    }

    /** Closes what {@link #open} opened. Changes and questions that are running fail. */
    @Override
    public void close() {
        // The writer last: only a connection that can write empties the journal into the file.
        for (Connections pool : List.of(readers, writer)) {
            if (own && pool instanceof Pool ours) {
                ours.close();
            }
        }
        keys.close();
    }

    /**
     * Makes worthless what gives a right to whoever holds it: sessions, what letters hold, invites, and letters that wait. For
     * a database that was put back from a copy: any of it may have been used or taken back since.
     */
    public void endOpenRights() {
        call(() -> {
            session().empty(OPEN_RIGHTS);
            return OPEN_RIGHTS;
        });
    }

    /** The keys of what is sealed in it, one for each person. */
    public KeyCabinet keys() {
        return keys;
    }

    /** Where it is. */
    String file() {
        return file;
    }

    /** What it is counted and timed by. */
    Metrics metrics() {
        return metrics;
    }

    Configuration mybatis() {
        return stores.configuration();
    }

    private Session session() {
        Session session = current.get();
        if (session == null) {
            throw new IllegalStateException("no transaction on this thread");
        }
        return session;
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreFailure(
                        "Other changes took too long for this one to have its turn; look for a change that waits for"
                                + " something else.",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("The thread was interrupted while it waited for its turn to change something.", e);
        }
    }

    private <R> R watched(Supplier<R> work) {
        try {
            return work.get();
        } catch (StoreFailure failure) {
            Failures.tell(failure, metrics);
            throw failure;
        }
    }

    private <R> R run(Connections source, boolean writes, Supplier<R> work) {
        Connection connection = take(source);
        try (connection) {
            if (!own) {
                seal(connection);
            }
            var session = new Session(connection, stores.on(connection), writes, deadline);
            boolean kept = false;
            try {
                session.begin(own);
                current.set(session);
                R result = work.get();
                session.commit();
                kept = true;
                return result;
            } finally {
                current.remove();
                session.end();
                if (kept) {
                    release(session, source, connection);
                } else {
                    undo(session, source, connection);
                }
            }
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** A connection of the host's knows nothing of sealing. */
    void seal(Connection connection) {
        try {
            sealing.on(connection.unwrap(SQLiteConnection.class));
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static Connection take(Connections source) {
        try {
            return source.get();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** Whoever takes the connection next finds it as it was, or does not find it. */
    private void release(Session session, Connections source, Connection connection) throws SQLException {
        try {
            session.release(own);
        } catch (SQLException e) {
            discard(source, connection);
            throw e;
        }
    }

    /** Never throws: what made it necessary is on its way to the caller. */
    private void undo(Session session, Connections source, Connection connection) {
        try {
            session.rollback();
            session.release(own);
        } catch (SQLException undone) {
            // It never began, SQLite has undone it by itself, or the file is out of reach.
            LogLine.CONNECTION_REPLACED.to(LOG).because(undone).log();
            discard(source, connection);
        }
    }

    /** A closed connection keeps nothing. */
    private static void discard(Connections source, Connection connection) {
        try {
            connection.unwrap(SQLiteConnection.class).close();
        } catch (SQLException broken) {
            LogLine.CONNECTION_NOT_CLOSED.to(LOG).because(broken).log();
        }
        if (source instanceof Pool pool) {
            pool.evict(connection);
        }
    }

    private static Metrics inMemory() {
        return new Counters(System::nanoTime);
    }

    private static void migrate(DataSource dataSource, String file, Metrics metrics) {
        long begun = metrics.ticks();
        int steps = new Migrations(dataSource, file).run();
        if (steps > 0) {
            LogLine.MIGRATED
                    .to(LOG)
                    .with(Field.COUNT, steps)
                    .with(Field.DURATION, metrics.since(begun))
                    .log();
        }
    }

    private static <R> R explained(String where, Supplier<R> start) {
        try {
            return start.get();
        } catch (StartFailure e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failures.atStart(e, where).map(RuntimeException.class::cast).orElse(e);
        }
    }
}
