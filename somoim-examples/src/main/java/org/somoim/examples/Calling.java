package org.somoim.examples;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.somoim.Somoim;
import org.somoim.events.Admission;
import org.somoim.events.Coordinates;
import org.somoim.events.Course;
import org.somoim.events.Event;
import org.somoim.events.Near;
import org.somoim.events.Plan;
import org.somoim.events.Rsvp;
import org.somoim.events.Rule;
import org.somoim.events.Span;
import org.somoim.events.Venue;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;

/** The examples of the document about events. */
final class Calling {
    private Calling() {}

    /** A walk with one seat, by a place that those who go learn of. */
    static Event call(Somoim somoim, Id<Group> group, Actor minji) {
        // tag::call
        Zone seoul = new Zone("Asia/Seoul");
        LocalDateTime saturday = LocalDateTime.of(2031, 5, 10, 9, 0);
        Plan plan = Plan.of(Line.of("도시락 산행"), new When(saturday, saturday.plusHours(5), seoul))
                .of(Event.Kind.OUTDOOR)
                .in(Venue.at(Line.of("불광역 2번 출구"))
                        .on(new Coordinates(3_761_045_000L, 12_692_985_000L))
                        .labelled(Line.of("북한산 자락"))
                        .shownTo(Venue.ShownTo.GOING))
                .limited(1)
                .admitting(Admission.PRESET.promoting(Admission.Promotion.OFFER_LATE));
        Event event = somoim.events().call(minji, group, plan);

        Event later =
                somoim.events().edit(minji, event.id(), now -> now.at(now.when().movedTo(saturday.plusHours(1))));
        // end::call
        return later;
    }

    /** @return what becomes of whoever asked second */
    static Rsvp attend(Somoim somoim, Id<Event> event, Actor junho, Actor suji) {
        // tag::attend
        Rsvp going = somoim.rsvps().attend(junho, event, 0);
        Rsvp waiting = somoim.rsvps().attend(suji, event, 0);

        somoim.rsvps().decline(junho, event);
        Rsvp movedUp = somoim.rsvps().own(suji, event);
        // end::attend
        if (!going.is(Rsvp.Answer.GOING) || !waiting.is(Rsvp.Answer.WAITLISTED)) {
            throw new IllegalStateException("there was one seat, for whoever came first");
        }
        return movedUp;
    }

    static Course repeat(Somoim somoim, Id<Group> group, Actor minji, Plan plan) {
        LocalDateTime saturday = plan.when().starts();
        // tag::repeat
        Course series = somoim.recurrences().begin(minji, group, plan, new Rule("FREQ=WEEKLY;BYDAY=SA"));

        Event third = somoim.recurrences().occurrence(minji, series.id(), saturday.plusWeeks(2));
        somoim.events().cancel(minji, third.id());
        somoim.recurrences().endFrom(minji, series.id(), saturday.plusWeeks(8));
        // end::repeat
        return series;
    }

    static Page<Near> lookAround(Somoim somoim, Actor junho, Instant now) {
        // tag::near
        Coordinates cityHall = new Coordinates(3_756_660_000L, 12_697_840_000L);
        Span week = new Span(now, now.plus(Duration.ofDays(7)));
        Page<Near> around = somoim.events().near(junho, cityHall, 10_000, week, Page.Ask.first());
        // end::near
        return around;
    }
}
