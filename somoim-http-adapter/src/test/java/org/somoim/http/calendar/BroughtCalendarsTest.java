package org.somoim.http.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.calendar.CalendarEntry;
import org.somoim.events.Span;
import org.somoim.groups.Group;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;

/** What comes of the files of other calendars. It is noon in London on Monday, 2 March 2026. */
@Covers({"CAL-1", "CAL-2", "EVT-5"})
class BroughtCalendarsTest {
    private final Community town = new Community();
    private final Client visitor = Client.of(
            town.clock,
            town.ports.transactor(),
            new CalendarRoutes(
                    town.somoim.calendars(), town.somoim.foreignEvents(), town.somoim.reminders(), town.clock));
    private final Actor.Person owner = town.person("민지");
    private final Group group = town.openGroup(owner);
    private final Actor.Person member = town.memberOf(group);
    private final Client asMember = visitor.as(member.id());

    private Reply brought(String path, String... events) {
        return sent(
                asMember,
                path,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\n" + String.join("", events)
                        + "END:VCALENDAR\r\n");
    }

    private static Reply sent(Client client, String path, String file) {
        return client.send("POST", path, "text/calendar; charset=utf-8", file.getBytes(StandardCharsets.UTF_8));
    }

    private Reply toGroup(String... events) {
        return brought("/groups/" + group.id() + "/calendar", events).ok();
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    private List<CalendarEntry> ahead() {
        Instant now = town.clock.instant();
        return town.somoim
                .calendars()
                .entries(owner, null, now, now.plus(Duration.ofDays(300)), Page.Ask.first(50))
                .items();
    }

    private List<String> starts() {
        return ahead().stream()
                .map(entry -> entry.startsOn() + " " + entry.zone())
                .toList();
    }

    @Test
    void aMeetingComesOverWithWhatIsSaidOfIt() {
        Reply report = toGroup(event(
                "one@example.org",
                "SUMMARY:저녁\\, 같이",
                "DESCRIPTION:첫 줄\\n둘째 줄",
                "DTSTART;TZID=Asia/Seoul:20260310T190000",
                "DURATION:PT2H",
                "LOCATION:마포구 1",
                "GEO:37.5;126.9",
                "URL:https://meet.example.org/a",
                "ORGANIZER:mailto:someone@example.org",
                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM"));
        assertThat(report.at("/added")).isEqualTo("1");
        assertThat(report.at("/entries/0/outcome")).isEqualTo("ADDED");
        CalendarEntry entry = ahead().get(0);
        assertThat(entry.title().value()).isEqualTo("저녁, 같이");
        assertThat(entry.startsAt()).isEqualTo("2026-03-10T10:00:00Z");
        assertThat(entry.endsAt()).isEqualTo("2026-03-10T12:00:00Z");
        assertThat(entry.zone()).hasToString("Asia/Seoul");
        assertThat(entry.location()).isEqualTo("마포구 1");
        assertThat(entry.point()).isEqualTo(new CalendarEntry.Point(3_750_000_000L, 12_690_000_000L));
        assertThat(entry.online()).hasToString("https://meet.example.org/a");
        assertThat(entry.description().value()).isEqualTo("첫 줄\n둘째 줄");
        assertThat(entry.alarms()).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String first = event("one", "SUMMARY:a", "DTSTART:20260310T190000Z");
        String second = event("two", "SUMMARY:b", "DTSTART:20260311T190000Z", "RRULE:FREQ=WEEKLY;COUNT=3");
        toGroup(first);
        Reply again = toGroup(first, second);
        assertThat(again.at("/known")).isEqualTo("1");
        assertThat(again.at("/added")).isEqualTo("1");
        assertThat(toGroup(first, second).at("/known")).isEqualTo("2");
        assertThat(ahead()).hasSize(4);

        brought("/me/calendar", first).ok();
        assertThat(town.somoim
                        .events()
                        .onPage(member, member.id(), Span.from(town.clock.instant()), Page.Ask.first())
                        .items())
                .hasSize(1);
        town.somoim.events().delete(owner, new Id<>(ahead().get(0).id().value()));
        assertThat(toGroup(first).at("/added")).isEqualTo("1");
    }

    @Test
    void aSeriesThatBeganLongAgoGoesOnWithWhatIsLeftOfIt() {
        toGroup(event(
                "old",
                "SUMMARY:every other Tuesday",
                "DTSTART;TZID=Europe/Berlin:20260106T190000",
                "DTEND;TZID=Europe/Berlin:20260106T210000",
                "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=7",
                "EXDATE;TZID=Europe/Berlin:20260317T190000"));
        // 6 and 20 January, 3 and 17 February are over; 17 March does not take place; the clocks change on the 29th.
        assertThat(starts()).containsExactly("2026-03-03T19:00 Europe/Berlin", "2026-03-31T19:00 Europe/Berlin");
        assertThat(ahead().get(0).startsAt()).isEqualTo("2026-03-03T18:00:00Z");
        assertThat(ahead().get(1).startsAt()).isEqualTo("2026-03-31T17:00:00Z");
    }

    @Test
    void whatWasMovedOrCalledOffElsewhereIsSoHere() {
        toGroup(
                event("s", "SUMMARY:weekly", "DTSTART:20260303T190000Z", "RRULE:FREQ=WEEKLY;COUNT=4"),
                event("s", "SUMMARY:weekly, later", "RECURRENCE-ID:20260310T190000Z", "DTSTART:20260312T200000Z"),
                event(
                        "s",
                        "SUMMARY:weekly",
                        "RECURRENCE-ID:20260317T190000Z",
                        "STATUS:CANCELLED",
                        "DTSTART:20260317T190000Z"));
        assertThat(ahead())
                .extracting(entry -> entry.title().value() + " " + entry.startsAt())
                .containsExactly(
                        "weekly 2026-03-03T19:00:00Z",
                        "weekly, later 2026-03-12T20:00:00Z",
                        "weekly 2026-03-24T19:00:00Z");
        town.clock.advance(Duration.ofDays(100));
        town.somoim.tick();
        assertThat(ahead()).isEmpty();
    }

    @Test
    void whatWasMovedComesEvenIfItsSeriesIsOver() {
        Reply report = toGroup(
                event("s", "SUMMARY:weekly", "DTSTART:20260210T190000Z", "RRULE:FREQ=WEEKLY;COUNT=3"),
                event("s", "SUMMARY:the last", "RECURRENCE-ID:20260224T190000Z", "DTSTART:20260312T200000Z"),
                event("t", "SUMMARY:weekly", "DTSTART:20260217T190000Z", "RRULE:FREQ=WEEKLY;COUNT=3"),
                event("t", "SUMMARY:the last too", "RECURRENCE-ID:20260303T190000Z", "DTSTART:20260313T200000Z"));
        assertThat(report.at("/added")).isEqualTo("2");
        assertThat(ahead())
                .extracting(entry -> entry.title().value() + " " + entry.startsAt())
                .containsExactly("the last 2026-03-12T20:00:00Z", "the last too 2026-03-13T20:00:00Z");
        assertThat(toGroup(event("s", "SUMMARY:weekly", "DTSTART:20260210T190000Z", "RRULE:FREQ=WEEKLY;COUNT=3"))
                        .at("/known"))
                .isEqualTo("1");
    }

    @Test
    void whatDoesNotTakePlaceThisTimeDoesTheNext() {
        toGroup(
                event(
                        "yearly",
                        "SUMMARY:yearly",
                        "DTSTART:20250310T190000Z",
                        "RRULE:FREQ=YEARLY;COUNT=3",
                        "EXDATE:20260310T190000Z"),
                event(
                        "first",
                        "SUMMARY:first",
                        "DTSTART:20260311T190000Z",
                        "RRULE:FREQ=YEARLY",
                        "EXDATE:20260311T190000Z"));
        town.clock.advance(Duration.ofDays(200));
        town.somoim.tick();
        assertThat(starts()).containsExactly("2027-03-10T19:00 UTC", "2027-03-11T19:00 UTC");
        town.clock.advance(Duration.ofDays(365));
        town.somoim.tick();
        assertThat(starts()).containsExactly("2028-03-11T19:00 UTC");
    }

    @Test
    void anExceptionMayBeNamedByItsDay() {
        toGroup(
                event(
                        "s",
                        "SUMMARY:weekly",
                        "DTSTART;TZID=Asia/Seoul:20260303T230000",
                        "RRULE:FREQ=WEEKLY;COUNT=4",
                        "EXDATE;VALUE=DATE:20260310"),
                event(
                        "s",
                        "SUMMARY:weekly",
                        "RECURRENCE-ID;VALUE=DATE:20260317",
                        "DTSTART;TZID=Asia/Seoul:20260318T080000"));
        assertThat(starts())
                .containsExactly(
                        "2026-03-03T23:00 Asia/Seoul", "2026-03-18T08:00 Asia/Seoul", "2026-03-24T23:00 Asia/Seoul");
    }

    @Test
    void anExceptionFarAheadIsKeptUntilItsTimeComes() {
        toGroup(event(
                "s",
                "SUMMARY:daily",
                "DTSTART:20260303T190000Z",
                "RRULE:FREQ=DAILY;INTERVAL=5",
                "EXDATE:20261118T190000Z"));
        town.clock.advance(Duration.ofDays(200));
        town.somoim.tick();
        assertThat(starts())
                .contains("2026-11-13T19:00 UTC", "2026-11-23T19:00 UTC")
                .doesNotContain("2026-11-18T19:00 UTC");
    }

    @Test
    void daysAndZonesOfTheFileAreUnderstood() {
        toGroup(
                "X-WR-TIMEZONE:Asia/Seoul\r\n",
                event("day", "SUMMARY:a day", "DTSTART;VALUE=DATE:20260305"),
                event("floating", "SUMMARY:floating", "DTSTART:20260306T190000"),
                event("utc", "SUMMARY:utc", "DTSTART:20260307T190000Z"));
        assertThat(starts())
                .containsExactly(
                        "2026-03-05T00:00 Asia/Seoul", "2026-03-06T19:00 Asia/Seoul", "2026-03-08T04:00 Asia/Seoul");
        assertThat(ahead().get(0).endsAt()).isEqualTo("2026-03-05T15:00:00Z");
    }

    @Test
    void aRuleForATimeInUtcCountsTheDaysOfUtcWhateverZoneTheFileIsIn() {
        toGroup(
                "X-WR-TIMEZONE:Asia/Seoul\r\n",
                event(
                        "s",
                        "SUMMARY:Saturday there, Sunday here",
                        "DTSTART:20260307T190000Z",
                        "RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=3",
                        "EXDATE:20260314T190000Z"));
        assertThat(ahead())
                .extracting(entry -> entry.startsAt().toString())
                .containsExactly("2026-03-07T19:00:00Z", "2026-03-21T19:00:00Z");
    }

    @Test
    void aZoneThatOnlyTheFileKnowsIsTakenByItsInstants() {
        String korea = """
                BEGIN:VTIMEZONE
                TZID:Korea Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T000000
                TZOFFSETFROM:+0900
                TZOFFSETTO:+0900
                END:STANDARD
                END:VTIMEZONE
                """.replace("\n", "\r\n");
        brought(
                        "/groups/" + group.id() + "/calendar?zone=Asia/Seoul",
                        korea,
                        event("o", "SUMMARY:from an office", "DTSTART;TZID=Korea Standard Time:20260306T190000"))
                .ok();
        assertThat(starts()).containsExactly("2026-03-06T19:00 Asia/Seoul");
    }

    @Test
    void everyEntryThatCannotComeSaysWhyAndTheOthersCome() {
        Reply report = toGroup(
                event("past", "SUMMARY:past", "DTSTART:20200310T190000Z"),
                event("ended", "SUMMARY:ended", "DTSTART:20200310T190000Z", "RRULE:FREQ=DAILY;COUNT=3"),
                event("nameless", "DTSTART:20260310T190000Z"),
                event("often", "SUMMARY:often", "DTSTART:20260310T190000Z", "RRULE:FREQ=SECONDLY"),
                event("long", "SUMMARY:long", "DTSTART:20260310T190000Z", "DTEND:20270310T190000Z"),
                event("listed", "SUMMARY:listed", "DTSTART:20260310T190000Z", "RDATE:20260311T190000Z"),
                event("off", "SUMMARY:off", "DTSTART:20260310T190000Z", "STATUS:CANCELLED"),
                event("timeless", "SUMMARY:timeless"),
                event("good", "SUMMARY:good", "DTSTART:20260310T190000Z"));
        assertThat(report.at("/added")).isEqualTo("1");
        assertThat(report.at("/refused")).isEqualTo("8");
        assertThat(report.json().findValuesAsText("code"))
                .containsExactly(
                        "events.in-the-past",
                        "events.in-the-past",
                        "kernel.not-one-line",
                        "events.not-a-rule",
                        "events.too-long",
                        "calendar.not-an-entry",
                        "events.cancelled",
                        "calendar.not-an-entry");
        assertThat(report.json().findValuesAsText("detail")).allMatch(detail -> detail.length() > 20);
        assertThat(ahead()).hasSize(1);
    }

    @Test
    void aValueThatNobodyCanReadKeepsItsOwnMeetingOutAndNoOther() {
        Reply report = toGroup(
                event("first", "SUMMARY:first", "DTSTART:20260310T190000Z"),
                event("torn", "SUMMARY:torn", "DTSTART:tomorrow at eight"),
                event("folded", "SUMMARY:fold", "DTSTART:20260311T1900\r\n 00Z"),
                event("torn", "RECURRENCE-ID:20260317T190000Z", "SUMMARY:torn", "DTSTART:20260318T190000Z"),
                event("wrong", "SUMMARY:wrong", "DTSTART:20260310T190000Z", "RRULE:FREQ=NOW AND THEN"),
                event("last", "SUMMARY:last", "DTSTART:20260312T190000Z"));
        assertThat(report.at("/added")).isEqualTo("3");
        assertThat(report.at("/refused")).isEqualTo("2");
        assertThat(report.json().findValuesAsText("code")).containsOnly("calendar.not-an-entry");
        assertThat(starts()).containsExactly("2026-03-10T19:00 UTC", "2026-03-11T19:00 UTC", "2026-03-12T19:00 UTC");
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        String path = "/groups/" + group.id() + "/calendar";
        sent(asMember, path, "").refused(422, "calendar.not-a-calendar");
        sent(asMember, path, "BEGIN:VCALENDAR").refused(422, "calendar.not-a-calendar");
        sent(asMember, path, "{\"a\": 1}").refused(422, "calendar.not-a-calendar");
        asMember.post(path, "{'a': 1}").refused(415, "http.wrong-media-type");
        var many = new StringBuilder();
        for (int i = 0; i <= 500; i++) {
            many.append(event("u" + i, "SUMMARY:a", "DTSTART:20260310T190000Z"));
        }
        brought(path, many.toString()).refused(422, "calendar.too-many-entries");
        String one = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
                + event("a", "SUMMARY:a", "DTSTART:20260310T190000Z") + "END:VCALENDAR\r\n";
        sent(visitor.as(town.person().id()), path, one).refused(403, "access.not-allowed");
        sent(visitor, path, one).refused(401, "access.not-signed-in");
        assertThat(ahead()).isEmpty();
    }
}
