package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.somoim.Covers;

/** What everyone may know of what was decided. */
@Covers({"MOD-3", "MOD-6"})
class TransparencyPropertiesTest {
    private static final HalfYear HALF = new HalfYear(2026, 1);

    @Provide
    Arbitrary<List<MeasureStore.Tally>> tallies() {
        return Combinators.combine(
                        Arbitraries.of(Ground.values()),
                        Arbitraries.of(Measure.Kind.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(1, 12)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1, 500))))
                .as(MeasureStore.Tally::new)
                .list()
                .ofMaxSize(12)
                .map(TransparencyPropertiesTest::oneOfEach);
    }

    private static List<MeasureStore.Tally> oneOfEach(List<MeasureStore.Tally> all) {
        Set<List<Object>> seen = new HashSet<>();
        List<MeasureStore.Tally> one = new ArrayList<>();
        all.forEach(tally -> {
            if (seen.add(List.of(tally.ground(), tally.kind(), tally.automated()))) {
                one.add(tally);
            }
        });
        return one;
    }

    /** No small cell is told, and none follows from the total: several together hide behind it, ten or more of them. */
    @Property(tries = 500)
    void nothingSmallIsToldNorFollows(@ForAll("tallies") List<MeasureStore.Tally> tallies) {
        Transparency told = Transparency.of(HALF, tallies, List.of());

        assertThat(told.measures()).hasSize(Ground.values().length * Measure.Kind.values().length * 2);
        assertThat(told.measures())
                .extracting(Transparency.Cell::count)
                .filteredOn(Objects::nonNull)
                .allMatch(count -> count >= 10);
        for (MeasureStore.Tally tally : tallies) {
            assertThat(told.measures())
                    .filteredOn(cell -> cell.ground() == tally.ground()
                            && cell.kind() == tally.kind()
                            && cell.automated() == tally.automated())
                    .extracting(Transparency.Cell::count)
                    .containsExactly(tally.count() >= 10 ? Integer.valueOf(tally.count()) : null);
        }
        if (told.all() != null) {
            int rest = told.all()
                    - told.measures().stream()
                            .mapToInt(cell -> Objects.requireNonNullElse(cell.count(), 0))
                            .sum();
            assertThat(rest).isGreaterThanOrEqualTo(10);
            assertThat(tallies.stream().filter(tally -> tally.count() < 10).count())
                    .isGreaterThan(1);
        }
    }

    /** Two reports never count the same thing, so nothing follows from subtracting them. */
    @Property(tries = 500)
    void halvesOfYearsFollowOneAnotherWithoutOverlap(@ForAll @LongRange(min = 1, max = 200_000_000_000L) long seconds) {
        Instant now = Instant.EPOCH.plus(Duration.ofDays(400)).plusSeconds(seconds);
        HalfYear last = HalfYear.before(now);

        assertThat(last.to()).isBeforeOrEqualTo(now);
        assertThat(last.from()).isBefore(last.to());
        HalfYear before = HalfYear.before(last.from());
        assertThat(before.to()).isEqualTo(last.from());
        assertThat(HalfYear.before(last.to())).isEqualTo(last);
        assertThat(HalfYear.before(last.to().minusMillis(1))).isEqualTo(before);
    }
}
