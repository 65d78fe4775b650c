package org.somoim.sqlite.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.events.Admission;
import org.somoim.events.Event;
import org.somoim.events.Rsvp;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

/**
 * What several threads do at once in the file, done once more one after the other in memory and in the order in which the
 * file took it, gives the same answers and comes to the same. That memory keeps to the rules is shown elsewhere.
 */
@Covers({"RSV-1", "RSV-2", "RSV-3", "EVT-8"})
class ConcurrentAnswersTest {
    private static final int THREADS = 8;
    private static final int EACH = 15;
    private static final int PEOPLE = 6;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void threadsEnd() {
        threads.shutdownNow();
    }

    /** @param seats new limit if {@code person} is null; null for none */
    private record Turn(
            @Nullable Integer person,
            Rsvp.Answer answer,
            int guests,
            @Nullable Integer seats) {
        static Turn any(Random random) {
            if (random.nextInt(9) == 0) {
                return new Turn(null, Rsvp.Answer.GOING, 0, 1 + random.nextInt(6));
            }
            Rsvp.Answer answer =
                    switch (random.nextInt(6)) {
                        case 0 -> Rsvp.Answer.INTERESTED;
                        case 1, 2 -> Rsvp.Answer.NOT_GOING;
                        default -> Rsvp.Answer.GOING;
                    };
            return new Turn(random.nextInt(PEOPLE), answer, random.nextInt(3), null);
        }
    }

    private record Done(Turn turn, String outcome) {}

    /** A town with one event, in a file or in memory. */
    private static final class Stage {
        final Community town;
        final Actor.Person owner;
        final List<Actor.Person> people;
        final Event event;

        Stage(Community town, Admission.Promotion promotion) {
            this.town = town;
            owner = town.person();
            Group group = town.openGroup(owner);
            people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> town.memberOf(group))
                    .toList();
            event = town.somoim
                    .events()
                    .call(
                            owner,
                            group.id(),
                            town.plan("모임")
                                    .limited(2)
                                    .admitting(Admission.PRESET.withGuests(2).promoting(promotion)));
        }

        String take(Turn turn) {
            try {
                if (turn.person() == null) {
                    town.somoim.events().edit(owner, event.id(), plan -> plan.limited(turn.seats()));
                    return "limited";
                }
                return outcome(answer(people.get(turn.person()), turn));
            } catch (Refusal refusal) {
                return refusal.reason().code();
            }
        }

        private Rsvp answer(Actor.Person person, Turn turn) {
            var rsvps = town.somoim.rsvps();
            return switch (turn.answer()) {
                case GOING -> rsvps.attend(person, event.id(), turn.guests());
                case INTERESTED -> rsvps.interested(person, event.id());
                default -> rsvps.decline(person, event.id());
            };
        }

        private static String outcome(Rsvp rsvp) {
            return rsvp.answer() + " +" + rsvp.guests() + " line " + rsvp.line() + (rsvp.isOffered() ? " offered" : "");
        }

        List<String> state() {
            return town.ports.transactor().read(() -> people.stream()
                    .map(person -> town.ports
                            .rsvps()
                            .find(event.id(), person.id())
                            .map(Stage::outcome)
                            .orElse("-"))
                    .toList());
        }
    }

    @RepeatedTest(12)
    void atOnceIsAsOneAfterTheOther(RepetitionInfo repetition) throws Exception {
        int seed = repetition.getCurrentRepetition();
        var promotion = Admission.Promotion.values()[seed % Admission.Promotion.values().length];
        var file = new Stage(database.community(), promotion);
        List<Done> done = Collections.synchronizedList(new ArrayList<>());
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            var random = new Random(100L * seed + thread);
            work.add(() -> {
                for (int i = 0; i < EACH; i++) {
                    Turn turn = Turn.any(random);
                    // Written down before anybody else gets their turn.
                    file.town.somoim.together(() -> done.add(new Done(turn, file.take(turn))));
                }
                return null;
            });
        }
        for (Future<Void> one : threads.invokeAll(work)) {
            one.get();
        }

        var memory = new Stage(new Community(), promotion);
        assertThat(done).hasSize(THREADS * EACH);
        done.forEach(
                step -> assertThat(memory.take(step.turn())).as(step.toString()).isEqualTo(step.outcome()));
        assertThat(file.state()).isEqualTo(memory.state());
    }
}
