package org.somoim.examples;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.somoim.Somoim;
import org.somoim.accounts.bcrypt.BcryptPasswordHasher;
import org.somoim.accounts.bcrypt.Pepper;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;
import org.somoim.sqlite.backup.Backup;
import org.somoim.sqlite.backup.Backups;
import org.somoim.sqlite.backup.Findings;
import org.somoim.sqlite.backup.Restored;

/** Copies of a database from the command line: take, list, verify, prune, restore. */
public final class BackupCommand {
    private static final String USAGE = """
            Usage: backup take    DATABASE FOLDER
                   backup list    DATABASE FOLDER
                   backup verify  FILE
                   backup prune   DATABASE FOLDER [DAYS]
                   backup restore DATABASE FILE

            take     copies the database into the folder while it is in use
            verify   looks for everything that must be true of a database or a copy
            prune    forgets copies older than so many days, 30 unless said otherwise
            restore  puts a copy in place of the database, which must be closed""";

    private static final Duration KEPT = Duration.ofDays(30);

    private final InstantSource clock;
    private final PrintStream out;

    BackupCommand(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new BackupCommand(InstantSource.system(), System.out).run(List.of(arguments)));
    }

    /** @return 0 if all went well, 1 if something is wrong with a database, 2 if the call was */
    int run(List<String> arguments) {
        try {
            return switch (arguments.size() < 2 ? "" : arguments.get(0)) {
                case "take" -> take(backups(arguments));
                case "list" -> list(backups(arguments));
                case "verify" -> verify(Path.of(arguments.get(1)));
                case "prune" -> prune(backups(arguments), arguments);
                case "restore" -> restore(Path.of(arguments.get(1)), Path.of(argument(arguments, 2)));
                default -> throw new IllegalArgumentException("no such command");
            };
        } catch (StartFailure | StoreFailure failure) {
            out.println(failure.getMessage());
            return 1;
        } catch (IllegalArgumentException wrong) {
            out.println(USAGE);
            return 2;
        }
    }

    private static String argument(List<String> arguments, int index) {
        if (arguments.size() <= index) {
            throw new IllegalArgumentException("too few");
        }
        return arguments.get(index);
    }

    private Backups backups(List<String> arguments) {
        return new Backups(Path.of(arguments.get(1)), Path.of(argument(arguments, 2)), clock);
    }

    private int take(Backups backups) {
        // tag::take
        Backup backup = backups.take();
        Findings findings = Backups.verify(backup.file());
        // end::take
        out.printf("%s  %,d bytes  sha256 %s%n", backup.file(), backup.bytes(), backup.sha256());
        return told(findings);
    }

    private int list(Backups backups) {
        backups.list()
                .forEach(backup -> out.printf("%s  %s  %,d bytes%n", backup.takenAt(), backup.file(), backup.bytes()));
        return 0;
    }

    private int verify(Path file) {
        return told(Backups.verify(file));
    }

    private int told(Findings findings) {
        findings.broken().forEach(finding -> out.println("Broken: " + finding.law() + ": " + finding.where()));
        if (findings.isClean()) {
            out.println("Sound.");
        }
        return findings.isClean() ? 0 : 1;
    }

    private int prune(Backups backups, List<String> arguments) {
        Duration kept = arguments.size() > 3 ? Duration.ofDays(Integer.parseInt(arguments.get(3))) : KEPT;
        out.println("Forgot " + backups.prune(kept) + " copies.");
        return 0;
    }

    private int restore(Path file, Path copy) {
        var chance = new SecureRandom();
        // tag::restore
        var backups = new Backups(file, copy.toAbsolutePath().resolveSibling(""), clock);
        Path aside = backups.restore(copy);
        try (SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(file))) {
            var hasher = new BcryptPasswordHasher(new Pepper(database.keys().own("password-pepper")), chance);
            var somoim = new Somoim(Sqlite.ports(database, hasher, clock, chance));
            int erasedAgain = Restored.settle(somoim, database);
            // end::restore
            out.printf(
                    "Restored. %d people who had been erased since were erased again. The old file is %s%n",
                    erasedAgain, aside);
        }
        return 0;
    }
}
