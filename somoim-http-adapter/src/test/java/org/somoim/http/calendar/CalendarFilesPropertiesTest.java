package org.somoim.http.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.memory.Community;

/** Whatever is sent in place of a calendar, the answer is a report or a refusal. */
@Covers({"CAL-1", "TST-3"})
class CalendarFilesPropertiesTest {
    private static final String GOOD = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//other//EN
            X-WR-TIMEZONE:Asia/Seoul
            BEGIN:VEVENT
            UID:one
            DTSTAMP:20260101T000000Z
            SUMMARY:저녁
            DTSTART;TZID=Asia/Seoul:20260310T190000
            DTEND;TZID=Asia/Seoul:20260310T210000
            RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=5
            EXDATE;TZID=Asia/Seoul:20260317T190000
            GEO:37.5;126.9
            URL:https://meet.example.org/a
            END:VEVENT
            BEGIN:VEVENT
            UID:one
            DTSTAMP:20260101T000000Z
            RECURRENCE-ID;TZID=Asia/Seoul:20260324T190000
            SUMMARY:later
            DTSTART;VALUE=DATE:20260325
            DURATION:P1DT2H
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");
    private static final List<String> PIECES = List.of(
            "",
            ":",
            ";",
            "\r\n",
            "TZID=Nowhere/At_All",
            "99999999T999999",
            "-",
            "\u0000",
            "9999999999",
            "VALUE=DATE:",
            "RRULE:FREQ=HOURLY;INTERVAL=0",
            "BEGIN:VEVENT\r\n",
            "END:VEVENT\r\n",
            "\uD83D\uDE80",
            "P-1W",
            "\\",
            "\"");

    @Property(tries = 300)
    void aFileThatWasTamperedWithIsReadOrRefused(@ForAll Random random) {
        var town = new Community();
        Client someone = Client.of(
                        town.clock,
                        town.ports.transactor(),
                        new CalendarRoutes(
                                town.somoim.calendars(),
                                town.somoim.foreignEvents(),
                                town.somoim.reminders(),
                                town.clock))
                .as(town.person().id());
        var file = new StringBuilder(GOOD);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(file.length());
            int cut = Math.min(file.length(), at + random.nextInt(12));
            file.replace(at, cut, PIECES.get(random.nextInt(PIECES.size())));
        }
        Reply reply = someone.send(
                "POST", "/me/calendar", "text/calendar", file.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).as("%s%n%s", reply.text(), file).isIn(200, 422);
    }
}
