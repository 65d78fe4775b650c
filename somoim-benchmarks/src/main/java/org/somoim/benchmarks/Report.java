package org.somoim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as one table with the goal beside each row. */
final class Report {
    private static final String BEGIN = "<!-- What follows is printed by the benchmarks. -->";
    private static final String END = "<!-- What was printed ends here. -->";

    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private record Goal(String text, boolean isMet) {}

    /** A ratio that is to be small. */
    void atMost(String what, double ratio, double goal, String detail) {
        add(what, ratio, new Goal(String.format(Locale.ROOT, "≤ %.2f", goal), ratio <= goal), detail);
    }

    /** A ratio that is to be great. */
    void atLeast(String what, double ratio, double goal, String detail) {
        add(what, ratio, new Goal(String.format(Locale.ROOT, "≥ %.2f", goal), ratio >= goal), detail);
    }

    private void add(String what, double ratio, Goal goal, String detail) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %.2f | %s | %s | %s |",
                what,
                ratio,
                goal.text(),
                goal.isMet() ? "met" : "**missed**",
                detail));
        System.out.println(lines.get(lines.size() - 1));
    }

    void note(String text) {
        notes.add(text);
        System.out.println(text);
    }

    String text() {
        return "| What | Measured | Goal | | Detail |\n| --- | --- | --- | --- | --- |\n"
                + String.join("\n", lines)
                + "\n\n"
                + String.join("\n\n", notes)
                + "\n";
    }

    /** Puts the table where the last one stands. */
    void write(Path page) throws IOException {
        String old = Files.readString(page);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("no place for the table in " + page);
        }
        Files.writeString(page, old.substring(0, begin + BEGIN.length()) + "\n\n" + text() + "\n" + old.substring(end));
    }
}
