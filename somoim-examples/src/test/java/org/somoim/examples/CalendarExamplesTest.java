package org.somoim.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.calendar.CalendarEntry;
import org.somoim.events.Event;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

/** What the documents about calendars and ratings show does what it says. */
class CalendarExamplesTest {
    private final Community town = new Community();
    private final Actor.Person minji = town.person("민지");
    private final Group group = town.openGroup(minji);
    private final Actor.Person jun = town.memberOf(group);
    private final Event hike = town.event(minji, group);

    @Test
    @Covers("CAL-1")
    void whatIsAheadIsReadHereAndElsewhere() {
        LookingAhead.remind(town.somoim, minji, hike.id());
        var ahead = LookingAhead.look(town.somoim, minji, town.clock.instant());
        assertThat(ahead.items()).extracting(CalendarEntry::id).containsExactly(hike.id());
        assertThat(ahead.items().get(0).alarms()).containsExactly(1440, 30);
        assertThat(LookingAhead.subscribe(town.somoim, minji).entries()).isEqualTo(ahead.items());
    }

    @Test
    @Covers("RTG-1")
    void peopleWhoMetRateOneAnother() {
        town.somoim.rsvps().attend(minji, hike.id(), 0);
        town.somoim.rsvps().attend(jun, hike.id(), 0);
        town.clock.advance(Duration.between(town.clock.instant(), hike.overAt()));
        assertThat(Judging.rate(town.somoim, minji, hike, jun.id()).stars()).isEqualTo(5);
    }
}
