package org.somoim.privacy;

import java.util.ArrayList;
import java.util.List;
import org.somoim.privacy.noise.NoiseSource;

/**
 * Epochs that are broken on purpose, and what else only this package can do. Test-only: the attack suite must get through
 * to each of them.
 */
public final class BrokenParts {
    private BrokenParts() {}

    /** Empty bins stay empty. */
    public static EpochDraw noiseOnNonEmptyBinsOnly(PrivacyPlan plan, Frozen frozen, NoiseSource noise) {
        Counting counting = Counting.with(noise);
        Spread spread = (ofPlan, metric, raw, bins) -> Spread.onEveryBin(
                ofPlan, metric, raw, (count, epsilon) -> count == 0 ? 0 : bins.noised(count, epsilon));
        return new Epoch(counting, counting, Tiling::byNoisedCounts, spread, Veto::byRawCount).draw(plan, frozen);
    }

    /** Ten people are enough, and exactly ten. */
    public static EpochDraw rawGateAlone(PrivacyPlan plan, Frozen frozen, NoiseSource noise) {
        Counting counting = Counting.with(noise);
        Tiling tiling = (ofPlan, all, heads) -> {
            List<Range> everyone = ofPlan.schema().all();
            long raw = all.people(everyone);
            return List.of(new Tiling.Cut(everyone, heads.noised(raw, ofPlan.countEpsilon()), raw >= ofPlan.k()));
        };
        return new Epoch(counting, counting, tiling, Spread::onEveryBin, Veto::byRawCount).draw(plan, frozen);
    }

    /** Sizes are noised only after they have decided. */
    public static EpochDraw tilesOnRawCounts(PrivacyPlan plan, Frozen frozen, NoiseSource noise) {
        Counting counting = Counting.with(noise);
        Tiling tiling = (ofPlan, all, heads) -> Tiling.byNoisedCounts(ofPlan, all, (raw, epsilon) -> raw).stream()
                .map(cut ->
                        new Tiling.Cut(cut.ranges(), heads.noised(cut.noisy(), ofPlan.countEpsilon()), cut.stands()))
                .toList();
        return new Epoch(counting, counting, tiling, Spread::onEveryBin, Veto::byRawCount).draw(plan, frozen);
    }

    /** Everyone together as well as in parts. */
    public static EpochDraw parentToo(PrivacyPlan plan, Frozen frozen, NoiseSource noise) {
        Counting counting = Counting.with(noise);
        Tiling tiling = (ofPlan, all, heads) -> {
            List<Tiling.Cut> cuts = new ArrayList<>(Tiling.byNoisedCounts(ofPlan, all, heads));
            List<Range> everyone = ofPlan.schema().all();
            cuts.add(new Tiling.Cut(everyone, heads.noised(all.people(everyone), ofPlan.countEpsilon()), true));
            return cuts;
        };
        return new Epoch(counting, counting, tiling, Spread::onEveryBin, Veto::byRawCount).draw(plan, frozen);
    }

    /** Each metric spends what there is for all of them. */
    public static EpochDraw metricsOnOneShare(PrivacyPlan plan, Frozen frozen, NoiseSource noise) {
        Counting counting = Counting.with(noise);
        Epsilon all = plan.metrics().stream()
                .map(plan::epsilonOf)
                .reduce(Epsilon::plus)
                .orElseThrow();
        Spread spread = (ofPlan, metric, raw, bins) ->
                Spread.onEveryBin(ofPlan, metric, raw, (count, epsilon) -> bins.noised(count, all));
        return new Epoch(counting, counting, Tiling::byNoisedCounts, spread, Veto::byRawCount).draw(plan, frozen);
    }

    /** No noise at all. */
    public static EpochDraw plain(PrivacyPlan plan, Frozen frozen) {
        Counting counting = (raw, epsilon) -> raw;
        return new Epoch(counting, counting, Tiling::byNoisedCounts, Spread::onEveryBin, Veto::byRawCount)
                .draw(plan, frozen);
    }

    /** The same numbers, said of another plan. */
    public static EpochDraw as(PrivacyPlan plan, EpochDraw draw) {
        return new EpochDraw(
                draw.population(), plan.shape(), draw.k(), draw.delta(), draw.tiles(), draw.releases(), draw.spends());
    }

    public static long people(Frozen frozen, Tile tile) {
        return frozen.people(tile.ranges());
    }

    public static long[] histogram(Frozen frozen, Tile tile, int metric) {
        return frozen.histogram(tile.ranges(), metric);
    }

    /** Lets out whatever it is given. */
    public static <T> Release<T> released(T value) {
        return new Release.Released<>(value);
    }
}
