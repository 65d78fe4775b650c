package org.somoim.sqlite;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
 * turn is a {@link StoreFailure}. Changes that come at the same time may share a commit ({@link Commits}); each returns
 * only once it is on the disk.
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
    private final Durability durability;
    private final OwnConnections ours;
    private final Stores stores;
    private final KeyCabinet keys;
    private final Sealing sealing;
    private final Metrics metrics;
    private final Changes changes;
    private final ThreadLocal<@Nullable Session> current = new ThreadLocal<>();

    private SqliteDatabase(
            String file,
            Duration deadline,
            Connections writer,
            Connections readers,
            boolean own,
            Durability durability,
            KeyCabinet keys,
            Sealing sealing,
            Metrics metrics,
            Commits commits,
            Duration longestShared,
            Stores stores) {
        this.file = file;
        this.deadline = deadline;
        this.writer = writer;
        this.readers = readers;
        this.own = own;
        this.durability = durability;
        this.keys = keys;
        this.sealing = sealing;
        this.metrics = metrics;
        this.ours = new OwnConnections(deadline);
        this.stores = stores;
        this.changes = new Changes(commits, deadline, longestShared, least -> begin(writer, true, least));
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
                    byte[] kept = KeptCabinet.in(options.file());
                    KeyCabinet keys = KeyCabinet.open(options.file(), kept, new SecureRandom());
                    try {
                        return open(options, keys, kept == null, metrics, parts);
                    } catch (RuntimeException e) {
                        keys.close();
                        throw e;
                    }
                }));
    }

    /** @param isNew whether no cabinet has been kept yet */
    private static SqliteDatabase open(
            SqliteOptions options, KeyCabinet keys, boolean isNew, Metrics metrics, List<SqlitePart> parts) {
        String file = options.file().toString();
        var sealing = new Sealing(keys);
        PragmaDataSource writing = PragmaDataSource.writing(options, sealing);
        // The writer first: it makes the side files, without which a connection that cannot write cannot read.
        Pool writer = Pool.of("somoim-writer", writing, 1, false, options.deadline());
        try {
            if (!isUpToDate(writer)) {
                migrate(writing, file, metrics);
            }
            if (isNew) {
                KeptCabinet.keep(writing, keys.id());
            }
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
                    options.durability(),
                    keys,
                    sealing,
                    metrics,
                    options.commits(),
                    Changes.LONGEST_SHARED,
                    new Stores(parts));
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
        return on(dataSource, metrics, Commits.SHARED);
    }

    /**
     * The same. For connections that belong to the thread that took them, {@link Commits#ALONE}: a transaction that is shared
     * is carried on by other threads than the one that began it.
     */
    public static SqliteDatabase on(DataSource dataSource, Metrics metrics, Commits commits) {
        return on(dataSource, metrics, commits, Changes.LONGEST_SHARED, HOST_DEADLINE, SqliteParts.ALL);
    }

    static SqliteDatabase on(DataSource dataSource, List<SqlitePart> parts) {
        return on(dataSource, inMemory(), Commits.SHARED, Changes.LONGEST_SHARED, HOST_DEADLINE, parts);
    }

    /**
     * @param longestShared see {@link Changes}
     * @param deadline the longest that one statement may run
     */
    static SqliteDatabase on(
            DataSource dataSource,
            Metrics metrics,
            Commits commits,
            Duration longestShared,
            Duration deadline,
            List<SqlitePart> parts) {
        return explained("the DataSource handed in", () -> {
            String file = HostConnections.check(dataSource);
            return new DatabaseFile(Path.of(file)).alone(() -> {
                KeyCabinet keys = KeyCabinet.open(Path.of(file), KeptCabinet.in(Path.of(file)), new SecureRandom());
                try {
                    if (!isUpToDate(dataSource::getConnection)) {
                        migrate(dataSource, file, metrics);
                    }
                    KeptCabinet.keep(dataSource, keys.id());
                    return new SqliteDatabase(
                            file,
                            deadline,
                            dataSource::getConnection,
                            dataSource::getConnection,
                            false,
                            Durability.FULL,
                            keys,
                            new Sealing(keys),
                            metrics,
                            commits,
                            longestShared,
                            new Stores(parts));
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
        return stores.store(type, work -> {
            Session session = current.get();
            return session == null ? read(() -> work.apply(session())) : work.apply(session);
        });
    }

    @Override
    public <R> R call(Supplier<R> work) {
        return change(work, () -> changes.call(session -> inside(session, work)));
    }

    /** {@inheritDoc} On connections of the host's it is on the disk as the host has set them up. */
    @Override
    public <R> R callRelaxed(Supplier<R> work) {
        return change(work, () -> changes.callRelaxed(session -> inside(session, work)));
    }

    private <R> R change(Supplier<R> work, Supplier<R> begun) {
        Session outer = current.get();
        if (outer != null) {
            outer.requireWrites();
            return work.get();
        }
        return watched(begun);
    }

    @Override
    public <R> R read(Supplier<R> work) {
        return current.get() == null ? watched(() -> ask(work)) : work.get();
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
        Session session = Session.onLoan(connection, true, new Deadline(deadline));
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
        return changes.between(() -> {
            try (Connection connection = OpenTransaction.take(writer)) {
                return Remains.clear(connection);
            } catch (SQLException e) {
                if (Failures.isBusy(e)) {
                    return false;
                }
                throw Failures.of(e);
            }
        });
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
    public String file() {
        return file;
    }

    /** What it is counted and timed by. */
    Metrics metrics() {
        return metrics;
    }

    /** How many statements the library's own connections have prepared so far. */
    int prepared() {
        return ours.prepared();
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

    private <R> R watched(Supplier<R> work) {
        try {
            return work.get();
        } catch (StoreFailure failure) {
            Failures.tell(failure, metrics);
            throw failure;
        }
    }

    /** Runs {@code work} in {@code session}, on this thread. */
    private <R> R inside(Session session, Supplier<R> work) {
        current.set(session);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    private <R> R ask(Supplier<R> work) {
        OpenTransaction question = begin(readers, false, Durability.FULL);
        R result;
        try {
            result = inside(question.session(), work);
        } catch (RuntimeException | Error e) {
            question.undo();
            throw e;
        }
        try {
            question.keep();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
        return result;
    }

    /** @param least beyond what the file is kept with it has no effect */
    private OpenTransaction begin(Connections source, boolean writes, Durability least) {
        return OpenTransaction.begin(source, connection -> {
            if (own) {
                return Session.on(ours.kept(driversOwn(connection)), writes, least.compareTo(durability) > 0);
            }
            seal(connection);
            return Session.onLoan(connection, writes, new Deadline(deadline));
        });
    }

    /** A connection of the host's knows nothing of sealing. */
    void seal(Connection connection) {
        try {
            sealing.on(driversOwn(connection));
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    /** Not the pool's: that would close what was prepared with each transaction. */
    private static SQLiteConnection driversOwn(Connection connection) {
        try {
            return connection.unwrap(SQLiteConnection.class);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private static Metrics inMemory() {
        return new Counters(System::nanoTime);
    }

    private static boolean isUpToDate(Connections source) {
        try (Connection connection = OpenTransaction.take(source)) {
            return Shipped.areAllIn(connection);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
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
