package org.somoim.http.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

class EventRoutesTest {
    private final Community town = new Community();
    private final EventRoutes events = new EventRoutes(town.somoim.events(), town.somoim.profiles(), town.clock);
    private final Client visitor = Client.of(town.clock, town.ports.transactor(), events);
    private final Actor.Person minji = town.person("민지");
    private final Group group = town.openGroup(minji);
    private final Actor.Person junho = town.memberOf(group);
    private final Client asMinji = visitor.as(minji.id());
    private final Client asJunho = visitor.as(junho.id());
    private final Client asStranger = visitor.as(town.person().id());

    private static final String MEETING = """
            {'title': '등산', 'description': '**북한산**', 'kind': 'OUTDOOR', 'starts_on': '2026-03-08T09:00:00',
             'ends_on': '2026-03-08T15:00:00', 'zone': 'Asia/Seoul', 'max_attendees': 12,
             'venue': {'label': '산 입구', 'address': '대서문길 1', 'latitude': '37.65123456', 'longitude': '-126.9',
                       'shown_to': 'MEMBERS'},
             'admission': {'most_guests': 2}}""";

    @Test
    @Covers({"EVT-1", "EVT-3", "EVT-4", "EVT-10", "EVT-11"})
    void aMeetingIsCalledReadChangedAndCalledOff() {
        Reply called =
                asJunho.post("/groups/" + group.id() + "/events", MEETING).ok(201);
        String id = called.at("/id");
        assertThat(called.header("Location")).contains("/api/v1/events/" + id);
        assertThat(called.at("/starts_at")).isEqualTo("2026-03-08T00:00:00Z");
        assertThat(called.at("/html")).contains("<strong>북한산</strong>");
        assertThat(called.at("/venue/latitude")).isEqualTo("37.65123456");
        assertThat(called.at("/venue/longitude")).isEqualTo("-126.90000000");
        assertThat(called.at("/admission/most_guests")).isEqualTo("2");

        Reply outside = asStranger.get("/events/" + id).ok();
        assertThat(outside.at("/venue/label")).isEqualTo("산 입구");
        assertThat(outside.json().get("venue").has("address")).isFalse();
        assertThat(outside.json().get("venue").has("latitude")).isFalse();

        Reply moved = asMinji.patch("/events/" + id, "{'starts_on': '2026-03-08T10:00:00', 'max_attendees': null}")
                .ok();
        assertThat(moved.at("/sequence")).isEqualTo("1");
        assertThat(moved.at("/ends_on")).isEqualTo("2026-03-08T15:00:00");
        assertThat(moved.json().has("max_attendees")).isFalse();
        asJunho.patch("/events/" + id, "{'zone': '+09:00'}").refused(422, "http.invalid-body");
        asStranger.post("/events/" + id + "/cancel").refused(403, "access.not-allowed");
        assertThat(asJunho.post("/events/" + id + "/cancel").ok().at("/is_cancelled"))
                .isEqualTo("true");
        asJunho.delete("/events/" + id).ok(204);
        asJunho.get("/events/" + id).refused(404, "access.not-found");
        asJunho.post("/events/" + id + "/restore").ok();
    }

    @Test
    @Covers({"EVT-12", "PER-8"})
    void eventsAreListedByTheirTime() {
        String first = asJunho.post("/groups/" + group.id() + "/events", MEETING)
                .ok(201)
                .at("/id");
        String second = asJunho.post("/groups/" + group.id() + "/events", MEETING.replace("03-08", "03-09"))
                .ok(201)
                .at("/id");
        Reply page = asMinji.get("/groups/" + group.id() + "/events?limit=1").ok();
        assertThat(page.at("/0/id")).isEqualTo(first);
        assertThat(asMinji.get(page.next().orElseThrow()).ok().at("/0/id")).isEqualTo(second);
        assertThat(asMinji.get("/groups/" + group.id() + "/events?from=2026-03-08T12:00:00Z")
                        .ok()
                        .at("/0/id"))
                .isEqualTo(second);
        assertThat(asMinji.get("/groups/" + group.id() + "/events?until=2026-03-08T00:00:00Z")
                        .ok()
                        .json())
                .isEmpty();

        String own = asJunho.post("/me/events", MEETING).ok(201).at("/id");
        assertThat(asJunho.get("/people/" + junho.id() + "/events").ok().at("/0/id"))
                .isEqualTo(own);
    }

    @Test
    @Covers({"EVT-11", "API-6"})
    void whoKnowsOnlyAnInstantAndALocationCallsAMeetingToo() {
        Reply called = asJunho.post(
                        "/group/event",
                        "{'group_id': '" + group.id() + "', 'title': '모임', 'event_time': '2026-03-08T00:00:00Z',"
                                + " 'location': '시청 앞'}")
                .ok(201);
        assertThat(called.at("/starts_at")).isEqualTo("2026-03-08T00:00:00Z");
        assertThat(called.at("/zone")).isEqualTo("UTC");
        assertThat(called.at("/venue/address")).isEqualTo("시청 앞");
    }
}
