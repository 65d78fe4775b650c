package org.somoim.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A text that people have looked at.
 *
 * @param kind what they called it, in the words of its set
 */
record Labelled(boolean violating, String kind, String text) {

    /** @return in the order of the file; empty if there is no such part of the set */
    static List<Labelled> read(Path folder, String set, String part) throws IOException {
        Path file = folder.resolve(set + "." + part + ".tsv");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> line.split("\t", 3))
                    .map(cells -> new Labelled(cells[0].equals("1"), cells[1], cells[2]))
                    .toList();
        }
    }
}
