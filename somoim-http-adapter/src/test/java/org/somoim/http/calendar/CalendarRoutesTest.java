package org.somoim.http.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.calendar.Calendars;
import org.somoim.events.Coordinates;
import org.somoim.events.Event;
import org.somoim.events.MeetingLink;
import org.somoim.events.Plan;
import org.somoim.events.Rule;
import org.somoim.events.Venue;
import org.somoim.groups.Group;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.memory.Community;

@Covers({"CAL-1", "CAL-2"})
class CalendarRoutesTest {
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
    private final Client asStranger = visitor.as(town.person().id());

    private String issued(String body) {
        return asMember.post("/me/calendar/links", body).ok(201).at("/path");
    }

    private String issued() {
        return issued("{'name': '우리 동네'}");
    }

    private static Calendar parsed(Reply reply) {
        try {
            return new CalendarBuilder().build(new StringReader(reply.ok().text()));
        } catch (IOException | ParserException e) {
            throw new AssertionError(reply.text(), e);
        }
    }

    private static List<VEvent> events(Reply reply) {
        return parsed(reply).getComponents(Component.VEVENT);
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).map(Property::getValue).orElseThrow();
    }

    private Event called(Plan plan) {
        return town.somoim.events().call(owner, group.id(), plan);
    }

    @Test
    void aPersonReadsWhatIsAheadAndALinkIsMadeAndTakenAway() {
        Event event = called(town.plan("등산"));
        Reply page = asMember.get("/me/calendar").ok();
        assertThat(page.at("/0/title")).isEqualTo("등산");
        assertThat(page.at("/0/starts_at")).isEqualTo(event.startsAt().toString());
        assertThat(page.at("/0/zone")).isEqualTo("Asia/Seoul");
        assertThat(asMember.get("/me/calendar?group=" + group.id()).ok().json()).hasSize(1);
        assertThat(asStranger.get("/me/calendar").ok().json()).isEmpty();
        asStranger.get("/me/calendar?group=" + group.id()).refused(404, "access.not-found");
        asMember.get("/me/calendar?until=2000-01-01T00:00:00Z").refused(422, "calendar.ends-before-it-begins");

        String path = issued("{'name': '등산', 'group_id': '" + group.id() + "'}");
        assertThat(events(visitor.get(path))).hasSize(1);
        String id = asMember.get("/me/calendar/links").ok().at("/0/id");
        asStranger.delete("/me/calendar/links/" + id).refused(404, "access.not-found");
        asMember.delete("/me/calendar/links/" + id).ok(204);
        visitor.get(path).refused(404, "access.not-found");
        visitor.get("/calendar/nothing/somoim.ics").refused(404, "access.not-found");
        visitor.get("/me/calendar").refused(401, "access.not-signed-in");
    }

    @Test
    void theFileIsAsTheStandardsHaveIt() {
        called(town.plan("한글 제목이 아주 길어서 한 줄에 다 들어가지 않는 모임 이름, 쉼표; 쌍반점 \\ 역사선")
                .described(new Prose("첫 줄\n둘째 줄: " + "가나다🚀라마바사 ".repeat(40).strip()))
                .in(new Venue(
                        Line.of("북한산 입구"),
                        Line.of("서울, 은평구"),
                        new Coordinates(3_765_123_456L, -12_690_000_000L),
                        new MeetingLink("https://meet.example.org/a?b=c"),
                        Venue.ShownTo.EVERYONE)));
        Reply reply = visitor.get(issued());

        assertThat(reply.header("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(reply.text()).endsWith("END:VCALENDAR\r\n");
        String[] lines = reply.text().split("\r\n");
        assertThat(lines).noneMatch(line -> line.contains("\n") || line.contains("\r"));
        assertThat(lines).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(reply.text()).doesNotContain("\uFFFD", "?\r\n");

        Calendar calendar = parsed(reply);
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        assertThat(calendar.getProperty("X-WR-CALNAME").map(Property::getValue)).contains("우리 동네");
        assertThat(calendar.getProperty("REFRESH-INTERVAL").map(Property::getValue))
                .contains("PT1H");
        VEvent event = events(reply).get(0);
        assertThat(value(event, Property.SUMMARY)).isEqualTo("한글 제목이 아주 길어서 한 줄에 다 들어가지 않는 모임 이름, 쉼표; 쌍반점 \\ 역사선");
        assertThat(value(event, Property.DESCRIPTION))
                .isEqualTo("첫 줄\n둘째 줄: " + "가나다🚀라마바사 ".repeat(40).strip());
        assertThat(value(event, Property.LOCATION)).isEqualTo("북한산 입구, 서울, 은평구");
        assertThat(value(event, Property.GEO)).isEqualTo("37.65123456;-126.9");
        assertThat(value(event, Property.URL)).isEqualTo("https://meet.example.org/a?b=c");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.DTSTART)).endsWith("Z");
    }

    /** What calendar programs go by when they read again: who it is, whether it is newer, and when it was said. */
    @Test
    void aProgramThatReadsAgainKnowsEverythingAgain() {
        Event event = called(town.plan("등산"));
        String path = issued();
        VEvent first = events(visitor.get(path)).get(0);
        assertThat(value(first, Property.UID)).isEqualTo(event.id().toString());
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("0");

        town.clock.advance(Duration.ofHours(1));
        String same = visitor.get(path).ok().header("ETag").orElseThrow();
        assertThat(visitor.with("If-None-Match", same).get(path).status()).isEqualTo(304);
        assertThat(visitor.get(path).header("Cache-Control")).contains("private, no-cache");

        town.somoim
                .events()
                .edit(
                        owner,
                        event.id(),
                        plan -> plan.at(plan.when().movedTo(plan.when().starts().plusHours(2))));
        VEvent moved = events(visitor.with("If-None-Match", same).get(path)).get(0);
        assertThat(value(moved, Property.UID)).isEqualTo(event.id().toString());
        assertThat(value(moved, Property.SEQUENCE)).isEqualTo("1");
        assertThat(stamp(moved)).isAfter(stamp(first));

        town.clock.advance(Duration.ofHours(1));
        town.somoim.events().cancel(owner, event.id());
        VEvent off = events(visitor.get(path)).get(0);
        assertThat(value(off, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(off, Property.SEQUENCE)).isEqualTo("2");
        assertThat(stamp(off)).isAfter(stamp(moved));
        town.clock.advance(Calendars.LOOKING_BACK);
        assertThat(events(visitor.get(path))).isEmpty();
    }

    private static Instant stamp(VEvent event) {
        return event.getDateStamp().orElseThrow().getDate();
    }

    @Test
    void everyOccurrenceIsAMeetingOfItsOwnAtTheInstantTheLibrarySays() {
        town.somoim.recurrences().begin(owner, group.id(), town.plan("weekly"), Rule.of("FREQ=WEEKLY;COUNT=10"));
        List<VEvent> read = events(visitor.get(issued()));
        Instant now = town.clock.instant();
        List<Instant> starts = town
                .somoim
                .calendars()
                .entries(member, null, now, now.plus(Duration.ofDays(200)), Page.Ask.first(50))
                .items()
                .stream()
                .map(entry -> entry.startsAt())
                .toList();
        assertThat(read).hasSize(10);
        assertThat(read.stream()
                        .map(event -> event.<OffsetDateTime>getStartDate()
                                .orElseThrow()
                                .getDate()
                                .toInstant())
                        .toList())
                .isEqualTo(starts);
        assertThat(read.stream().map(event -> value(event, Property.UID)).distinct())
                .hasSize(10);
    }

    @Test
    void whereAMeetingIsAndWhenToRingIsForWhoGoes() {
        Event event =
                called(town.plan("at home").in(Venue.at(Line.of("서울 1가 2")).shownTo(Venue.ShownTo.GOING)));
        String path = issued();
        VEvent before = events(visitor.get(path)).get(0);
        assertThat(before.getProperty(Property.LOCATION)).isEqualTo(Optional.empty());
        assertThat(value(before, Property.TRANSP)).isEqualTo("TRANSPARENT");
        assertThat(before.getComponents()).isEmpty();

        town.somoim.rsvps().attend(member, event.id(), 0);
        Reply put = asMember.put("/events/" + event.id() + "/reminders", "{'minutes_before': [30, 1440]}")
                .ok();
        assertThat(put.json().at("/minutes_before")).hasSize(2);
        assertThat(asMember.get("/events/" + event.id() + "/reminders").ok().at("/minutes_before/0"))
                .isEqualTo("1440");
        asMember.put("/events/" + event.id() + "/reminders", "{'minutes_before': [-5]}")
                .refused(422, "events.bad-reminders");
        asMember.put("/events/" + event.id() + "/reminders", "{'minutes_before': [5, 5]}")
                .ok();
        asMember.put("/events/" + event.id() + "/reminders", "{'minutes_before': [30, 1440]}")
                .ok();

        VEvent after = events(visitor.get(path)).get(0);
        assertThat(value(after, Property.LOCATION)).isEqualTo("서울 1가 2");
        assertThat(value(after, Property.TRANSP)).isEqualTo("OPAQUE");
        assertThat(visitor.get(path).text().lines().filter(line -> line.startsWith("TRIGGER")))
                .containsExactly("TRIGGER:-P1D", "TRIGGER:-PT30M");
        assertThat(after.<VAlarm>getComponents(Component.VALARM)).hasSize(2);
    }
}
