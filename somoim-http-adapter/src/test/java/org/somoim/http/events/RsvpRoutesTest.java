package org.somoim.http.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.events.Admission;
import org.somoim.events.Coordinates;
import org.somoim.events.Event;
import org.somoim.events.Rsvps;
import org.somoim.events.Venue;
import org.somoim.groups.Group;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.memory.Community;

class RsvpRoutesTest {
    private final Community town = new Community();
    private final Client visitor = Client.of(
            town.clock,
            town.ports.transactor(),
            new EventRoutes(town.somoim.events(), town.somoim.profiles(), town.clock),
            new SeriesRoutes(town.somoim.recurrences(), town.somoim.profiles(), town.clock),
            new RsvpRoutes(town.somoim.rsvps(), town.somoim.profiles()));
    private final Actor.Person minji = town.person("민지");
    private final Group group = town.openGroup(minji);
    private final Actor.Person junho = town.memberOf(group);
    private final Actor.Person suji = town.memberOf(group);
    private final Client asMinji = visitor.as(minji.id());
    private final Client asJunho = visitor.as(junho.id());
    private final Client asSuji = visitor.as(suji.id());

    private Event event(Admission admission) {
        return town.somoim
                .events()
                .call(minji, group.id(), town.plan("모임").limited(1).admitting(admission));
    }

    @Test
    @Covers({"RSV-1", "RSV-2", "RSV-3"})
    void oneComesWaitsMovesUpAndTakesItBack() {
        String path = "/events/" + event(Admission.PRESET).id();
        assertThat(asJunho.put(path + "/rsvp", "{}").ok().at("/answer")).isEqualTo("GOING");
        Reply waits = asSuji.put(path + "/rsvp", "{'answer': 'GOING'}").ok();
        assertThat(waits.at("/answer")).isEqualTo("WAITLISTED");
        assertThat(waits.at("/line")).isEqualTo("1");
        assertThat(asSuji.get(path + "/tally").ok().at("/waiting")).isEqualTo("1");
        asSuji.put(path + "/rsvp", "{'answer': 'WAITLISTED'}").refused(422, "http.unknown-value");
        asSuji.put(path + "/rsvp", "{'guests': 3}").refused(422, "events.too-many-guests");
        assertThat(asSuji.get(path + "/rsvps?answer=GOING").ok().at("/0/user_id"))
                .isEqualTo(junho.id().toString());
        asSuji.get(path + "/rsvps?answer=WAITLISTED").refused(403, "access.not-allowed");
        asJunho.delete(path + "/rsvp").ok(204);
        asJunho.get(path + "/rsvp").refused(409, "events.not-answered");
        assertThat(asSuji.get(path + "/rsvp").ok().at("/answer")).isEqualTo("GOING");
    }

    @Test
    @Covers("RSV-3")
    void whoLooksAfterAnEventManagesWhoComes() {
        Event event = event(Admission.PRESET.approving(true).promoting(Admission.Promotion.MANUAL));
        String path = "/events/" + event.id();
        assertThat(asJunho.put(path + "/rsvp", "{}").ok().at("/waits_for_approval"))
                .isEqualTo("true");
        String ofJunho = path + "/rsvps/" + junho.id();
        asJunho.put(ofJunho + "/approval").refused(403, "access.not-allowed");
        assertThat(asMinji.put(ofJunho + "/approval").ok().at("/answer")).isEqualTo("GOING");
        asSuji.put(path + "/rsvp", "{}").ok();
        String ofSuji = path + "/rsvps/" + suji.id();
        assertThat(asMinji.put(ofSuji + "/approval").ok().at("/line")).isEqualTo("1");
        asMinji.put(ofSuji + "/seat").refused(409, "events.full");
        asMinji.delete(ofJunho).ok(204);
        assertThat(asMinji.put(ofSuji + "/seat").ok().at("/answer")).isEqualTo("GOING");
        asMinji.put(ofSuji + "/attendance", "{'attendance': 'CHECKED_IN'}").refused(409, "events.too-early");
        town.clock.advance(
                Duration.between(town.clock.instant(), event.startsAt().minus(Rsvps.DOORS)));
        assertThat(asMinji.put(ofSuji + "/attendance", "{'attendance': 'CHECKED_IN'}")
                        .ok()
                        .at("/attendance"))
                .isEqualTo("CHECKED_IN");
    }

