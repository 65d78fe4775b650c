package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.somoim.memory.Refused.assertRefused;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.memory.Community;

@Covers({"SRC-5", "EVT-3", "EVT-13"})
class NearTest {
    private static final Coordinates CITY_HALL = new Coordinates(3_756_660_000L, 12_697_840_000L);
    private static final Coordinates BUSAN = new Coordinates(3_517_980_000L, 12_907_500_000L);

    private final Community town = new Community();
    private final Events events = town.somoim.events();
    private final Actor.Person owner = town.person();
    private final Group group = town.openGroup(owner);
    private final Actor.Person stranger = town.person();

    private Event at(Coordinates point, Venue.ShownTo shownTo) {
        Venue venue = new Venue(Line.of("여기"), null, point, null, shownTo);
        return events.call(owner, group.id(), town.plan("모임").in(venue));
    }

    /** @param metres to the north */
    private static Coordinates north(int metres) {
        return new Coordinates(CITY_HALL.latitude() + metres * 899L, CITY_HALL.longitude());
    }

    private List<Event> near(Actor reader, Coordinates center, int metres) {
        return events.near(reader, center, metres, Span.from(town.clock.instant()), Page.Ask.first()).items().stream()
                .map(Near::event)
                .toList();
    }

    @Test
    void distancesAreThoseOfTheEarth() {
        assertThat(Sphere.distance(CITY_HALL, BUSAN) / 1e6).isCloseTo(325, within(2.0));
        assertThat(Sphere.distance(CITY_HALL, CITY_HALL)).isZero();
        var antipodes = new Coordinates(-CITY_HALL.latitude(), CITY_HALL.longitude() - 180 * Coordinates.DEGREE);
        assertThat(Sphere.distance(CITY_HALL, antipodes) / 1e6).isCloseTo(20_015, within(1.0));
    }

    @Test
    void theNearestComesFirstAndAPageLeadsOn() {
        Event far = at(north(900), Venue.ShownTo.EVERYONE);
        Event close = at(north(100), Venue.ShownTo.EVERYONE);
        Event middle = at(north(500), Venue.ShownTo.EVERYONE);
        at(north(1100), Venue.ShownTo.EVERYONE);
        at(BUSAN, Venue.ShownTo.EVERYONE);
        assertThat(near(stranger, CITY_HALL, 1000)).containsExactly(close, middle, far);

        List<Event> walked = new ArrayList<>();
        var ask = Page.Ask.first(1);
        Page<Near> page;
        do {
            page = events.near(stranger, CITY_HALL, 1000, Span.from(town.clock.instant()), ask);
            page.items().forEach(near -> walked.add(near.event()));
            ask = new Page.Ask(page.next(), 1);
        } while (page.next() != null);
        assertThat(walked).containsExactly(close, middle, far);
    }

    @Test
    void aPlaceThatIsNotForTheReaderIsNotFoundByIt() {
        Event members = at(north(100), Venue.ShownTo.MEMBERS);
        Event going = at(north(200), Venue.ShownTo.GOING);
        Actor.Person member = town.memberOf(group);
        assertThat(near(stranger, CITY_HALL, 1000)).isEmpty();
        assertThat(near(member, CITY_HALL, 1000)).containsExactly(members);
        town.somoim.rsvps().attend(member, going.id(), 0);
        assertThat(near(member, CITY_HALL, 1000)).containsExactly(members, going);
        events.cancel(owner, members.id());
        assertThat(near(member, CITY_HALL, 1000)).containsExactly(going);
        assertThat(near(town.banned(group), CITY_HALL, 1000)).isEmpty();
    }

    @Test
    void theDateLineAndThePolesAreNoBorders() {
        Event east = at(new Coordinates(0, 17_999_900_000L), Venue.ShownTo.EVERYONE);
        Event west = at(new Coordinates(0, -17_999_900_000L), Venue.ShownTo.EVERYONE);
        assertThat(near(stranger, new Coordinates(0, 17_999_950_000L), 1000)).containsExactly(east, west);
        Event pole = at(new Coordinates(8_999_900_000L, 9_000_000_000L), Venue.ShownTo.EVERYONE);
        assertThat(near(stranger, new Coordinates(8_999_900_000L, -9_000_000_000L), 1000))
                .containsExactly(pole);
    }

    @Test
    void whatIsNotOnEarthIsRefused() {
        for (long beyond : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 180 * Coordinates.DEGREE + 1}) {
            assertRefused("events.not-on-earth", () -> new Coordinates(0, beyond));
            assertRefused("events.not-on-earth", () -> new Coordinates(beyond, 0));
        }
        assertThat(new Coordinates(-90 * Coordinates.DEGREE, 180 * Coordinates.DEGREE).latitude())
                .isEqualTo(-9_000_000_000L);
    }

    @Test
    void oneDoesNotLookFartherThanAHundredKilometres() {
        assertRefused("events.too-far", () -> near(stranger, CITY_HALL, 0));
        assertRefused("events.too-far", () -> near(stranger, CITY_HALL, 100_001));
    }
}
