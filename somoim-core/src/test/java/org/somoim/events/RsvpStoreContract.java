package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.events.Rsvp.Answer;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.memory.Community;

/** What every {@link RsvpStore} and {@link SeriesStore} does, whatever it keeps its rows on. */
public interface RsvpStoreContract {

    /** Always the same one. */
    Community town();

    private RsvpStore rsvps() {
        return town().ports.rsvps();
    }

    private <R> R changing(Supplier<R> change) {
        return town().ports.transactor().call(change);
    }

    private void put(Rsvp rsvp) {
        town().ports.transactor().run(() -> rsvps().put(rsvp));
    }

    private Instant at(int minute) {
        return town().clock.instant().plus(Duration.ofMinutes(minute));
    }

    private Id<User> person() {
        return town().person().id();
    }

    private Event event(int seats) {
        Actor.Person caller = town().person();
        Group group = town().openGroup(caller);
        return town().somoim.events().call(caller, group.id(), town().plan("모임").limited(seats));
    }

    private Rsvp answer(Event event, Answer answer, int guests, int minute) {
        return new Rsvp(event.id(), person(), answer, guests, null, null, null, at(minute), at(minute));
    }

    private Rsvp waiting(Event event, int line, int guests) {
        Rsvp rsvp = answer(event, Answer.WAITLISTED, guests, line).lined(guests, line, at(line));
        put(rsvp);
        return rsvp;
    }

    @Test
    @Covers({"RSV-1", "RSV-2"})
    default void onePersonHasOneAnswerToOneEvent() {
        Event event = event(10);
        Rsvp going = answer(event, Answer.GOING, 2, 0);
        put(going);
        assertThat(rsvps().find(event.id(), going.userId())).contains(going);
        Rsvp came = going.noted(Rsvp.Attendance.CHECKED_IN, at(5));
        put(came);
        assertThat(rsvps().find(event.id(), going.userId())).contains(came);
        assertThat(rsvps().withAnswer(event.id(), Answer.GOING, null, 10)).containsExactly(came);
        assertThat(changing(() -> rsvps().remove(event.id(), going.userId()))).isTrue();
        assertThat(changing(() -> rsvps().remove(event.id(), going.userId()))).isFalse();
        assertThat(rsvps().find(event.id(), going.userId())).isEmpty();
    }

    @Test
    @Covers("EVT-8")
    default void noMoreSeatsAreTakenThanThereAre() {
        Id<Event> event = event(3).id();
        assertThat(changing(() -> rsvps().takeSeats(event, 2, false))).isTrue();
        assertThat(changing(() -> rsvps().takeSeats(event, 2, false))).isFalse();
        assertThat(rsvps().seatsTaken(event)).isEqualTo(2);
        assertThat(changing(() -> rsvps().takeSeats(event, 1, false))).isTrue();
        town().ports.transactor().run(() -> rsvps().giveBackSeats(event, 3));
        assertThat(rsvps().seatsTaken(event)).isZero();
    }

    @Test
    @Covers("RSV-3")
    default void nobodyPassesThoseWhoWait() {
        Event event = event(3);
        Rsvp tooLarge = waiting(event, 1, 3);
        assertThat(changing(() -> rsvps().takeSeats(event.id(), 1, false)))
                .as("a party that never fits holds nobody up")
                .isTrue();
        assertThat(rsvps().firstInLine(event.id())).isEmpty();
        Rsvp first = waiting(event, 2, 2);
        waiting(event, 3, 0);
        assertThat(rsvps().firstInLine(event.id())).contains(first);
        assertThat(changing(() -> rsvps().takeSeats(event.id(), 1, false))).isFalse();
        assertThat(changing(() -> rsvps().takeSeats(event.id(), 1, true))).isTrue();
        assertThat(rsvps().inLine(event.id(), 0, 2)).containsExactly(tooLarge, first);
        assertThat(rsvps().inLine(event.id(), 2, 5)).extracting(Rsvp::line).containsExactly(3);
    }

    @Test
    @Covers("RSV-3")
    default void aNumberIsGivenOnceAndIsAlwaysGreaterThanThoseBefore() {
        Event event = event(1);
        assertThat(changing(() -> rsvps().nextInLine(event.id()))).isEqualTo(1);
        assertThat(changing(() -> rsvps().nextInLine(event.id()))).isEqualTo(2);
        assertThat(changing(() -> rsvps().nextInLine(event(1).id()))).isEqualTo(1);
        waiting(event, 1, 0);
        assertThatThrownBy(() -> waiting(event, 1, 0)).isInstanceOf(RuntimeException.class);
    }

