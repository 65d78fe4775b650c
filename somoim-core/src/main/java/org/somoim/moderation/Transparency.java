package org.somoim.moderation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided in half a year, for everyone to know. Has every cell that there could be, so that an absent one tells
 * nothing; a cell of fewer than {@value #LEAST} is withheld, none included.
 *
 * @param measures by ground, kind and whether nobody decided
 * @param appeals by outcome
 * @param all how many measures there were, or null where that would tell a cell that is withheld
 */
public record Transparency(
        HalfYear half,
        List<Cell> measures,
        List<Verdict> appeals,
        @Nullable Integer all) {
    /** Cells with fewer are withheld: in a small community they would name somebody. */
    public static final int LEAST = 10;

    public Transparency {
        measures = List.copyOf(measures);
        appeals = List.copyOf(appeals);
    }

    /** @param count null for fewer than {@value #LEAST} */
    public record Cell(
            Ground ground,
            Measure.Kind kind,
            boolean automated,
            @Nullable Integer count) {}

    /** @param count null for fewer than {@value #LEAST} */
    public record Verdict(Appeal.Status status, @Nullable Integer count) {}

    static Transparency of(HalfYear half, List<MeasureStore.Tally> tallies, List<MeasureStore.Verdicts> verdicts) {
        List<Cell> cells = Arrays.stream(Ground.values())
                .flatMap(ground -> Arrays.stream(Measure.Kind.values()).flatMap(kind -> List.of(true, false).stream()
                        .map(automated ->
                                new Cell(ground, kind, automated, shown(count(tallies, ground, kind, automated))))))
                .toList();
        List<Verdict> appeals = Arrays.stream(Appeal.Status.values())
                .filter(status -> status != Appeal.Status.FILED)
                .map(status -> new Verdict(status, shown(count(verdicts, status))))
                .toList();
        return new Transparency(half, cells, appeals, total(tallies));
    }

    private static int count(List<MeasureStore.Tally> tallies, Ground ground, Measure.Kind kind, boolean automated) {
        return tallies.stream()
                .filter(one -> one.ground() == ground && one.kind() == kind && one.automated() == automated)
                .mapToInt(MeasureStore.Tally::count)
                .sum();
    }

    private static int count(List<MeasureStore.Verdicts> verdicts, Appeal.Status status) {
        return verdicts.stream()
                .filter(one -> one.status() == status)
                .mapToInt(MeasureStore.Verdicts::count)
                .sum();
    }

    private static @Nullable Integer shown(int count) {
        return count < LEAST ? null : count;
    }

    /** Only where what is withheld is many together, and not one cell alone. */
    private static @Nullable Integer total(List<MeasureStore.Tally> tallies) {
        List<Integer> withheld = tallies.stream()
                .map(MeasureStore.Tally::count)
                .filter(count -> count > 0 && count < LEAST)
                .toList();
        boolean hidesEach = withheld.size() >= 2
                && withheld.stream().mapToInt(Integer::intValue).sum() >= LEAST;
        return hidesEach
                ? Integer.valueOf(
                        tallies.stream().mapToInt(MeasureStore.Tally::count).sum())
                : null;
    }
}
