package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.somoim.Covers;

/** Which case is looked at first. */
@Covers({"MOD-9", "CFG-8"})
class PriorityPropertiesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Whatever comes later, and however bad it is: in the end everything is looked at. */
    @Property(tries = 1000)
    void nothingStarves(
            @ForAll Ground ground,
            @ForAll Ground worse,
            @ForAll @IntRange(max = Signal.CERTAIN) int probability,
            @ForAll @IntRange(max = 1_000_000_000) int reach,
            @ForAll @IntRange(max = 2_000_000) int weight,
            @ForAll @LongRange(max = 1_000_000) long later) {
        long waiting = Priority.standing(ground, 0, 0, 0, NOON);
        Instant after = NOON.plus(Priority.LONGEST_OVERTAKEN).plus(Duration.ofSeconds(1 + later));

        assertThat(Priority.standing(worse, probability, reach, weight, after)).isLessThan(waiting);
    }

    /** Waiting never turns two cases round, and whoever has waited longer is before what is as bad. */
    @Property(tries = 1000)
    void ageGrowsStrictlyAndTheSameForAll(
            @ForAll Ground ground,
            @ForAll @IntRange(max = Signal.CERTAIN) int probability,
            @ForAll @IntRange(max = 100_000) int reach,
            @ForAll @IntRange(max = 50_000) int weight,
            @ForAll @LongRange(min = 1, max = 10_000_000) long seconds) {
        long first = Priority.standing(ground, probability, reach, weight, NOON);
        long second = Priority.standing(ground, probability, reach, weight, NOON.plusSeconds(seconds));

        assertThat(first).isGreaterThan(second);
        assertThat(first - second).isBetween(seconds * 1000 / 300 - 1, seconds * 1000 / 300 + 1);
    }

    /** Likelier, worse, more widely seen, or objected to by more reliable people: never less urgent. */
    @Property(tries = 1000)
    void moreIsNeverLess(
            @ForAll Ground ground,
            @ForAll @IntRange(max = Signal.CERTAIN - 1) int probability,
            @ForAll @IntRange(max = 100_000) int reach,
            @ForAll @IntRange(max = 9_000) int weight) {
        long points = Priority.points(ground, probability, reach, weight);

        assertThat(Priority.points(ground, probability + 1, reach, weight)).isGreaterThanOrEqualTo(points);
        assertThat(Priority.points(ground, probability, reach * 2 + 1, weight)).isGreaterThanOrEqualTo(points);
        assertThat(Priority.points(ground, probability, reach, weight + 1)).isGreaterThan(points);
        assertThat(Priority.points(Ground.ILLEGAL, probability, reach, weight)).isGreaterThanOrEqualTo(points);
        assertThat(points).isBetween(0L, (Priority.MOST_FOR_SUSPICION + Priority.MOST_FOR_REPORTS) * 1000L);
    }
}
