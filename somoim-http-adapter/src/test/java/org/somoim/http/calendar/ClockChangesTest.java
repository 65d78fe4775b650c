package org.somoim.http.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.events.Plan;
import org.somoim.events.Rule;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.http.testing.Client;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.memory.Community;

/** Where clocks are put forward or back, another reader of the same words comes to the same instant. */
@Covers({"EVT-5", "CAL-1"})
class ClockChangesTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int LAST_YEAR = 2040;

    /** Since 1970, whatever a zone did: Seoul last changed its clocks in 1988. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Asia/Seoul", "Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe"})
    void everyChangeOfTheClocksIsReadAlike(String zone) throws IOException, ParserException {
        List<LocalDateTime> times = aroundChanges(zone);
        assertThat(times).hasSizeGreaterThan(10);
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\n");
        for (LocalDateTime time : times) {
            text.append("BEGIN:VEVENT\r\nUID:").append(time).append("\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=");
            text.append(zone).append(':').append(LOCAL.format(time)).append("\r\nEND:VEVENT\r\n");
        }
        List<VEvent> read = new CalendarBuilder()
                .build(new StringReader(text + "END:VCALENDAR\r\n"))
                .getComponents(Component.VEVENT);
        for (int i = 0; i < times.size(); i++) {
            ZonedDateTime theirs =
                    read.get(i).<ZonedDateTime>getStartDate().orElseThrow().getDate();
            assertThat(new Zone(zone).at(times.get(i)))
                    .as(times.get(i).toString())
                    .isEqualTo(theirs.toInstant());
        }
    }

    /** In the middle of every hour that is skipped or comes twice, and shortly before and after. */
    private static List<LocalDateTime> aroundChanges(String zone) {
        List<LocalDateTime> times = new ArrayList<>();
        Instant after = Instant.EPOCH;
        ZoneOffsetTransition change = ZoneId.of(zone).getRules().nextTransition(after);
        while (change != null && change.getDateTimeBefore().getYear() < LAST_YEAR) {
            LocalDateTime first = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
            Duration length = change.getDuration().abs();
            times.add(first.minusSeconds(1));
            times.add(first);
            times.add(first.plus(length.dividedBy(2)));
            times.add(first.plus(length));
            change = ZoneId.of(zone).getRules().nextTransition(change.getInstant());
        }
        return times;
    }

    /** By the clock on the wall a series stays where it is; what would be in the gap is after it, that day alone. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe"})
    void aDailySeriesIsReadFromTheFeedAcrossTheNextGap(String zone) throws IOException, ParserException {
        var town = new Community();
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        ZoneOffsetTransition gap = nextGap(zone, town.clock.instant());
        LocalDateTime inGap = gap.getDateTimeBefore().plus(gap.getDuration().dividedBy(2));
        LocalDateTime start = inGap.minusDays(3);
        town.clock.advance(Duration.between(town.clock.instant(), new Zone(zone).at(start.minusDays(1))));
        town.somoim
                .recurrences()
                .begin(
                        owner,
                        group.id(),
                        Plan.of(Line.of("daily"), new When(start, null, new Zone(zone))),
                        Rule.of("FREQ=DAILY;COUNT=7"));

        Client client = Client.of(
                town.clock,
                town.ports.transactor(),
                new CalendarRoutes(
                        town.somoim.calendars(), town.somoim.foreignEvents(), town.somoim.reminders(), town.clock));
        String path = client.as(owner.id())
                .post("/me/calendar/links", "{'name': 'mine'}")
                .ok(201)
                .at("/path");
        List<VEvent> read = new CalendarBuilder()
                .build(new StringReader(client.get(path).ok().text()))
                .getComponents(Component.VEVENT);

        assertThat(read).hasSize(7);
        for (int day = 0; day < read.size(); day++) {
            Instant at = read.get(day)
                    .<OffsetDateTime>getStartDate()
                    .orElseThrow()
                    .getDate()
                    .toInstant();
            LocalDateTime onTheWall = LocalDateTime.ofInstant(at, ZoneId.of(zone));
            LocalDateTime wanted = start.plusDays(day);
            assertThat(onTheWall).isEqualTo(day == 3 ? wanted.plus(gap.getDuration()) : wanted);
        }
    }

    private static ZoneOffsetTransition nextGap(String zone, Instant after) {
        ZoneOffsetTransition change = ZoneId.of(zone).getRules().nextTransition(after);
        return change.isGap() ? change : nextGap(zone, change.getInstant());
    }
}
