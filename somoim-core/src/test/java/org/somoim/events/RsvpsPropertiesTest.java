package org.somoim.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.somoim.Covers;
import org.somoim.events.Rsvp.Answer;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;

/** Whatever people answer and however the seats change, one after the other. */
@Covers({"RSV-1", "RSV-2", "RSV-3", "EVT-8"})
class RsvpsPropertiesTest {
    private static final int PEOPLE = 6;
    private static final int MOST_GUESTS = 2;

    /** @param seats new limit if {@code person} is null; null for none */
    record Turn(
            @Nullable Integer person,
            Answer answer,
            int guests,
            @Nullable Integer seats) {}

    /** The rules in as few words as there can be. */
    private static final class Model {
        final Map<Integer, Integer> going = new HashMap<>();
        final List<int[]> line = new ArrayList<>();

        @Nullable
        Integer seats;

        int taken() {
            return going.values().stream().mapToInt(guests -> 1 + guests).sum();
        }

        boolean fits(int more) {
            return seats == null || taken() + more <= seats;
        }

        Optional<int[]> inLine(int person) {
            return line.stream().filter(one -> one[0] == person).findFirst();
        }

        /** Whoever waits longest, and is not more people than the event takes in all. */
        Optional<int[]> first() {
            return line.stream()
                    .filter(one -> seats == null || 1 + one[1] <= seats)
                    .findFirst();
        }

        void take(Turn turn) {
            if (turn.person() == null) {
                seats = turn.seats();
            } else if (turn.answer() != Answer.GOING) {
                going.remove(turn.person());
                inLine(turn.person()).ifPresent(line::remove);
            } else if (seats == null || 1 + turn.guests() <= seats) {
                come(turn.person(), turn.guests());
            }
            for (Optional<int[]> first = first(); first.isPresent() && fits(1 + first.get()[1]); first = first()) {
                line.remove(first.get());
                going.put(first.get()[0], first.get()[1]);
            }
        }

        private void come(int person, int guests) {
            Integer before = going.get(person);
            Optional<int[]> waiting = inLine(person);
            if (before != null) {
                if (guests <= before || first().isEmpty() && fits(guests - before)) {
                    going.put(person, guests);
                }
            } else if (waiting.isPresent()) {
                waiting.get()[1] = guests;
            } else if (first().isEmpty() && fits(1 + guests)) {
                going.put(person, guests);
            } else {
                line.add(new int[] {person, guests});
            }
        }
    }

    @Property(tries = 400)
    void itGoesAsTheRulesSay(@ForAll("turns") List<Turn> turns, @ForAll @IntRange(min = 1, max = 5) int seats) {
        var town = new Community();
        Actor.Person owner = town.person();
        Group group = town.openGroup(owner);
        List<Actor.Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(town.memberOf(group));
        }
        Event event = town.somoim
                .events()
                .call(
                        owner,
                        group.id(),
                        town.plan("모임").limited(seats).admitting(Admission.PRESET.withGuests(MOST_GUESTS)));
        var model = new Model();
        model.seats = seats;
        for (Turn turn : turns) {
            model.take(turn);
            take(town, owner, people, event, turn);
            assertThat(state(town, people, event)).isEqualTo(state(model));
            assertThat(town.ports.rsvps().seatsTaken(event.id())).isEqualTo(model.taken());
        }
    }

    private static void take(Community town, Actor.Person owner, List<Actor.Person> people, Event event, Turn turn) {
        try {
            if (turn.person() == null) {
                town.somoim.events().edit(owner, event.id(), plan -> plan.limited(turn.seats()));
            } else {
                answer(town.somoim.rsvps(), people.get(turn.person()), event, turn);
            }
        } catch (Refusal refusal) {
            assertThat(refusal.reason()).isIn(EventReason.FULL, EventReason.TOO_MANY_GUESTS);
        }
    }

    private static void answer(Rsvps rsvps, Actor.Person person, Event event, Turn turn) {
        switch (turn.answer()) {
            case GOING -> rsvps.attend(person, event.id(), turn.guests());
            case INTERESTED -> rsvps.interested(person, event.id());
            default -> rsvps.decline(person, event.id());
        }
    }

    private static String state(Community town, List<Actor.Person> people, Event event) {
        RsvpStore store = town.ports.rsvps();
        List<Rsvp> line = store.inLine(event.id(), 0, PEOPLE);
        var all = new StringBuilder();
        for (Actor.Person person : people) {
            Optional<Rsvp> own = store.find(event.id(), person.id());
            if (own.isEmpty() || own.get().is(Answer.NOT_GOING) || own.get().is(Answer.INTERESTED)) {
                all.append("- ");
            } else {
                all.append(own.get().is(Answer.GOING) ? "going" : "waiting " + line.indexOf(own.get()))
                        .append('+')
                        .append(own.get().guests())
                        .append(' ');
            }
        }
        return all.toString();
    }

    private static String state(Model model) {
        var all = new StringBuilder();
        for (int i = 0; i < PEOPLE; i++) {
            int person = i;
            if (model.going.containsKey(i)) {
                all.append("going+").append(model.going.get(i)).append(' ');
            } else {
                all.append(model.inLine(person)
                        .map(one -> "waiting " + model.line.indexOf(one) + "+" + one[1] + " ")
                        .orElse("- "));
            }
        }
        return all.toString();
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        Arbitrary<Turn> answers = Combinators.combine(
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.frequency(
                                Tuple.of(5, Answer.GOING),
                                Tuple.of(2, Answer.NOT_GOING),
                                Tuple.of(1, Answer.INTERESTED)),
                        Arbitraries.integers().between(0, MOST_GUESTS))
                .as((person, answer, guests) -> new Turn(person, answer, guests, null));
        Arbitrary<Turn> limits = Arbitraries.integers()
                .between(1, 8)
                .injectNull(0.2)
                .map(seats -> new Turn(null, Answer.GOING, 0, seats));
        return Arbitraries.frequencyOf(Tuple.of(8, answers), Tuple.of(1, limits))
                .list()
                .ofMaxSize(40);
    }
}
