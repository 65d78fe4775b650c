package org.somoim.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.somoim.kernel.StartFailure;

/** The file that a database lives in, before SQLite sees it. */
final class DatabaseFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    /** Where the driver unpacks SQLite itself. */
    private static final String NATIVE_FOLDER = "org.sqlite.tmpdir";

    /** Longer than a process takes from unpacking the library to loading it. */
    private static final Duration LOADING = Duration.ofMinutes(1);

    private final Path file;
    private final Path folder;

    DatabaseFile(Path file) {
        this.file = file;
        this.folder = file.getParent() == null ? file : file.getParent();
    }

    /**
     * Makes the file if there is none, lets only its owner read it, and gives SQLite's native library a place of its own.
     * SQLite gives its side files the permissions of the file itself.
     *
     * @throws StartFailure if the folder or file cannot be used
     */
    void prepare() {
        if (!Files.isDirectory(folder)) {
            throw new StartFailure(
                    "The folder for the database is not there.",
                    folder.toString(),
                    "A mistyped folder would otherwise start a new, empty community.",
                    "Make the folder (mkdir -p '" + folder + "') or correct the setting.",
                    null);
        }
        if (Files.isDirectory(file)) {
            throw new StartFailure(
                    "The database file is a folder.",
                    file.toString(),
                    "The database is one file.",
                    "Name a file in that folder, such as " + file.resolve("somoim.db") + ".",
                    null);
        }
        try {
            create(file);
            requireWritable();
            restrict(file);
            makeRoomForNativeLibrary();
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder for the database cannot be written to.",
                    folder.toString(),
                    "The database keeps its journal next to its file.",
                    "Give the account that runs this program the right to write there, or choose another folder.",
                    e);
        }
    }

    /**
     * Keeps every other start on the same file out, in this process and in others, until closed.
     *
     * @throws StartFailure if the lock cannot be had
     */
    <R> R alone(Supplier<R> work) {
        Path lock = real().resolveSibling(file.getFileName() + ".lock");
        // Operating systems lock for a whole process; between its threads, and between class loaders, the one monitor
        // that all of them share is that of an interned string.
        synchronized (("org.somoim.sqlite " + lock).intern()) {
            try {
                create(lock);
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    assert held.isValid();
                    return work.get();
                }
            } catch (IOException e) {
                throw new StartFailure(
                        "The lock that keeps two starts apart cannot be had.",
                        lock.toString(),
                        "Two programs that set up the tables at once would spoil each other's work.",
                        "Use a local disk whose file system has locks, and see that the file can be written.",
                        e);
            }
        }
    }

    private Path real() {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private void requireWritable() throws IOException {
        // Asked by permission, not by trying: the super-user may write everything, and a file was made read-only on
        // purpose.
        boolean writable = hasPosix()
                ? Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE)
                : Files.isWritable(file);
        if (!writable || !Files.isWritable(file)) {
            throw new StartFailure(
                    "The database file is read-only.",
                    file.toString(),
                    "The library keeps changes, and brings the tables up to date when it starts.",
                    "Make it writable (chmod u+w '" + file + "'), or work on a copy.",
                    null);
        }
    }

    private void makeRoomForNativeLibrary() throws IOException {
        // Each killed process leaves a megabyte behind; here it is found, and does not fill the system's folder.
        Path natives = folder.resolve("native");
        if (Files.isDirectory(natives)) {
            sweep(natives);
        }
        if (System.getProperty(NATIVE_FOLDER) == null) {
            if (!Files.isDirectory(natives)) {
                try {
                    Files.createDirectory(natives, only(OWNER_ONLY_FOLDER));
                } catch (FileAlreadyExistsException e) {
                    // Another start was quicker, and has made it alike.
                }
            }
            System.setProperty(NATIVE_FOLDER, natives.toString());
        }
    }

    /**
     * Takes away what killed processes have left. What another process has loaded stays with it after that; what it is
     * about to load is too young.
     */
    private static void sweep(Path natives) throws IOException {
        Path probe = Files.createTempFile(natives, "now", "");
        Instant now = Files.getLastModifiedTime(probe).toInstant();
        Files.delete(probe);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(natives, "sqlite-*")) {
            for (Path one : left) {
                try {
                    if (Files.getLastModifiedTime(one).toInstant().isBefore(now.minus(LOADING))) {
                        Files.deleteIfExists(one);
                    }
                } catch (IOException e) {
                    // Gone in the meantime, or in use where that keeps a file in place.
                }
            }
        }
    }

    private void create(Path wanted) throws IOException {
        try {
            Files.createFile(wanted, only(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            // As it should be from the second start on.
        }
    }

    private void restrict(Path wanted) throws IOException {
        if (hasPosix()) {
            Files.setPosixFilePermissions(wanted, OWNER_ONLY);
        }
    }

    private FileAttribute<?>[] only(Set<PosixFilePermission> permissions) {
        return hasPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Windows has no such permissions; there a new file takes those of its folder. */
    private boolean hasPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
