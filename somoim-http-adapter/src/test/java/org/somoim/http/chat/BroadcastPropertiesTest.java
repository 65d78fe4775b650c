package org.somoim.http.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;
import org.somoim.Somoim;
import org.somoim.access.SiteRole;
import org.somoim.chat.Chat;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.chat.Reaction;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.http.live.Frame;
import org.somoim.http.live.Spot;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;

/**
 * Whatever has happened among people: what many are told at once is for each of them, byte for byte, what they would read by
 * themself at that moment, and whoever would be refused is told nothing.
 */
@Covers({"CHT-5", "CHT-6", "SEC-6"})
class BroadcastPropertiesTest {
    private static final int PEOPLE = 6;

    enum Kind {
        SAY,
        SAY_BETWEEN,
        EDIT,
        DELETE,
        REACT,
        WITHDRAW,
        LEAVE,
        JOIN,
        REMOVE,
        BAN,
        LIFT_BAN,
        APPOINT,
        BLOCK,
        UNBLOCK,
        MUTE,
        DECIDE,
        CLOSE,
        PASS
    }

    record Turn(Kind kind, int who, int whom, int what) {}

    @Provide
    Arbitrary<Turn> turns() {
        Arbitrary<Integer> person = Arbitraries.integers().between(0, PEOPLE - 1);
        Arbitrary<Kind> kind = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(Kind.SAY, Kind.REACT, Kind.BLOCK)), Tuple.of(3, Arbitraries.of(Kind.class)));
        return Combinators.combine(kind, person, person, Arbitraries.integers().between(0, 9))
                .as(Turn::new);
    }

    private static final class World {
        final Community town = new Community();
        final Somoim somoim = town.somoim;
        final Chat chat = somoim.chat();
        final Rendering rendering = new Rendering(somoim.profiles());
        final Actor.Person judge = town.person();
        final Actor.Person owner = town.person();
        final Group group = town.openGroup(owner);
        final List<Actor.Person> people = new ArrayList<>();
        final List<Message> said = new ArrayList<>();
        final Id<Conversation> in = Conversation.idOf(group.id());
        final Id<Conversation> between;

        World() {
            somoim.accounts().appoint(Actor.host("world"), judge.id(), SiteRole.MODERATOR);
            people.add(owner);
            IntStream.range(2, PEOPLE).forEach(i -> people.add(town.memberOf(group)));
            people.add(town.person());
            between = somoim.conversations()
                    .with(people.get(1), people.get(2).id())
                    .conversation()
                    .id();
        }

        void take(Turn turn) {
            Actor.Person one = people.get(turn.who());
            Actor.Person other = people.get(turn.whom());
            try {
                act(turn, one, other);
            } catch (Refusal notNow) {
                // Nobody may always do everything.
            }
        }

        private void act(Turn turn, Actor.Person one, Actor.Person other) {
            switch (turn.kind()) {
                case SAY -> said.add(chat.send(one, in, Prose.of("word" + turn.what() + " of many")));
                case SAY_BETWEEN -> said.add(chat.send(one, between, Prose.of("word" + turn.what())));
                case EDIT -> chat.edit(one, message(turn), Prose.of("word" + turn.whom() + " instead"));
                case DELETE -> chat.delete(one, message(turn));
                case REACT -> chat.react(one, message(turn), reaction(turn));
                case WITHDRAW -> chat.withdraw(one, message(turn), reaction(turn));
                case LEAVE -> somoim.memberships().leave(one, group.id());
                case JOIN -> somoim.memberships().join(one, group.id());
                case REMOVE -> somoim.members().remove(owner, group.id(), one.id());
                case BAN -> somoim.members().ban(owner, group.id(), one.id());
                case LIFT_BAN -> somoim.members().liftBan(owner, group.id(), one.id());
                case APPOINT -> somoim.members().appoint(owner, group.id(), one.id(), Membership.Role.MODERATOR);
                case BLOCK -> somoim.profiles().block(one, other.id());
                case UNBLOCK -> somoim.profiles().unblock(one, other.id());
                case MUTE -> somoim.profiles().mute(one, Line.of("word" + turn.what()));
                case DECIDE -> decide(one, message(turn), turn);
                case CLOSE -> somoim.accounts().suspend(Actor.host("world"), one.id());
                case PASS -> town.clock.advance(Duration.ofHours(5));
            }
        }

        private static Reaction.Kind reaction(Turn turn) {
            return Reaction.Kind.values()[turn.whom() % 2];
        }

        private Id<Message> message(Turn turn) {
            return said.isEmpty()
                    ? new Id<>(in.value())
                    : said.get(turn.what() % said.size()).id();
        }

        private void decide(Actor.Person reporter, Id<Message> message, Turn turn) {
            List<Measure.Kind> kinds = List.of(
                    Measure.Kind.HIDE, Measure.Kind.HOLD, Measure.Kind.REMOVE, Measure.Kind.MUTE, Measure.Kind.SUSPEND);
            Measure.Kind kind = kinds.get(turn.what() % kinds.size());
            somoim.reports().report(reporter, new Subject(new Word("message"), message), Ground.SPAM, null);
            var ruling = new Ruling(
                    kind,
                    Ground.SPAM,
                    Line.of("Be kind"),
                    Prose.of("as reported"),
                    kind.needsEnd() ? Duration.ofDays(1) : null,
                    Ruling.pointsOf(kind, Ground.SPAM),
                    false);
            // A report on what has been decided does not reopen it, so there may be nothing to claim.
            somoim.cases().claimNext(judge).ifPresent(claimed -> somoim.cases()
                    .decide(judge, claimed.id(), claimed.version(), ruling));
        }

        Spot from(Id<Conversation> conversation, long known) {
            return new Broadcast(new Broadcast.Sources(chat, rendering, somoim.transactor()), conversation, known);
        }

        /** By the same calls as a person makes over HTTP. */
        String alone(Actor.Person reader, Id<Conversation> conversation, long known) {
            Chat.Changes changes = chat.changes(reader, conversation, known, Broadcast.PORTION);
            if (changes.latest() < known) {
                return text(new Broadcast.GapFrame("gap", conversation.toString(), known, changes.latest()));
            }
            return changes.entries().isEmpty()
                    ? "nothing"
                    : text(new Broadcast.ChangesFrame(
                            "changes",
                            conversation.toString(),
                            rendering.messages(reader, changes.entries()),
                            changes.upTo()));
        }

        /** For each who is not refused. */
        <T> Map<Id<User>, T> each(Function<Actor.Person, T> question) {
            Map<Id<User>, T> answers = new HashMap<>();
            for (Actor.Person person : people) {
                try {
                    answers.put(person.id(), question.apply(person));
                } catch (Refusal refused) {
                    // Not there.
                }
            }
            return answers;
        }

        Set<Id<User>> everyone() {
            return people.stream().map(Actor.Person::id).collect(Collectors.toSet());
        }
    }

    private static String text(View view) {
        return Frame.of(view).text();
    }

    @Property(tries = 400)
    void whatManyAreToldAtOnceIsWhatEachWouldReadAlone(
            @ForAll @Size(max = 50) List<@From("turns") Turn> turns, @ForAll @IntRange(max = 12) int known) {
        var world = new World();
        turns.forEach(world::take);

        for (Id<Conversation> conversation : List.of(world.in, world.between)) {
            Map<Id<User>, String> told = new HashMap<>();
            world.from(conversation, known)
                    .next(world.everyone())
                    .forEach((reader, portion) -> told.put(
                            reader,
                            portion.frame() == null
                                    ? "nothing"
                                    : portion.frame().text()));

            assertThat(told).isEqualTo(world.each(person -> world.alone(person, conversation, known)));
        }
    }

    @Property(tries = 150)
    void whoMayStayAndWhoHearsOfSomeoneWritingIsWhatEachWouldBeToldAlone(
            @ForAll @Size(max = 50) List<@From("turns") Turn> turns, @ForAll @IntRange(max = PEOPLE - 1) int who) {
        var world = new World();
        turns.forEach(world::take);
        Id<User> writing = world.people.get(who).id();

        for (Id<Conversation> conversation : List.of(world.in, world.between)) {
            Spot spot = world.from(conversation, 0);
            Map<Id<User>, String> heard = new HashMap<>();
            spot.typing(world.everyone(), writing).forEach((reader, frame) -> heard.put(reader, frame.text()));
            Map<Id<User>, String> alone = world.each(person -> world.chat.hears(person, conversation, writing)
                    ? text(new Broadcast.TypingFrame(
                            "typing", conversation.toString(), world.rendering.person(person, writing)))
                    : "nothing");
            alone.values().removeIf("nothing"::equals);

            assertThat(heard).isEqualTo(alone);
            assertThat(spot.present(world.everyone()))
                    .isEqualTo(world.each(person -> {
                                world.chat.enter(person, conversation);
                                return true;
                            })
                            .keySet());
        }
    }
}
