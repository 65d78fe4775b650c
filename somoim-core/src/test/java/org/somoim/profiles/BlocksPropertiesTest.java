package org.somoim.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.somoim.memory.Refused.assertRefused;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

@Covers("PRF-12")
class BlocksPropertiesTest {
    private static final int PEOPLE = 4;

    record Step(int who, int whom, Deed deed) {}

    enum Deed {
        BLOCK,
        UNBLOCK,
        SHOW_TO_ALL,
        SHOW_TO_NOBODY
    }

    record Pair(int one, int other) {}

    /**
     * Whatever people do, in any order: two see one another's profile and name only if neither has a block against the
     * other, and each knows of exactly the blocks that are their own.
     */
    @Property(tries = 200)
    void aBlockPartsTwoPeopleUntilWhoMadeItTakesItBack(@ForAll("histories") List<Step> history) {
        var town = new Community();
        Profiles profiles = town.somoim.profiles();
        List<Actor.Person> people = Stream.generate(town::person).limit(PEOPLE).toList();
        people.forEach(person -> show(profiles, person, Audience.EVERYONE));
        Set<Pair> blocks = new HashSet<>();
        Set<Integer> hidden = new HashSet<>();

        for (Step step : history) {
            Actor.Person who = people.get(step.who());
            Actor.Person whom = people.get(step.whom());
            switch (step.deed()) {
                case BLOCK -> {
                    if (step.who() == step.whom()) {
                        assertRefused("profiles.not-oneself", () -> profiles.block(who, whom.id()));
                    } else {
                        profiles.block(who, whom.id());
                        blocks.add(new Pair(step.who(), step.whom()));
                    }
                }
                case UNBLOCK -> {
                    profiles.unblock(who, whom.id());
                    blocks.remove(new Pair(step.who(), step.whom()));
                }
                case SHOW_TO_ALL -> {
                    show(profiles, who, Audience.EVERYONE);
                    hidden.remove(step.who());
                }
                case SHOW_TO_NOBODY -> {
                    show(profiles, who, Audience.NOBODY);
                    hidden.add(step.who());
                }
            }
        }

        for (int i = 0; i < PEOPLE; i++) {
            for (int j = 0; j < PEOPLE; j++) {
                Actor.Person viewer = people.get(i);
                Actor.Person owner = people.get(j);
                boolean apart = blocks.contains(new Pair(i, j)) || blocks.contains(new Pair(j, i));
                boolean sees = catchThrowable(() -> profiles.see(viewer, owner.id())) == null;
                assertThat(sees).isEqualTo(i == j || !apart && !hidden.contains(j));
                assertThat(profiles.names(viewer, Set.of(owner.id())).isEmpty()).isEqualTo(apart);
                assertThat(profiles.blocked(viewer).stream()
                                .anyMatch(block -> block.userId().equals(owner.id())))
                        .isEqualTo(blocks.contains(new Pair(i, j)));
            }
        }
    }

    private static void show(Profiles profiles, Actor actor, Audience audience) {
        profiles.changeSettings(actor, Map.of(PrivacySetting.PROFILE_VISIBILITY, audience));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var person = Arbitraries.integers().between(0, PEOPLE - 1);
        return Combinators.combine(person, person, Arbitraries.of(Deed.class))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }
}
