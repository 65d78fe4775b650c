package org.somoim.sqlite.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.personaldata.PersonKeys;
import org.somoim.sqlite.KeyFile;
import org.sqlite.SQLiteConfig;

/**
 * The keys of one community: one for each person, and a few of the library's own. They lie in a small SQLite file next to
 * the database, under its name with {@code .keys} added, each wrapped under the master key, which is in the file with {@code
 * .key} added. A key that is destroyed is overwritten there, and no copy of that file should be kept for long.
 *
 * <p>Not part of the database's transactions: a key is there before anything is sealed under it, and one that nothing was
 * sealed under does no harm. Safe between threads and processes.
 */
public final class KeyCabinet implements PersonKeys, AutoCloseable {
    private static final int KEY_BYTES = 32;
    private static final int MOST_IN_HAND = 20_000;
    private static final int BATCH = 500;
    private static final String ID = "cabinet";

    private final Path masterFile;
    private final RandomGenerator chance;
    private final Connection connection;
    /** The present one first. */
    private List<MasterKey> masters;

    private final Map<Id<User>, Aes> inHand = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id<User>, Aes> eldest) {
            return size() > MOST_IN_HAND;
        }
    };

    private final Map<String, byte[]> own = new HashMap<>();

    private KeyCabinet(Path masterFile, RandomGenerator chance, Connection connection, List<MasterKey> masters) {
        this.masterFile = masterFile;
        this.chance = chance;
        this.connection = connection;
        this.masters = masters;
    }

    /** Where the cabinet of a database is. */
    public static Path cabinetOf(Path database) {
        return database.resolveSibling(database.getFileName() + ".keys");
    }

    /** Where the master key of a database is. */
    public static Path masterOf(Path database) {
        return database.resolveSibling(database.getFileName() + ".key");
    }

    /**
     * Opens the cabinet of a database; makes it, and its master key, for a database that has none yet.
     *
     * @param expected the id of the cabinet that the database was sealed with, or null if it never was
     * @param chance cryptographically strong
     * @throws StartFailure if a file is missing or belongs to something else; nothing has been written then
     */
    public static KeyCabinet open(Path database, byte @Nullable [] expected, RandomGenerator chance) {
        Path cabinet = cabinetOf(database);
        Path master = masterOf(database);
        if (expected != null) {
            requireThere(cabinet, "The file of the keys is missing.");
        }
        if (expected != null || Files.exists(cabinet)) {
            requireThere(master, "The file of the master key is missing.");
        }
        List<MasterKey> masters =
                KeyFile.ring(master, chance).stream().map(MasterKey::new).toList();
        try {
            create(cabinet);
            var opened = new KeyCabinet(master, chance, connect(cabinet), masters);
            try {
                opened.check(cabinet, expected);
                return opened;
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new StartFailure(
                    "The file of the keys cannot be used.",
                    cabinet.toString(),
                    "What is most personal in the database is sealed under them.",
                    "See that the user whom this program runs as can read and write it, or put it back from a copy.",
                    e);
        }
    }

    private static void requireThere(Path file, String what) {
        if (!Files.exists(file)) {
            throw new StartFailure(
                    what,
                    file.toString(),
                    "Without it e-mail addresses and names cannot be read, and nobody who has a password can sign in.",
                    "Put it back from a copy, next to the database. If it is lost for good, so is what was sealed under it:"
                            + " put an empty database in place of this one.",
                    null);
        }
    }

    private static void create(Path cabinet) throws IOException {
        boolean hasPosix = cabinet.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            if (hasPosix) {
                Files.createFile(
                        cabinet, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(cabinet);
            }
        } catch (FileAlreadyExistsException e) {
            // As it should be from the second start on.
        }
    }

    private static Connection connect(Path cabinet) throws SQLException {
        var config = new SQLiteConfig();
        // A journal that is deleted after each change: what is overwritten in the file is nowhere else.
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        config.setBusyTimeout(5_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + cabinet);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists person_keys (
                        user_id      blob    not null primary key check (length(user_id) = 16),
                        master       text,
                        wrapped      blob,
                        destroyed_at integer,
                        check ((wrapped is null) = (destroyed_at is not null) and (wrapped is null) = (master is null))
                    ) strict, without rowid
                    """);
            statement.execute("""
                    create table if not exists own_keys (
                        name    text not null primary key,
                        master  text not null,
                        wrapped blob not null
                    ) strict, without rowid
                    """);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void check(Path cabinet, byte @Nullable [] expected) {
        byte[] id;
        try {
            id = own(ID);
        } catch (SealBroken | StoreFailure e) {
            throw new StartFailure(
                    "The master key does not open the keys of this database.",
                    masterFile.toString(),
                    "Everything that was sealed would be unreadable, and what is written now would be too, later.",
                    "Put the master key that belongs to " + cabinet + " in its place.",
                    e);
        }
        if (expected != null && !Arrays.equals(expected, id)) {
            throw new StartFailure(
                    "The keys belong to another database.",
                    cabinet.toString(),
                    "What is most personal in this database was sealed under other keys.",
                    "Put the file of this database's own keys in its place.",
                    null);
        }
        if (masters.size() > 1) {
            finishRotation();
        }
    }

    /** What a database that is sealed with this cabinet keeps, to know it again. */
    public byte[] id() {
        return own(ID);
    }

    /** A key of the library's own; made when first asked for. */
    public synchronized byte[] own(String name) {
        return own.computeIfAbsent(name, this::readOrMakeOwn).clone();
    }

    private byte[] readOrMakeOwn(String name) {
        byte[] label = ("own " + name).getBytes(StandardCharsets.UTF_8);
        return change(() -> {
            try (PreparedStatement find =
                    connection.prepareStatement("select master, wrapped from own_keys where name = ?")) {
                find.setString(1, name);
                try (ResultSet row = find.executeQuery()) {
                    if (row.next()) {
                        return master(row.getString(1)).unwrap(row.getBytes(2), label);
                    }
                }
            }
            byte[] key = fresh();
            try (PreparedStatement add =
                    connection.prepareStatement("insert into own_keys (name, master, wrapped) values (?, ?, ?)")) {
                add.setString(1, name);
                add.setString(2, present().id());
                add.setBytes(3, present().wrap(key, label));
                add.executeUpdate();
            }
            return key;
        });
    }

    /** For sealing: made if the person has none. Empty if it was destroyed. */
    synchronized Optional<Aes> ofPerson(Id<User> person) {
        Aes known = inHand.get(person);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Aes> found = read(person);
        if (found.isEmpty() && !isDestroyed(person)) {
            make(List.of(person));
            found = read(person);
        }
        found.ifPresent(key -> inHand.put(person, key));
        return found;
    }

    private Optional<Aes> read(Id<User> person) {
        return read(
                "select master, wrapped from person_keys where user_id = ? and wrapped is not null",
                person,
                row -> new Aes(master(row.getString(1)).unwrap(row.getBytes(2), label(person))));
    }

    private boolean isDestroyed(Id<User> person) {
        return read("select 1 from person_keys where user_id = ? and wrapped is null", person, row -> true)
                .isPresent();
    }

    @Override
    public synchronized void make(Collection<Id<User>> people) {
        change(() -> {
            try (PreparedStatement add = connection.prepareStatement(
                    "insert into person_keys (user_id, master, wrapped) values (?, ?, ?) on conflict do nothing")) {
                for (Id<User> person : people) {
                    add.setBytes(1, bytes(person));
                    add.setString(2, present().id());
                    add.setBytes(3, present().wrap(fresh(), label(person)));
                    add.addBatch();
                }
                return add.executeBatch();
            }
        });
    }

    @Override
    public synchronized void discard(Collection<Id<User>> people) {
        if (people.isEmpty()) {
            return;
        }
        inHand.keySet().removeAll(Set.copyOf(people));
        change(() -> {
            // Never of anyone whose key was destroyed: that they were erased is not forgotten.
            try (PreparedStatement discard =
                    connection.prepareStatement("delete from person_keys where user_id = ? and wrapped is not null")) {
                for (Id<User> person : people) {
                    discard.setBytes(1, bytes(person));
                    discard.addBatch();
                }
                return discard.executeBatch();
            }
        });
    }

    @Override
    public synchronized void destroy(Id<User> person, Instant at) {
        inHand.remove(person);
        change(() -> {
            try (PreparedStatement destroy = connection.prepareStatement("""
                    insert into person_keys (user_id, destroyed_at) values (?, ?)
                    on conflict (user_id) do update
                    set master = null, wrapped = null, destroyed_at = coalesce(destroyed_at, excluded.destroyed_at)
                    """)) {
                destroy.setBytes(1, bytes(person));
                destroy.setLong(2, at.toEpochMilli());
                return destroy.executeUpdate();
            }
        });
    }

    @Override
    public synchronized Map<Id<User>, Instant> destroyed() {
        var destroyed = new HashMap<Id<User>, Instant>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select user_id, destroyed_at from person_keys where destroyed_at is not null")) {
            while (rows.next()) {
                destroyed.put(id(rows.getBytes(1)), Instant.ofEpochMilli(rows.getLong(2)));
            }
        } catch (SQLException e) {
            throw broken(e);
        }
        return Map.copyOf(destroyed);
    }

    /**
     * Replaces the master key while everything goes on: makes a new one, wraps every key under it a batch at a time, and drops
     * the old one. Cut short, it is finished by the next start or the next call.
     *
     * @return how many keys were wrapped anew
     */
    public int rotate() {
        synchronized (this) {
            List<byte[]> ring = new ArrayList<>(KeyFile.ring(masterFile, chance));
            ring.add(0, fresh());
            KeyFile.write(masterFile, ring);
            masters = ring.stream().map(MasterKey::new).toList();
        }
        return finishRotation();
    }

    private int finishRotation() {
        int wrapped = 0;
        int batch;
        do {
            batch = wrapSomeAnew();
            wrapped += batch;
        } while (batch > 0);
        synchronized (this) {
            KeyFile.write(masterFile, KeyFile.ring(masterFile, chance).subList(0, 1));
            masters = masters.subList(0, 1);
        }
        return wrapped;
    }

    /** A batch, so that whoever wants a key meanwhile gets it. */
    private synchronized int wrapSomeAnew() {
        return wrapAnew("person_keys", "user_id") + wrapAnew("own_keys", "name");
    }

    private int wrapAnew(String table, String name) {
        record Row(Object name, String master, byte[] wrapped) {}
        boolean isPerson = name.equals("user_id");
        return change(() -> {
            var rows = new ArrayList<Row>();
            try (PreparedStatement find = connection.prepareStatement("select " + name + ", master, wrapped from "
                    + table + " where wrapped is not null and master <> ? limit " + BATCH)) {
                find.setString(1, present().id());
                try (ResultSet found = find.executeQuery()) {
                    while (found.next()) {
                        Object key = isPerson ? found.getBytes(1) : found.getString(1);
                        rows.add(new Row(key, found.getString(2), found.getBytes(3)));
                    }
                }
            }
            try (PreparedStatement wrap = connection.prepareStatement(
                    "update " + table + " set master = ?, wrapped = ? where " + name + " = ?")) {
                for (Row row : rows) {
                    byte[] label = isPerson
                            ? label(id((byte[]) row.name()))
                            : ("own " + row.name()).getBytes(StandardCharsets.UTF_8);
                    wrap.setString(1, present().id());
                    wrap.setBytes(2, present().wrap(master(row.master()).unwrap(row.wrapped(), label), label));
                    wrap.setObject(3, row.name());
                    wrap.addBatch();
                }
                wrap.executeBatch();
            }
            return rows.size();
        });
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private MasterKey present() {
        return masters.get(0);
    }

    private MasterKey master(String id) {
        return masters.stream()
                .filter(master -> master.id().equals(id))
                .findFirst()
                .orElseGet(this::lookAgain);
    }

    /** Another process may have replaced the master key since; otherwise opening with the present one fails, as it must. */
    private MasterKey lookAgain() {
        masters = KeyFile.ring(masterFile, chance).stream().map(MasterKey::new).toList();
        return present();
    }

    private byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        chance.nextBytes(key);
        return key;
    }

    private static byte[] label(Id<User> person) {
        return ("person " + person).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Id<User> person) {
        UUID value = person.value();
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    private static Id<User> id(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Id<>(new UUID(in.getLong(), in.getLong()));
    }

    private <R> Optional<R> read(String sql, Id<User> person, Row<R> row) {
        try (PreparedStatement find = connection.prepareStatement(sql)) {
            find.setBytes(1, bytes(person));
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(row.read(found)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private <R> R change(Change<R> change) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            boolean done = false;
            try {
                R result = change.make();
                statement.execute("commit");
                done = true;
                return result;
            } finally {
                if (!done) {
                    statement.execute("rollback");
                }
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static StoreFailure broken(SQLException e) {
        return new StoreFailure(
                "The file of the keys cannot be read or written; look at its permissions and at the disk.", e);
    }

    @FunctionalInterface
    private interface Row<R> {
        R read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Change<R> {
        R make() throws SQLException;
    }
}
