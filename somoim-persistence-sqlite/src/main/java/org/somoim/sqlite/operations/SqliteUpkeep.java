package org.somoim.sqlite.operations;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Line;
import org.somoim.operations.Upkeep;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.backup.Backup;
import org.somoim.sqlite.backup.Backups;

/** Looks after one database: what brought it to its form, copies of it in one folder, and whether all in it is true. */
public final class SqliteUpkeep implements Upkeep {
    /** What SQLite says of a broken file can be long. */
    private static final int LONGEST = 200;

    private final SqliteDatabase database;
    private final Backups backups;

    /** @param copies the folder for copies; made when the first one is taken */
    public SqliteUpkeep(SqliteDatabase database, Path copies, InstantSource clock) {
        this.database = database;
        this.backups = new Backups(Path.of(database.file()), copies, clock);
    }

    @Override
    public List<Step> steps() {
        return database.read(() -> database.store(SqliteHistory.class).steps());
    }

    @Override
    public List<Copy> copies() {
        return backups.present().stream()
                .map(present -> new Copy(name(present.file()), present.takenAt(), present.bytes()))
                .toList();
    }

    @Override
    public Copy take() {
        Backup taken = backups.take();
        return new Copy(name(taken.file()), taken.takenAt(), taken.bytes());
    }

    @Override
    public Findings check() {
        return findings(Path.of(database.file()));
    }

    /** Only what is listed is opened: a name is compared with those there are, and leads nowhere by itself. */
    @Override
    public Optional<Findings> check(Line copy) {
        return backups.present().stream()
                .map(Backups.Present::file)
                .filter(file -> name(file).equals(copy))
                .findFirst()
                .map(SqliteUpkeep::findings);
    }

    private static Findings findings(Path file) {
        return new Findings(Backups.verify(file).broken().stream()
                .map(SqliteUpkeep::finding)
                .toList());
    }

    private static Finding finding(org.somoim.sqlite.backup.Findings.Finding broken) {
        return new Finding(
                line(broken.law()),
                broken.where().stream().map(SqliteUpkeep::line).toList());
    }

    private static Line line(String said) {
        String plain = said.replaceAll("\\s+", " ").strip();
        return Line.of(plain.isEmpty() ? "?" : plain.substring(0, Math.min(LONGEST, plain.length())));
    }

    private static Line name(Path file) {
        return Line.of(file.getFileName().toString());
    }
}
