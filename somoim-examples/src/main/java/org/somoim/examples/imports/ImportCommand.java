package org.somoim.examples.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.somoim.Somoim;
import org.somoim.imports.Imports;
import org.somoim.imports.Progress;
import org.somoim.imports.Progress.Tally;
import org.somoim.imports.Row;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Word;
import org.somoim.sqlite.Sqlite;

/** Brings a community over from a file of JSON Lines. Called again, it goes on where it was. */
public final class ImportCommand {
    private static final String REHEARSE = "--rehearse";
    private static final String USAGE = """
            Usage: import DATABASE FILE SOURCE [--rehearse]

            FILE        rows as JSON Lines; what is spoken of comes before what speaks of it
            SOURCE      a name for where they come from, such as old-forum; the same each time
            --rehearse  tells what would come of it, and changes nothing""";

    private final PrintStream out;
    private final boolean isTerminal;

    ImportCommand(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    public static void main(String[] arguments) {
        System.exit(new ImportCommand(System.out, System.console() != null).run(List.of(arguments)));
    }

    /** @return 0 if every row is here now, 1 if some are not or something failed, 2 if the call was wrong */
    int run(List<String> arguments) {
        List<String> given = new ArrayList<>(arguments);
        boolean isRehearsal = given.remove(REHEARSE);
        if (given.size() != 3 || given.stream().anyMatch(one -> one.startsWith("--"))) {
            out.println(USAGE);
            return 2;
        }
        try {
            return run(Path.of(given.get(0)), Path.of(given.get(1)), new Word(given.get(2)), isRehearsal);
        } catch (Refusal notAWord) {
            out.println(USAGE);
            return 2;
        } catch (StartFailure | StoreFailure failure) {
            out.println(failure.getMessage());
            return 1;
        } catch (IOException | UncheckedIOException failure) {
            out.println("The rows could not be read: " + failure.getMessage());
            return 1;
        }
    }

    private int run(Path database, Path file, Word source, boolean isRehearsal) throws IOException {
        long rows = count(file);
        try (Somoim somoim = Sqlite.open(database);
                BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                Shown shown = isTerminal ? new Bar(rows, out) : new Lines(rows, out)) {
            // tag::import
            Imports imports = somoim.imports();
            Iterator<Row> all = lines.lines().map(JsonRows::of).iterator();
            Tally tally = isRehearsal
                    ? imports.rehearse(Actor.host("import"), source, all, shown)
                    : imports.bring(Actor.host("import"), source, all, shown);
            // end::import
            shown.close();
            out.printf(
                    "%,d rows %s, %,d were here already, %,d were refused.%n",
                    tally.brought(),
                    isRehearsal ? "would be brought in" : "were brought in",
                    tally.known(),
                    tally.refused());
            return tally.refused() == 0 ? 0 : 1;
        }
    }

    private static long count(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.count();
        }
    }

    /** Progress that somebody looks at. */
    interface Shown extends Progress, AutoCloseable {
        @Override
        void close();
    }

    /** One line after each change, for logs. */
    private record Lines(long rows, PrintStream out) implements Shown {
        @Override
        public void reached(Tally tally) {
            out.printf("%,d of %,d rows%n", tally.rows(), rows);
        }

        @Override
        public void refused(Refused row) {
            tell(row, out);
        }

        @Override
        public void close() {
            // Every line has been written.
        }
    }

    static void tell(Progress.Refused row, PrintStream out) {
        out.printf(
                "Row %,d: %s. %s%n",
                row.number(), row.reason().code(), row.reason().advice());
    }
}
