package org.somoim.documents;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** A table in Markdown. */
final class Table {
    private Table() {}

    static String of(String[] head, Collection<String[]> rows) {
        Stream<String[]> lines = Stream.concat(
                Stream.of(head, Stream.of(head).map(column -> "---").toArray(String[]::new)), rows.stream());
        return lines.map(Table::line).collect(joining("\n", "", "\n"));
    }

    static String[] row(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).toArray(String[]::new);
    }

    private static String line(String[] cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(joining(" | ", "| ", " |"));
    }
}