    @Test
    @Covers({"RSV-2", "RSV-4", "API-6"})
    void aVoteIsAnAnswer() {
        Event event = event(Admission.PRESET);
        Reply voted = asJunho.post("/group/event/vote", "{'event_id': '" + event.id() + "', 'vote': 'going'}")
                .ok();
        assertThat(voted.at("/vote")).isEqualTo("going");
        assertThat(voted.at("/user_id")).isEqualTo(junho.id().toString());
        asJunho.post("/group/event/vote", "{'event_id': '" + event.id() + "', 'vote': 'not_going'}")
                .ok();
        assertThat(asJunho.get("/events/" + event.id() + "/rsvp").ok().at("/answer"))
                .isEqualTo("NOT_GOING");
        asJunho.post("/group/event/vote", "{'event_id': '" + event.id() + "', 'vote': 'waitlisted'}")
                .refused(422, "http.invalid-body");
    }

    @Test
    @Covers("SRC-5")
    void whatIsNearbyComesWithItsDistance() {
        town.somoim
                .events()
                .call(
                        minji,
                        group.id(),
                        town.plan("모임")
                                .in(Venue.at(Line.of("시청")).on(new Coordinates(3_756_660_000L, 12_697_840_000L))));
        Reply found = asJunho.get("/events/near?latitude=37.5666&longitude=126.9784&radius=500")
                .ok();
        assertThat(found.json()).hasSize(1);
        asJunho.get("/events/near?latitude=91&longitude=126.9784&radius=500").refused(422, "events.not-on-earth");
        asJunho.get("/events/near?latitude=37.5666&longitude=126.9784&radius=100001")
                .refused(422, "events.too-far");
        assertThat(asJunho.get("/events/near?latitude=37.0&longitude=126.9784&radius=500")
                        .ok()
                        .json())
                .isEmpty();
    }

    @Test
    @Covers({"EVT-4", "EVT-11"})
    void aSeriesIsBegunReadAndEnded() {
        String begun = """
                {'rule': 'FREQ=WEEKLY;COUNT=3', 'event': {'title': '등산', 'starts_on': '2026-03-08T09:00:00',
                 'zone': 'Asia/Seoul'}}""";
        Reply series = asJunho.post("/groups/" + group.id() + "/series", begun).ok(201);
        String path = "/series/" + series.at("/id");
        assertThat(series.header("Location")).contains("/api/v1" + path);
        assertThat(asMinji.get(path).ok().at("/rule")).isEqualTo("FREQ=WEEKLY;COUNT=3");
        assertThat(asMinji.get(path + "/events").ok().json()).hasSize(3);
        assertThat(asMinji.get(path + "/occurrence?start=2026-03-15T09:00:00")
                        .ok()
                        .at("/starts_at"))
                .isEqualTo("2026-03-15T00:00:00Z");
        asSuji.post(path + "/end", "{'from': '2026-03-15T09:00:00'}").refused(403, "access.not-allowed");
        asJunho.post(path + "/end", "{'from': '2026-03-15T09:00:00'}").ok();
        assertThat(asMinji.get(path + "/events").ok().at("/0/is_cancelled")).isEqualTo("false");
        assertThat(asMinji.get(path + "/events").ok().at("/1/is_cancelled")).isEqualTo("true");
        asJunho.post("/groups/" + group.id() + "/series", begun.replace("WEEKLY", "MINUTELY"))
                .refused(422, "http.invalid-body");
    }
}
