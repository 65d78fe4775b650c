package org.somoim.sqlite;

import java.nio.file.Path;
import java.util.Random;
import org.somoim.kernel.Word;
import org.somoim.sqlite.kernel.SqliteFactLog;

/** A program of its own whose threads write at once until it is killed. Says on its output what is kept. */
final class DoomedCrowd {
    static final int THREADS = 12;
    static final String END = " .";

    private DoomedCrowd() {}

    /** @param arguments the file, and a number that no other life has */
    public static void main(String[] arguments) {
        SqliteDatabase database = SqliteDatabase.open(SqliteOptions.at(Path.of(arguments[0])));
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = "life-" + arguments[1] + "-" + thread + "-";
            var chance = new Random(thread);
            new Thread(() -> {
                        for (int i = 0; ; i++) {
                            write(database, prefix + i, chance.nextInt(4) == 0);
                        }
                    })
                    .start();
        }
    }

    private static void write(SqliteDatabase database, String name, boolean fails) {
        var log = database.store(SqliteFactLog.class);
        try {
            database.run(() -> {
                log.advance(left(name), 0, 1);
                if (fails) {
                    throw new IllegalStateException("regretted");
                }
                log.advance(right(name), 0, 1);
            });
            // With a mark at the end: half a line is no acknowledgement.
            System.out.println(name + END);
        } catch (IllegalStateException regretted) {
            // As was meant.
        }
    }

    static Word left(String name) {
        return new Word(name + "-left");
    }

    static Word right(String name) {
        return new Word(name + "-right");
    }
}
