package org.somoim.http.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.somoim.calendar.CalendarReason;

/** The lines of an iCalendar file, meeting by meeting and what is around them, without a look at what they say. */
final class IcsParts {
    /** What is around the meetings (zones, above all) is read once for each of them, so it has to be short, in characters. */
    private static final int MOST_AROUND = 32_768;

    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final List<Meeting> meetings = new ArrayList<>();

    /** One part of the file from {@code BEGIN:VEVENT} to {@code END:VEVENT}. */
    record Meeting(String uid, String lines) {}

    /**
     * @throws org.somoim.kernel.Refusal {@link CalendarReason#NOT_A_CALENDAR} if there is no meeting in it, or one does not end
     */
    IcsParts(byte[] bytes) {
        StringBuilder open = null;
        // A line may be folded: it goes on behind a line break and a space (RFC 5545, 3.1).
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\\r?\\n(?![ \\t])")) {
            String sign = line.strip().toUpperCase(Locale.ROOT);
            if (sign.equals("BEGIN:VEVENT") && open == null) {
                open = new StringBuilder();
            }
            StringBuilder into = open != null ? open : meetings.isEmpty() ? before : after;
            into.append(line).append("\r\n");
            if (sign.equals("END:VEVENT") && open != null) {
                meetings.add(new Meeting(uid(open), open.toString()));
                open = null;
            }
        }
        if (meetings.isEmpty() || open != null || before.length() + after.length() > MOST_AROUND) {
            throw CalendarReason.NOT_A_CALENDAR.refuse();
        }
    }

    List<Meeting> meetings() {
        return meetings;
    }

    /** A file of some of the meetings, with all that is around them. */
    byte[] with(List<Meeting> some) {
        var file = new StringBuilder(before);
        some.forEach(meeting -> file.append(meeting.lines()));
        return file.append(after).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String uid(CharSequence lines) {
        return lines.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "UID:", 0, 4))
                .findFirst()
                .map(line -> line.substring(4).strip())
                .orElse("");
    }
}
