package org.somoim.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.access.Standing;
import org.somoim.chat.Chat;
import org.somoim.chat.Entry;
import org.somoim.chat.Message;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;

/** Whatever happens in whatever order between what is said, who may hear it, and when the threads get to it. */
@Covers("CHT-5")
class LivePropertiesTest {
    private static final int PEOPLE = 4;

    enum Kind {
        SAY,
        EDIT,
        DELETE,
        LEAVE,
        REMOVE,
        BAN,
        LET_IN,
        BLOCK,
        UNBLOCK,
        DELIVER,
        WORK,
        TAKE,
        STALL,
        LISTEN,
        PASS
    }

    record Turn(Kind kind, int who, int whom) {}

    @Provide
    Arbitrary<Turn> turns() {
        Arbitrary<Integer> person = Arbitraries.integers().between(0, PEOPLE - 1);
        Arbitrary<Kind> kind = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Kind.SAY, Kind.DELIVER, Kind.WORK, Kind.LISTEN)),
                Tuple.of(1, Arbitraries.of(Kind.class)));
        return Combinators.combine(kind, person, person).as(Turn::new);
    }

    /** What happens, and what must hold at every frame and in the end. */
    private static final class World {
        final Hall hall = new Hall();
        final List<Actor.Person> people = new ArrayList<>();
        final List<Socket> sockets = new ArrayList<>();
        final List<Message> said = new ArrayList<>();

        record Socket(Actor.Person person, Ear ear, long from) {}

        World() {
            IntStream.range(0, PEOPLE).forEach(i -> people.add(hall.town.memberOf(hall.group)));
        }

        void take(Turn turn) {
            Actor.Person one = people.get(turn.who());
            Actor.Person other = people.get(turn.whom());
            try {
                act(turn.kind(), one, other);
            } catch (Refusal notNow) {
                // Nobody may always do everything.
            }
        }

        private void act(Kind kind, Actor.Person one, Actor.Person other) {
            var somoim = hall.somoim;
            switch (kind) {
                case SAY -> said.add(somoim.chat().send(one, hall.in, Prose.of("" + said.size())));
                case EDIT -> somoim.chat().edit(one, latest(), Prose.of("edited"));
                case DELETE -> somoim.chat().delete(hall.owner, latest());
                case LEAVE -> somoim.memberships().leave(one, hall.group.id());
                case REMOVE -> somoim.members().remove(hall.owner, hall.group.id(), one.id());
                case BAN -> somoim.members().ban(hall.owner, hall.group.id(), one.id());
                case LET_IN -> letIn(one);
                case BLOCK -> somoim.profiles().block(one, other.id());
                case UNBLOCK -> somoim.profiles().unblock(one, other.id());
                case DELIVER -> somoim.deliver();
                case WORK -> hall.workOnce();
                case TAKE ->
                    ears(one).forEach(ear -> {
                        ear.isStalled = false;
                        ear.take();
                    });
                case STALL -> ears(one).forEach(ear -> ear.isStalled = true);
                case LISTEN -> listen(one);
                case PASS -> {
                    hall.town.clock.advance(Duration.ofSeconds(2));
                    hall.hub.tick();
                }
            }
        }

        private Id<Message> latest() {
            return said.isEmpty()
                    ? new Id<>(hall.in.value())
                    : said.get(said.size() - 1).id();
        }

        private void letIn(Actor.Person person) {
            if (isBanned(person)) {
                hall.somoim.members().liftBan(hall.owner, hall.group.id(), person.id());
            }
            hall.somoim.memberships().invite(hall.owner, hall.group.id(), person.id());
            hall.somoim.memberships().accept(person, hall.group.id());
        }

        private boolean isBanned(Actor.Person person) {
            return hall.town.ports.roster().footing(person.id(), hall.group.id()).stream()
                    .anyMatch(footing -> footing.standing() == Standing.BANNED);
        }

        private Stream<Ear> ears(Actor.Person person) {
            return sockets.stream()
                    .filter(socket -> socket.person().equals(person))
                    .map(Socket::ear);
        }

        private void listen(Actor.Person person) {
            // At the instant of every frame its reader may read.
            var ear = new Ear(() -> hall.somoim.chat().enter(person, hall.in));
            long from = hall.somoim
                    .conversations()
                    .get(person, hall.in)
                    .conversation()
                    .changes();
            hall.listens(person, ear);
            sockets.add(new Socket(person, ear, from));
        }

        void settle() {
            hall.somoim.deliver();
            sockets.forEach(socket -> {
                socket.ear().isStalled = false;
                socket.ear().take();
            });
            hall.work();
        }

        List<Entry> history(Actor.Person reader) {
            List<Entry> all = new ArrayList<>();
            Page.Ask ask = Page.Ask.first(7);
            while (ask != null) {
                Page<Entry> page = hall.somoim.chat().history(reader, hall.in, ask);
                all.addAll(page.items());
                ask = page.next() == null ? null : new Page.Ask(page.next(), 7);
            }
            Collections.reverse(all);
            return all;
        }

        boolean belongs(Actor.Person person) {
            try {
                hall.somoim.chat().enter(person, hall.in);
                return true;
            } catch (Refusal not) {
                return false;
            }
        }
    }

    @Property(tries = 150)
    void everyMessageIsInEveryReadersHistoryOnceAndInOrder(@ForAll @Size(max = 60) List<@From("turns") Turn> turns) {
        var world = new World();
        turns.forEach(world::take);

        for (Actor.Person person : world.people) {
            if (world.belongs(person)) {
                assertThat(world.history(person).stream().map(Entry::number))
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, world.said.size())
                                .boxed()
                                .toList());
            }
        }
    }

    /** That it was theirs to read is asserted at every frame; see {@code World.listen}. */
    @Property(tries = 300)
    void whoListensIsToldEveryChangeOnceAndInOrderWhileTheyMayReadAndNothingAfter(
            @ForAll @Size(max = 80) List<@From("turns") Turn> turns) {
        var world = new World();
        turns.forEach(world::take);
        world.settle();

        for (World.Socket socket : world.sockets) {
            Ear ear = socket.ear();
            List<Long> changes = ear.messages().stream()
                    .map(message -> message.path("change").asLong())
                    .toList();
            assertThat(changes).isSorted().doesNotHaveDuplicates().allMatch(change -> change > socket.from());
            // Whoever was put out with nothing said since is not noticed before time passes.
            if (ear.closed == null && !ear.isCut && world.belongs(socket.person())) {
                Chat.Changes all = world.hall.somoim.chat().changes(socket.person(), world.hall.in, socket.from(), 50);
                Map<Long, Long> known = new HashMap<>();
                for (JsonNode message : ear.messages()) {
                    known.put(
                            message.path("number").asLong(),
                            message.path("change").asLong());
                }
                assertThat(known)
                        .isEqualTo(all.entries().stream().collect(Collectors.toMap(Entry::number, Entry::change)));
            }
        }
    }

    /** Also of those who were put out while nothing was said. */
    @Property(tries = 100)
    void whoMayNotReadAnyMoreIsOutWithinFiveSeconds(@ForAll @Size(max = 60) List<@From("turns") Turn> turns) {
        var world = new World();
        turns.forEach(world::take);
        world.sockets.forEach(socket -> {
            socket.ear().isStalled = false;
            socket.ear().take();
        });
        world.hall.pass(5);

        assertThat(world.sockets)
                .filteredOn(socket -> !world.belongs(socket.person()))
                .allMatch(socket -> socket.ear().closed != null || socket.ear().isCut);
    }
}
