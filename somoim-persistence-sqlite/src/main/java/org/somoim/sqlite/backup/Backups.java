package org.somoim.sqlite.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.logs.Field;
import org.somoim.logs.LogLine;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Copies of one database in one folder, each a file of its own with the moment in its name.
 *
 * <p>A copy is made with {@code vacuum into}, while everything goes on: it reads one state of the database, holds up no
 * change, and writes a fresh file, so that nothing of what was deleted goes along, which copying page by page would do. What
 * is sealed stays sealed; the key files are not copied, and belong somewhere else.
 */
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String PREFIX = "somoim-";
    private static final String SUFFIX = ".db";
    private static final String UNFINISHED = ".part";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_NAMED = 10;

    private final Path database;
    private final Path folder;
    private final InstantSource clock;

    /**
     * @param database the file that is copied
     * @param folder where the copies are; made when the first one is taken
     */
    public Backups(Path database, Path folder, InstantSource clock) {
        this.database = database.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /**
     * Makes a copy. One at a time; what an earlier one that was cut short has left is cleared away.
     *
     * @throws StoreFailure if it cannot be made, such as because the disk is full; no half copy is left
     */
    public synchronized Backup take() {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Path file = folder.resolve(PREFIX + MOMENT.format(now) + SUFFIX);
        Path draft = folder.resolve(file.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(folder, only("rwx------"));
            sweep();
            Files.createFile(draft, only("rw-------"));
            try (Connection connection = connect(database, false);
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum into '" + draft.toString().replace("'", "''") + "'");
            }
            force(draft);
            move(draft, file);
            force(folder);
            Backup backup = backup(file, now);
            LogLine.BACKUP_TAKEN
                    .to(LOG)
                    .with(Field.BYTES, backup.bytes())
                    .with(Field.DURATION, Duration.between(now, clock.instant()))
                    .log();
            return backup;
        } catch (IOException | SQLException e) {
            discard(draft);
            LogLine.BACKUP_FAILED.to(LOG).because(e).log();
            throw new StoreFailure(
                    "The backup could not be made; look at the room on the disk and at the permissions of the folder. No half"
                            + " copy was left.",
                    e);
        }
    }

    /** Every copy, newest first. Reads each of them, for its hash. */
    public List<Backup> list() {
        var all = new ArrayList<Backup>();
        try {
            for (Present present : present()) {
                all.add(backup(present.file(), present.takenAt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }

    /** A copy that is there, as its folder says. */
    public record Present(Path file, Instant takenAt, long bytes) {}

    /** Every copy, newest first. Reads none of them. */
    public List<Present> present() {
        var all = new ArrayList<Present>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
                for (Path file : files) {
                    Optional<Instant> moment = moment(file);
                    if (moment.isPresent()) {
                        all.add(new Present(file, moment.get(), Files.size(file)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        all.sort(Comparator.comparing(Present::takenAt).reversed());
        return List.copyOf(all);
    }

    /**
     * Takes a copy if the newest is older than {@code age} or there is none, then forgets old ones; for a timer.
     *
     * @return the copy that was taken
     */
    public synchronized Optional<Backup> keep(Duration age, Duration kept) {
        boolean isDue = list().stream()
                .findFirst()
                .filter(newest -> newest.takenAt().plus(age).isAfter(clock.instant()))
                .isEmpty();
        Optional<Backup> taken = isDue ? Optional.of(take()) : Optional.empty();
        prune(kept);
        return taken;
    }

    /**
     * Forgets copies that are older than {@code kept}, but never the newest that is sound.
     *
     * @return how many
     */
    public synchronized int prune(Duration kept) {
        List<Backup> all = list();
        Optional<Backup> newestSound =
                all.stream().filter(backup -> verify(backup.file()).isClean()).findFirst();
        int forgotten = 0;
        for (Backup backup : all) {
            boolean isOld = backup.takenAt().plus(kept).isBefore(clock.instant());
            if (isOld && newestSound.isPresent() && !newestSound.get().equals(backup)) {
                discard(backup.file());
                forgotten++;
            }
        }
        return forgotten;
    }

    /** Looks for everything that must be true of a database file. Does not write to it. */
    public static Findings verify(Path file) {
        var broken = new ArrayList<Findings.Finding>();
        try (Connection connection = connect(file, true);
                Statement statement = connection.createStatement()) {
            List<String> integrity = asked(statement, "pragma integrity_check(" + MOST_NAMED + ")");
            if (!integrity.equals(List.of("ok"))) {
                broken.add(new Findings.Finding("the file is whole", integrity));
                return new Findings(broken);
            }
            note(broken, "every row's parent is there", asked(statement, "pragma foreign_key_check"));
            for (Laws.Law law : Laws.ALL) {
                note(broken, law.sentence(), asked(statement, law.broken() + " limit " + MOST_NAMED));
            }
        } catch (SQLException e) {
            broken.add(new Findings.Finding("the file is a database of this library", List.of(message(e))));
        }
        return new Findings(broken);
    }

    /**
     * Puts a copy in the place of the database, which is kept aside under its name with {@code .replaced-} and the moment
     * added. The database must not be open anywhere. Opening it afterwards brings its tables up to date; {@link
     * Restored#settle} then has to run before anyone is let in.
     *
     * @throws StartFailure if the copy is not sound, or the database is open; nothing has been changed then
     */
    public synchronized Path restore(Path backup) {
        Findings findings = verify(backup);
        if (!findings.isClean()) {
            throw new StartFailure(
                    "The backup is not sound: " + findings.broken().get(0).law() + " does not hold.",
                    backup.toString(),
                    "What is broken in it would be broken in the community.",
                    "Choose an earlier backup, or have a look at this one with verify.",
                    null);
        }
        Path aside = database.resolveSibling(database.getFileName() + ".replaced-" + MOMENT.format(clock.instant()));
        Path draft = database.resolveSibling(database.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, only("rw-------"));
            Files.copy(backup, draft, StandardCopyOption.REPLACE_EXISTING);
            if (hasPosix()) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            force(draft);
            if (Files.exists(database)) {
                requireClosed();
                move(database, aside);
            }
            for (String side : List.of("-wal", "-shm")) {
                Files.deleteIfExists(database.resolveSibling(database.getFileName() + side));
            }
            move(draft, database);
            force(database.toAbsolutePath().resolveSibling(""));
            LogLine.BACKUP_RESTORED.to(LOG).log();
            return aside;
        } catch (IOException e) {
            discard(draft);
            throw new StartFailure(
                    "The backup could not be put in place.",
                    database.toString(),
                    "The database is as it was, or lies aside as " + aside + ".",
                    "Make room on the disk, see that this user may write to the folder, and try again.",
                    e);
        }
    }

    /** Leaving the write-ahead log takes the file for oneself, so it fails while anyone has it open. */
    private void requireClosed() {
        try (Connection connection = connect(database, false);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 0");
            statement.execute("pragma wal_checkpoint(truncate)");
            List<String> mode = asked(statement, "pragma journal_mode = delete");
            if (!mode.equals(List.of("delete"))) {
                throw open(null);
            }
        } catch (SQLException e) {
            SQLiteErrorCode code =
                    e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.SQLITE_OK;
            if (code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED) {
                throw open(e);
            }
            // A database that is damaged is what a backup is put in the place of.
        }
    }

    private StartFailure open(@Nullable Throwable cause) {
        return new StartFailure(
                "The database is open.",
                database.toString(),
                "A program that has it open would go on with what is no longer there.",
                "Stop every program that uses it, then try again.",
                cause);
    }

    private static void note(List<Findings.Finding> broken, String law, List<String> where) {
        if (!where.isEmpty()) {
            broken.add(new Findings.Finding(law, where));
        }
    }

    private static List<String> asked(Statement statement, String question) throws SQLException {
        var answers = new ArrayList<String>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static String message(SQLException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + UNFINISHED + "*")) {
            for (Path one : left) {
                Files.deleteIfExists(one);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    /** Until it is on the disk it is no backup. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is cleared away by the next one.
        }
    }

    private static Optional<Instant> moment(Path file) {
        String name = file.getFileName().toString();
        try {
            return Optional.of(
                    MOMENT.parse(name.substring(PREFIX.length(), name.length() - SUFFIX.length()), Instant::from));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    private static Backup backup(Path file, Instant takenAt) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return new Backup(
                    file,
                    takenAt,
                    Files.size(file),
                    HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private FileAttribute<?>[] only(String permissions) {
        return hasPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean hasPosix() {
        return database.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