    @Test
    @Covers({"RSV-5", "PER-8"})
    default void listsComeInTheOrderOfAnsweringAndAPageLeadsOn() {
        Event event = event(10);
        List<Rsvp> going = List.of(
                answer(event, Answer.GOING, 0, 1),
                answer(event, Answer.GOING, 1, 2),
                answer(event, Answer.GOING, 0, 3));
        going.forEach(this::put);
        Rsvp interested = answer(event, Answer.INTERESTED, 0, 4);
        put(interested);
        put(answer(event, Answer.NOT_GOING, 0, 0));
        Rsvp waits = waiting(event, 5, 0);
        assertThat(rsvps().withAnswer(event.id(), Answer.GOING, null, 2)).isEqualTo(going.subList(0, 2));
        assertThat(rsvps().withAnswer(
                                event.id(),
                                Answer.GOING,
                                Cursor.of(going.get(1).createdAt(), going.get(1).userId()),
                                2))
                .isEqualTo(going.subList(2, 3));
        assertThat(rsvps().comers(
                                event.id(),
                                Cursor.of(going.get(2).createdAt(), going.get(2).userId()),
                                9))
                .containsExactly(interested, waits);
        assertThat(rsvps().tally(event.id())).isEqualTo(new Tally(4, 1, 1));
    }

    @Test
    @Covers({"RSV-5", "ACC-8"})
    default void whatOneHasAnsweredIsFoundByOneself() {
        Event one = event(5);
        Event two = event(5);
        Rsvp first = answer(one, Answer.GOING, 0, 1);
        Rsvp second = new Rsvp(two.id(), first.userId(), Answer.INTERESTED, 0, null, null, null, at(2), at(2));
        put(first);
        put(second);
        put(answer(one, Answer.GOING, 0, 0));
        assertThat(rsvps().of(first.userId(), null, 5)).containsExactly(first, second);
        assertThat(rsvps().of(first.userId(), Cursor.of(first.createdAt(), one.id()), 5))
                .containsExactly(second);
        assertThat(rsvps().goingTo(first.userId(), Set.of(one.id(), two.id()))).containsExactly(one.id());
        assertThat(rsvps().isAnswered(two.id(), first.userId())).isFalse();
        assertThat(rsvps().isAnswered(one.id(), first.userId())).isTrue();
    }

    @Test
    @Covers("RSV-3")
    default void offersLapseInTheOrderOfTheirTimeAndTheirSeatsAreNotOfferedTwice() {
        Event event = event(5);
        Rsvp late = waiting(event, 1, 0).offered(at(20), at(0));
        Rsvp early = waiting(event, 2, 0).offered(at(10), at(0));
        put(late);
        put(early);
        assertThat(rsvps().firstInLine(event.id())).isEmpty();
        assertThat(rsvps().lapsed(at(9), 5)).isEmpty();
        assertThat(rsvps().lapsed(at(10), 5)).containsExactly(early);
        assertThat(rsvps().lapsed(at(30), 5)).containsExactly(early, late);
        assertThat(rsvps().lapsed(at(30), 1)).containsExactly(early);
    }

    @Test
    @Covers("EVT-4")
    default void aSeriesIsReadAsItWasWrittenAndFoundWhenItIsBehind() {
        SeriesStore store = town().ports.series();
        Actor.Person caller = town().person();
        Group group = town().openGroup(caller);
        Plan plan = town().plan("매주")
                .in(Venue.at(new Line("시청 앞")).on(new Coordinates(1, -1)))
                .open(false);
        Series begun = Series.begun(
                town().ports.ids().timeOrdered(), group.id(), null, caller.id(), new Rule("FREQ=WEEKLY"), plan, at(0));
        town().ports.transactor().run(() -> store.add(begun));
        assertThat(store.find(begun.id())).contains(begun);
        assertThat(store.behind(begun.madeUntil(), 5)).isEmpty();
        assertThat(store.behind(begun.madeUntil().plusSeconds(1), 5)).containsExactly(begun);
        assertThat(store.begunBy(caller.id(), null, 5)).containsExactly(begun);
        assertThat(store.leaving(caller.id(), true, 5)).isEmpty();
        assertThat(store.leaving(caller.id(), false, 5)).containsExactly(begun);

        town().ports.transactor().run(() -> store.put(begun.ended(at(1))));
        assertThat(store.behind(begun.madeUntil().plusSeconds(1), 5)).isEmpty();
        town().ports.transactor().run(() -> store.empty(begun.id(), at(2)));
        assertThat(store.find(begun.id()).orElseThrow().title()).isEqualTo(Event.GONE);
        assertThat(store.find(begun.id()).orElseThrow().address()).isNull();
        assertThat(store.leaving(caller.id(), false, 5)).isEmpty();
    }
}
