package org.somoim.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Laws of an epoch that hold exactly, whatever the noise: it is replaced by numbers that are written down. */
class EpochPropertiesTest {
    private static final boolean NIGHTLY = Boolean.getBoolean("somoim.nightly");

    /** What was counted, and at what epsilon. */
    private record Asked(long raw, Epsilon epsilon) {}

    /** Answers as written, and remembers what was asked. */
    private static final class Scripted implements Counting {
        private final Random answers;
        private final List<Asked> asked = new ArrayList<>();

        Scripted(long seed) {
            this.answers = new Random(seed);
        }

        @Override
        public long noised(long raw, Epsilon epsilon) {
            asked.add(new Asked(raw, epsilon));
            return answers.nextInt(900) - 100;
        }
    }

    /** P1: whatever was published before, one person moves the counts by no more than the plan says, part by part. */
    @Property(tries = 1000)
    @Covers("PRV-2")
    void onePersonCostsWhatThePlanSaysAndNoMore(
            @ForAll @IntRange(min = 0, max = 4) int which,
            @ForAll @IntRange(min = 0, max = 300) int count,
            @ForAll long seed) {
        PrivacyPlan plan = Communities.PLANS.get(which);
        var random = new Random(seed);
        List<Communities.Person> people = Communities.people(plan, count, random);
        List<Communities.Person> more = new ArrayList<>(people);
        more.add(Communities.person(plan, random));
        var without = new Scripted(seed);
        var with = new Scripted(seed);
        Communities.with(without).draw(plan, Communities.freeze(plan, people));
        EpochDraw draw = Communities.with(with).draw(plan, Communities.freeze(plan, more));

        assertThat(with.asked)
                .extracting(Asked::epsilon)
                .isEqualTo(without.asked.stream().map(Asked::epsilon).toList());
        assertThat(without.asked.get(0).raw()).isEqualTo(count);
        assertThat(with.asked.get(0).raw()).isEqualTo(count + 1);
        long loss = 0;
        for (int at = 0; at < with.asked.size(); at++) {
            long moved =
                    Math.abs(with.asked.get(at).raw() - without.asked.get(at).raw());
            loss = Math.addExact(
                    loss, Math.multiplyExact(moved, with.asked.get(at).epsilon().micro()));
        }
        assertThat(loss).isLessThanOrEqualTo(plan.epsilon().micro());
        assertThat(draw.spends().stream()
                        .mapToLong(spend -> spend.epsilon().micro())
                        .sum())
                .isEqualTo(plan.epsilon().micro());
    }

    /** And the plan does not say more than it takes: somebody with all values, in a place that is cut each time. */
    @Test
    @Covers("PRV-2")
    void thePlanSaysNoMoreThanItTakes() {
        PrivacyPlan plan = Communities.PLANS.get(1);
        List<Asked> none = new ArrayList<>();
        List<Asked> one = new ArrayList<>();
        Frozen nobody = Frozen.of(plan);
        Frozen somebody =
                Communities.freeze(plan, List.of(new Communities.Person(new int[] {2, 2}, new int[] {1, 1, 1})));
        for (Map.Entry<List<Asked>, Frozen> world : Map.of(none, nobody).entrySet()) {
            Communities.with(all(world.getKey())).draw(plan, world.getValue());
        }
        Communities.with(all(one)).draw(plan, somebody);

        long loss = 0;
        for (int at = 0; at < one.size(); at++) {
            loss += Math.abs(one.get(at).raw() - none.get(at).raw())
                    * one.get(at).epsilon().micro();
        }
        assertThat(loss).isEqualTo(plan.epsilon().micro());
    }

    private static Counting all(List<Asked> asked) {
        return (raw, epsilon) -> {
            asked.add(new Asked(raw, epsilon));
            return 5000;
        };
    }

    /** P2. */
    @Property(tries = 1000)
    @Covers("PRV-3")
    void everyPlaceIsInExactlyOneTile(@ForAll @IntRange(min = 0, max = 4) int which, @ForAll long seed) {
        PrivacyPlan plan = Communities.PLANS.get(which);
        EpochDraw draw = Communities.with(new Scripted(seed)).draw(plan, Frozen.of(plan));

        assertThat(Communities.places(plan))
                .allSatisfy(place -> assertThat(draw.tiles().stream().filter(tile -> tile.contains(place)))
                        .hasSize(1));
        assertThat(draw.tiles()).extracting(Tile::id).doesNotHaveDuplicates();
        assertThat(draw.releases())
                .containsOnlyKeys(draw.tiles().stream().map(Tile::id).toList());
    }

