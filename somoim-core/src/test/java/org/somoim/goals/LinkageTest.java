package org.somoim.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.posts.Draft;
import org.somoim.profiles.GoalSharing;

/**
 * Somebody who knows every profile, sees to the millisecond what everybody does under their name, and looks at the list again
 * and again, tries to tell whose each of a thousand shares is. On a list that shows times and ordered ids they tell nearly all;
 * here they do no better than by chance.
 */
@Covers({"GOL-1", "GOL-8", "PRF-14"})
class LinkageTest {
    private static final int PEOPLE = 1_000;
    private static final int A_DAY = 200;

    /** What somebody did under their name, right before they shared. */
    private record Deed(Id<User> person, Instant at) {}

    /** A share as the attacker sees it: when they first saw it, after how many others, and what stands in it. */
    private record Sighting(UUID id, Instant firstSeen, int place, Instant saysAt) {}

    private final List<Deed> deeds = new ArrayList<>();
    private final Map<UUID, Id<User>> truth = new HashMap<>();

    /** Every way to guess, by name: shares in some order are taken for those of people in the order of what they did. */
    private Map<String, List<Sighting>> orders(List<Sighting> seen) {
        Map<String, List<Sighting>> orders = new LinkedHashMap<>();
        orders.put("when it appeared", sorted(seen, Comparator.comparing(Sighting::firstSeen)));
        orders.put(
                "the end of the list first",
                sorted(seen, Comparator.comparing(Sighting::place).reversed()));
        orders.put("its id", sorted(seen, Comparator.comparing(one -> new Id<>(one.id()))));
        orders.put(
                "the time of its id",
                sorted(seen, Comparator.comparing(one -> one.id().getMostSignificantBits() >>> 16)));
        orders.put("what it says of its time", sorted(seen, Comparator.comparing(Sighting::saysAt)));
        return orders;
    }

    private static List<Sighting> sorted(List<Sighting> seen, Comparator<Sighting> by) {
        return seen.stream().sorted(by).toList();
    }

    private int hits(List<Sighting> order) {
        int hits = 0;
        for (int i = 0; i < order.size(); i++) {
            if (deeds.get(i).person().equals(truth.get(order.get(i).id()))) {
                hits++;
            }
        }
        return hits;
    }

    @Test
    void theAttackerDoesNoBetterThanByChance() {
        var sharing = new Sharing(new Community());
        Community town = sharing.town;
        Actor.Person attacker = town.person("Attacker");
        List<Actor.Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Actor.Person person = town.person("Person " + i);
            sharing.allow(person, GoalSharing.PROGRESS);
            people.add(person);
        }
        Collections.shuffle(people, new Random(11));
        var chance = new Random(12);
        Map<UUID, Sighting> sightings = new LinkedHashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            Actor.Person person = people.get(i);
            town.somoim.posts().writeOnPage(person, Draft.of(Prose.of("Hello")));
            deeds.add(new Deed(person.id(), town.clock.instant()));
            town.clock.advance(Duration.ofMillis(500));
            GoalShare share = sharing.shares.share(
                    person, new GoalDraft(GoalCategory.DEBT, null, 10 * chance.nextInt(10), null, null, null));
            truth.put(share.id().value(), person.id());
            if (i % 50 == 0) {
                look(sharing, attacker, sightings);
            }
            town.clock.advance(i % A_DAY == A_DAY - 1 ? Duration.ofDays(1) : Duration.ofSeconds(20));
        }
        sharing.nextDay();
        look(sharing, attacker, sightings);

        assertThat(sightings).hasSize(PEOPLE);
        orders(List.copyOf(sightings.values())).forEach((way, order) -> assertThat(hits(order))
                .describedAs(way)
                // One in a thousand by chance, and one percent.
                .isLessThanOrEqualTo(1 + PEOPLE / 100));
        blocksTellNothing(sharing, attacker, people);
    }

    /** The same attacker on a list as they usually are, so that it is known that the attack works. */
    @Test
    void onAListWithTimesAndOrderedIdsTheSameAttackerTellsNearlyAll() {
        var town = new Community();
        List<Sighting> seen = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Id<User> person = town.ports.ids().random();
            deeds.add(new Deed(person, town.clock.instant()));
            town.clock.advance(Duration.ofMillis(500));
            UUID id = town.ports.ids().timeOrdered().value();
            truth.put(id, person);
            seen.add(new Sighting(id, town.clock.instant(), PEOPLE - i, town.clock.instant()));
            town.clock.advance(Duration.ofSeconds(20));
        }
        Collections.shuffle(seen, new Random(13));

        orders(seen)
                .forEach(
                        (way, order) -> assertThat(hits(order)).describedAs(way).isGreaterThan(PEOPLE * 95 / 100));
    }

    private static void look(Sharing sharing, Actor.Person attacker, Map<UUID, Sighting> sightings) {
        @Nullable Cursor after = null;
        List<GoalShare> fresh = new ArrayList<>();
        do {
            Page<ShownGoal> page = sharing.inspiration.list(attacker, GoalFilter.ALL, new Page.Ask(after, 50));
            page.items().stream()
                    .map(ShownGoal::share)
                    .filter(share -> !sightings.containsKey(share.id().value()))
                    .forEach(fresh::add);
            after = page.next();
        } while (after != null);
        for (GoalShare share : fresh) {
            sightings.put(
                    share.id().value(),
                    new Sighting(
                            share.id().value(),
                            sharing.town.clock.instant(),
                            -sightings.size(),
                            share.place().at()));
        }
    }

    /** Whoever is blocked takes nothing along out of the attacker's sight. */
    private static void blocksTellNothing(Sharing sharing, Actor.Person attacker, List<Actor.Person> people) {
        List<GoalShare> before = sharing.seenBy(attacker);
        for (Actor.Person person : people.subList(0, 100)) {
            sharing.town.somoim.profiles().block(attacker, person.id());
        }
        assertThat(sharing.seenBy(attacker)).isEqualTo(before);
    }
}
