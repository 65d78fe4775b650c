package org.somoim.sqlite.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.events.Coordinates;
import org.somoim.events.Event;
import org.somoim.events.RsvpStoreContract;
import org.somoim.events.Venue;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

@Covers({"DAT-5", "DAT-14", "TST-3"})
class SqliteRsvpStoreTest implements RsvpStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private Community town;

    @BeforeEach
    void settle() {
        town = database.community();
    }

    @Override
    public Community town() {
        return town;
    }

    @Test
    @Covers({"EVT-13", "RSV-5"})
    void whatIsLookedForHasAnIndex() {
        assertThat(database.ask("select name from sqlite_schema where type = 'index'"))
                .contains(
                        "somoim_idx_events_start",
                        "somoim_idx_events_creator",
                        "somoim_idx_events_location",
                        "somoim_idx_events_type",
                        "somoim_idx_event_attendees_user",
                        "somoim_idx_event_attendees_status");
    }

    /** Whoever writes past the library is stopped by the tables. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update somoim_events set starts_at = created_at",
                "update somoim_events set ends_at = starts_at",
                "update somoim_events set max_attendees = 0",
                "update somoim_events set kind = 'WEDDING'",
                "update somoim_events set group_id = null",
                "update somoim_events set title = ''",
                "update somoim_events set longitude = null where latitude is not null",
                "update somoim_events set taken = -1",
                "update somoim_rsvps set answer = 'MAYBE'",
                "update somoim_rsvps set line = 1 where answer = 'GOING'",
                "update somoim_rsvps set attendance = 'CHECKED_IN' where answer = 'INTERESTED'",
                "insert into somoim_rsvps select * from somoim_rsvps"
            })
    @Covers({"EVT-1", "EVT-3", "EVT-5", "EVT-6", "EVT-7", "EVT-8", "RSV-1", "RSV-2"})
    void theTablesTakeNothingThatCannotBe(String sql) {
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        Event event = town.somoim
                .events()
                .call(
                        owner,
                        group.id(),
                        town.plan("모임").in(Venue.at(Line.of("시청 앞")).on(new Coordinates(1, 1))));
        town.somoim.rsvps().attend(owner, event.id(), 0);
        town.somoim.rsvps().interested(town.memberOf(group), event.id());

        assertThatThrownBy(() -> database.execute(sql)).hasStackTraceContaining("constraint failed");
    }
}
