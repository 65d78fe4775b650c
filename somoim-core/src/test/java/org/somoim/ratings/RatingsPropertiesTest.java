package org.somoim.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.memory.Community;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;

/** Whatever people give one another, whenever. */
@Covers({"RTG-1", "RTG-6", "RTG-7"})
class RatingsPropertiesTest {
    private static final Actor HOST = Actor.host("test");

    /**
     * @param event counted from the first
     * @param days that pass after it
     */
    record Turn(int event, int rater, int rated, int stars, int days, boolean isPublishing) {}

    /** People, and what each of them can find out. */
    private static final class World {
        final Crew crew = new Crew(new Community());
        final List<Actor.Person> people = new ArrayList<>();
        final List<Id<?>> events = new ArrayList<>();

        World(int size, int meetings) {
            for (int i = 0; i < size; i++) {
                Actor.Person person = crew.town.person("Person " + i);
                crew.town
                        .somoim
                        .profiles()
                        .changeSettings(
                                person,
                                Map.of(
                                        PrivacySetting.PROFILE_VISIBILITY,
                                        Audience.EVERYONE,
                                        PrivacySetting.STANDING_VISIBILITY,
                                        Audience.EVERYONE));
                people.add(person);
            }
            for (int i = 0; i < meetings; i++) {
                events.add(crew.met(people.toArray(new Actor.Person[0])));
            }
        }

        /** @return what came of it */
        String take(Turn turn) {
            String outcome = outcome(() -> crew.ratings.rate(
                    people.get(turn.rater()),
                    events.get(turn.event()),
                    people.get(turn.rated()).id(),
                    new Judgement(turn.stars(), Prose.of("Words"))));
            crew.town.clock.advance(Duration.ofDays(turn.days()));
            if (turn.isPublishing()) {
                crew.ratings.publish(HOST);
            }
            return outcome;
        }

        private static String outcome(Supplier<Rating> rating) {
            try {
                return "given " + rating.get().stars();
            } catch (Refusal refusal) {
                return refusal.reason().code();
            }
        }

        /** Everything that {@code reader} can read of ratings. */
        String readBy(int reader) {
            Actor.Person actor = people.get(reader);
            var seen = new StringBuilder();
            for (Actor.Person other : people) {
                Reputation reputation = crew.ratings.reputation(actor, other.id());
                seen.append(reputation.hundredths())
                        .append('/')
                        .append(reputation.ratings())
                        .append(' ');
            }
            crew.ratings.given(actor, Page.Ask.first(50)).items().forEach(rating -> seen.append(rating.stars())
                    .append('>')
                    .append(indexOf(rating.ratedId()))
                    .append(rating.publishedAt() != null ? "! " : " "));
            seen.append(crew.ratings.comments(actor, Page.Ask.first(50)).items().size());
            events.forEach(event ->
                    seen.append(' ').append(crew.ratings.toRate(actor, event).size()));
            return seen.toString();
        }

        int indexOf(Id<?> person) {
            return people.stream().map(Actor.Person::id).toList().indexOf(person);
        }
    }

    /**
     * Two histories of a crew of three that differ in the stars one of them gave: neither of the other two can tell them
     * apart, whatever they read, after any turn.
     */
    @Property(tries = 150)
    void inACrewOfThreeNothingTellsWhatAnyoneGave(
            @ForAll("ofThree") List<Turn> turns,
            @ForAll @IntRange(max = 14) int which,
            @ForAll @IntRange(min = 1, max = 5) int other) {
        var one = new World(3, 4);
        var two = new World(3, 4);
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            one.take(turn);
            two.take(
                    i == which
                            ? new Turn(
                                    turn.event(), turn.rater(), turn.rated(), other, turn.days(), turn.isPublishing())
                            : turn);
            for (int reader = 0; reader < 3; reader++) {
                if (which >= turns.size() || reader != turns.get(which).rater()) {
                    assertThat(two.readBy(reader)).isEqualTo(one.readBy(reader));
                }
            }
        }
    }

    /** Whenever somebody's average changes, the ratings of three different people or more have come to it. */
    @Property(tries = 150)
    void anAverageChangesByThreePeopleOrMore(@ForAll("ofMany") List<Turn> turns) {
        var world = new World(6, 4);
        Map<Integer, Map<Id<Rating>, Integer>> known = new HashMap<>();
        for (Turn turn : turns) {
            world.take(turn);
            for (int person = 0; person < 6; person++) {
                Set<Integer> raters = new HashSet<>();
                var all = known.computeIfAbsent(person, none -> new HashMap<>());
                for (int rater = 0; rater < 6; rater++) {
                    for (Rating rating : world.crew
                            .ratings
                            .given(world.people.get(rater), Page.Ask.first(50))
                            .items()) {
                        if (world.indexOf(rating.ratedId()) == person
                                && rating.publishedAt() != null
                                && all.putIfAbsent(rating.id(), rating.stars()) == null) {
                            raters.add(rater);
                        }
                    }
                }
                assertThat(raters.size()).isNotIn(1, 2);
                Reputation shown = world.crew.ratings.reputation(
                        world.people.get(person), world.people.get(person).id());
                long sum = all.values().stream().mapToLong(stars -> stars).sum();
                assertThat(shown)
                        .isEqualTo(Reputation.of(world.people.get(person).id(), sum, all.size()));
            }
        }
    }

    @Provide
    Arbitrary<List<Turn>> ofThree() {
        return turns(3).list().ofMaxSize(15);
    }

    @Provide
    Arbitrary<List<Turn>> ofMany() {
        return turns(6).list().ofMinSize(20).ofMaxSize(60);
    }

    private static Arbitrary<Turn> turns(int people) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, people - 1),
                        Arbitraries.integers().between(0, people - 1),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(0)),
                                Tuple.of(2, Arbitraries.just(1)),
                                Tuple.of(1, Arbitraries.just(7))),
                        Arbitraries.of(true, false))
                .as(Turn::new);
    }
}
