package org.somoim.examples;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.somoim.Somoim;
import org.somoim.calendar.CalendarEntry;
import org.somoim.calendar.CalendarLink;
import org.somoim.calendar.Calendars;
import org.somoim.events.Event;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;

/** The examples of the document about calendars. */
final class LookingAhead {
    private LookingAhead() {}

    static Page<CalendarEntry> look(Somoim somoim, Actor minji, Instant now) {
        // tag::look
        Instant inFourWeeks = now.plus(Duration.ofDays(28));
        Page<CalendarEntry> ahead = somoim.calendars().entries(minji, null, now, inFourWeeks, Page.Ask.first());
        // end::look
        return ahead;
    }

    static Calendars.Feed subscribe(Somoim somoim, Actor minji) {
        // tag::subscribe
        CalendarLink.Issued issued = somoim.calendars().issue(minji, Line.of("우리 동네"), null);
        Calendars.Feed feed = somoim.calendars().feed(Actor.visitor(), issued.secret());
        // end::subscribe
        return feed;
    }

    static void remind(Somoim somoim, Actor minji, Id<Event> event) {
        // tag::remind
        somoim.reminders().want(minji, event, Set.of(24 * 60, 30));
        // end::remind
    }
}
