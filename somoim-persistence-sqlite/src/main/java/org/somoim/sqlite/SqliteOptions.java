package org.somoim.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.somoim.kernel.StartFailure;

/**
 * Where the database is and how it is opened.
 *
 * @param file of the database; made at the first start, in a folder that must be there
 * @param readers connections for questions, 2 to 4
 * @param busyTimeout how long to wait for another program that writes to the same file; a millisecond to a minute
 * @param deadline the longest that one statement may run, and that one may wait for a connection; a millisecond to an hour
 */
public record SqliteOptions(
        Path file, Durability durability, int readers, Duration busyTimeout, Duration deadline, Commits commits) {
    private static final String FILE_NAME = "somoim.db";
    private static final Duration LEAST = Duration.ofMillis(1);

    /** @throws StartFailure if a setting is out of its range */
    public SqliteOptions {
        if (readers < 2 || readers > 4) {
            throw outOfRange("readers", readers, "2 to 4");
        }
        if (busyTimeout.compareTo(LEAST) < 0 || busyTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw outOfRange("busyTimeout", busyTimeout, "a millisecond to a minute");
        }
        if (deadline.compareTo(LEAST) < 0 || deadline.compareTo(Duration.ofHours(1)) > 0) {
            throw outOfRange("deadline", deadline, "a millisecond to an hour");
        }
        file = file.toAbsolutePath().normalize();
    }

    /**
     * Full durability, four readers, five seconds' patience with other programs, half a minute for a statement, commits
     * shared.
     *
     * @param place the file, or a folder that is there already, in which the file is called {@code somoim.db}
     */
    public static SqliteOptions at(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve(FILE_NAME) : place;
        return new SqliteOptions(
                file, Durability.FULL, 4, Duration.ofSeconds(5), Duration.ofSeconds(30), Commits.SHARED);
    }

    public SqliteOptions withDurability(Durability other) {
        return new SqliteOptions(file, other, readers, busyTimeout, deadline, commits);
    }

    public SqliteOptions withReaders(int other) {
        return new SqliteOptions(file, durability, other, busyTimeout, deadline, commits);
    }

    public SqliteOptions withBusyTimeout(Duration other) {
        return new SqliteOptions(file, durability, readers, other, deadline, commits);
    }

    public SqliteOptions withDeadline(Duration other) {
        return new SqliteOptions(file, durability, readers, busyTimeout, other, commits);
    }

    public SqliteOptions withCommits(Commits other) {
        return new SqliteOptions(file, durability, readers, busyTimeout, deadline, other);
    }

    private static StartFailure outOfRange(String name, Object value, String range) {
        return new StartFailure(
                "The SQLite option " + name + " is " + value + ".",
                "SqliteOptions." + name,
                "Outside its range the database would be slow, or stand still.",
                "Choose " + range + ".",
                null);
    }
}