    /** P3: noise that is far off, so that tiles of a handful do pass the gate of noised counts. */
    @Test
    @Covers("PRV-3")
    void nobodyIsEverSpokenOfAmongFewerThanTen() {
        int vetoed = 0;
        int spokenOf = 0;
        for (int seed = 0; seed < (NIGHTLY ? 1_000_000 : 20_000); seed++) {
            var random = new Random(seed);
            PrivacyPlan plan = Communities.PLANS.get(random.nextInt(Communities.PLANS.size()));
            List<Communities.Person> people = Communities.people(plan, random.nextInt(120), random);
            EpochDraw draw = Communities.with(new Scripted(seed)).draw(plan, Communities.freeze(plan, people));
            for (Tile tile : draw.tiles()) {
                List<Communities.Person> inside = people.stream()
                        .filter(person -> tile.contains(Place.of(person.leaves())))
                        .toList();
                boolean stands = tile.stands();
                vetoed += !stands && draw.tiles().size() > 1 ? 1 : 0;
                assertThat(!stands || inside.size() >= 10)
                        .as("seed %d, %s", seed, tile)
                        .isTrue();
                for (int at = 0; at < plan.metrics().size(); at++) {
                    int metric = at;
                    long values = inside.stream()
                            .filter(person -> person.bins()[metric] >= 0)
                            .count();
                    boolean released =
                            draw.release(tile, plan.metrics().get(at)) instanceof Release.Released<Histogram>;
                    spokenOf += released ? 1 : 0;
                    assertThat(!released || stands && values >= 10)
                            .as("seed %d, %s", seed, tile)
                            .isTrue();
                }
            }
        }
        assertThat(vetoed).as("tiles that the veto was needed for").isGreaterThan(1000);
        assertThat(spokenOf).as("histograms let out").isGreaterThan(1000);
    }

    /** Whatever leaves is a function of noised counts: with the same ones, two communities of all sorts look alike. */
    @Property(tries = 500)
    @Covers({"PRV-2", "PRV-3"})
    void nothingRawLeaves(@ForAll @IntRange(min = 0, max = 4) int which, @ForAll long seed) {
        PrivacyPlan plan = Communities.PLANS.get(which);
        String one = Communities.with(new Scripted(seed))
                .draw(plan, crowded(plan, new Random(seed)))
                .encode();
        String other = Communities.with(new Scripted(seed))
                .draw(plan, crowded(plan, new Random(~seed)))
                .encode();

        assertThat(other).isEqualTo(one);
    }

    /** Ten or more in each cell, and so above every veto. */
    private static Frozen crowded(PrivacyPlan plan, Random random) {
        Frozen frozen = Frozen.of(plan);
        for (Place place : Communities.places(plan)) {
            int count = 10 + random.nextInt(90);
            for (int at = 0; at < count; at++) {
                frozen.add(
                        place.array(),
                        plan.metrics().stream()
                                .mapToInt(metric -> random.nextInt(metric.bins().count()))
                                .toArray());
            }
        }
        return frozen;
    }

    /** P8. */
    @Property(tries = 300)
    @Covers("PRV-2")
    void theOrderOfPeopleMakesNoDifference(@ForAll @IntRange(min = 0, max = 4) int which, @ForAll long seed) {
        PrivacyPlan plan = Communities.PLANS.get(which);
        List<Communities.Person> people = Communities.people(plan, 400, new Random(seed));
        EpochDraw before = Epoch.draw(plan, Communities.freeze(plan, people), noise(seed));
        Collections.shuffle(people, new Random(seed + 1));

        assertThat(Epoch.draw(plan, Communities.freeze(plan, people), noise(seed))
                        .encode())
                .isEqualTo(before.encode());
    }

    private static org.somoim.privacy.noise.NoiseSource noise(long seed) {
        var random = new Random(seed);
        return epsilon -> random.nextInt(61) - 30;
    }

    /** P4: who is not counted is not there, and a value that was not given changes nothing of the others. */
    @Property(tries = 300)
    @Covers("PRV-2")
    void aMetricThatSomebodyLeftOutIsTheSameAsWithoutThem(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 15) int bin) {
        PrivacyPlan plan = Communities.PLANS.get(1);
        List<Communities.Person> people = Communities.people(plan, 600, new Random(seed));
        List<Communities.Person> one = new ArrayList<>(people);
        one.add(new Communities.Person(new int[] {0, 0}, new int[] {-1, 3, 2}));
        List<Communities.Person> other = new ArrayList<>(people);
        other.add(new Communities.Person(new int[] {0, 0}, new int[] {-1, bin, 2}));
        EpochDraw first = Epoch.draw(plan, Communities.freeze(plan, one), noise(seed));
        EpochDraw second = Epoch.draw(plan, Communities.freeze(plan, other), noise(seed));

        assertThat(second.tiles()).isEqualTo(first.tiles());
        for (Tile tile : first.tiles()) {
            assertThat(second.release(tile, Metric.EMERGENCY_FUND))
                    .isEqualTo(first.release(tile, Metric.EMERGENCY_FUND));
            assertThat(second.release(tile, Communities.FEW_BINS)).isEqualTo(first.release(tile, Communities.FEW_BINS));
        }
    }

    @Property(tries = 300)
    void whatIsKeptIsReadBackAsItWas(@ForAll @IntRange(min = 0, max = 4) int which, @ForAll long seed) {
        PrivacyPlan plan = Communities.PLANS.get(which);
        EpochDraw draw = Communities.with(new Scripted(seed)).draw(plan, crowded(plan, new Random(seed)));

        assertThat(EpochDraw.decode(draw.encode())).isEqualTo(draw);
        assertThat(EpochDraw.decode(draw.encode()).hash()).isEqualTo(draw.hash());
    }
}
