package org.somoim.examples.demo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Coordinates;
import org.somoim.events.MeetingLink;
import org.somoim.events.Venue;
import org.somoim.kernel.Line;

/**
 * What a group meets for.
 *
 * @param group by its name
 * @param days from now on; behind us if negative
 */
record Gathering(Line group, How how, int days, LocalTime time, int seats, Line title, Venue venue) {
    private static final int PARTS = 8;

    /** What becomes of it. */
    enum How {
        /** There are fewer seats than people who want one, and one has fallen free. */
        FULL,
        /** It comes every week. */
        WEEKLY,
        ONLINE,
        /** It was called off yesterday. */
        CANCELLED,
        /** Who comes is let in. */
        APPROVAL,
        /** It is over, and who came was noted down. */
        HELD
    }

    /** @throws IllegalArgumentException with file and line, if anything in it is wrong */
    static List<Gathering> read(TextFile file) {
        List<Gathering> all = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            if (!line.startsWith("#") && !line.isBlank()) {
                all.add(of(file, i, line.split(" \\| ")));
            }
        }
        return List.copyOf(all);
    }

    private static Gathering of(TextFile file, int line, String[] parts) {
        if (parts.length != PARTS) {
            throw file.mistake(line, "expected " + PARTS + " parts", null);
        }
        try {
            return new Gathering(
                    Line.of(parts[0]),
                    How.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(parts[2]),
                    LocalTime.parse(parts[3]),
                    Integer.parseInt(parts[4]),
                    Line.of(parts[5]),
                    venue(parts[6], point(parts[7])));
        } catch (RuntimeException e) {
            throw file.mistake(line, "a part is not what can stand there: " + e.getMessage(), e);
        }
    }

    private static Venue venue(String where, @Nullable Coordinates point) {
        return where.startsWith("https:")
                ? Venue.online(new MeetingLink(where))
                : Venue.at(Line.of(where)).on(point).shownTo(Venue.ShownTo.MEMBERS);
    }

    private static @Nullable Coordinates point(String written) {
        if (written.equals("-")) {
            return null;
        }
        String[] degrees = written.split(", ");
        return new Coordinates(scaled(degrees[0]), scaled(degrees[1]));
    }

    private static long scaled(String degrees) {
        return Math.round(Double.parseDouble(degrees) * Coordinates.DEGREE);
    }
}
