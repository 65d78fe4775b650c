package org.somoim.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.somoim.privacy.noise.NoiseSource;

/**
 * One epoch: cuts people into tiles, counts them, and lets out what may be let out. The only place that draws noise, and
 * the only one that sees raw counts.
 *
 * <p>Cost, with neighbours that differ by one person: everyone's count, and for each split the counts of the children, have
 * L1 sensitivity 1 each, as a person is one child's; a metric's bins, over all tiles together, have sensitivity 1, as a
 * person is in one bin of one tile or in none. Adaptive composition adds these up to the epsilon of the plan. All else is
 * post-processing, but for the veto, which is where delta goes: {@link PrivacyPlan#deltaOfOneGate()}.
 */
public final class Epoch {
    /** No single bin may hold more of a tile than this, unless it is harmless. */
    private static final double MOST_ALIKE = 0.6;
    /** An answer that is further off than this is not worth having. In points. */
    private static final double MOST_ERROR = 6.5;

    private final Counting heads;
    private final Counting bins;
    private final Tiling tiling;
    private final Spread spread;
    private final Veto veto;

    /** The parts are handed in so that tests can build an epoch that is broken, and see it caught. */
    Epoch(Counting heads, Counting bins, Tiling tiling, Spread spread, Veto veto) {
        this.heads = Objects.requireNonNull(heads, "heads");
        this.bins = Objects.requireNonNull(bins, "bins");
        this.tiling = Objects.requireNonNull(tiling, "tiling");
        this.spread = Objects.requireNonNull(spread, "spread");
        this.veto = Objects.requireNonNull(veto, "veto");
    }

    /**
     * Draws an epoch. Costs each person {@link PrivacyPlan#epsilon()}; call it once for a population and epoch, keep what it
     * gives, and let go of {@code frozen}.
     *
     * @param frozen of the same plan
     * @throws IllegalArgumentException if it is of another
     */
    public static EpochDraw draw(PrivacyPlan plan, Frozen frozen, NoiseSource noise) {
        Counting counting = Counting.with(noise);
        return new Epoch(counting, counting, Tiling::byNoisedCounts, Spread::onEveryBin, Veto::byRawCount)
                .draw(plan, frozen);
    }

    EpochDraw draw(PrivacyPlan plan, Frozen frozen) {
        if (!frozen.isOf(plan)) {
            throw new IllegalArgumentException("people were frozen for another plan than " + plan.population());
        }
        List<Tile> tiles = new ArrayList<>();
        Map<String, Map<String, Release<Histogram>>> releases = new LinkedHashMap<>();
        for (Tiling.Cut cut : tiling.cut(plan, frozen, heads)) {
            boolean stands = cut.stands() && veto.lets(frozen.people(cut.ranges()), plan.k());
            var tile = new Tile(
                    "t" + (tiles.size() + 1),
                    plan.schema().label(cut.ranges()),
                    cut.ranges(),
                    stands ? Math.max(plan.k(), cut.noisy()) : 0,
                    stands);
            tiles.add(tile);
            releases.put(tile.id(), releases(plan, frozen, cut, tile));
        }
        return new EpochDraw(plan.population(), plan.shape(), plan.k(), plan.delta(), tiles, releases, plan.spends());
    }

    private Map<String, Release<Histogram>> releases(PrivacyPlan plan, Frozen frozen, Tiling.Cut cut, Tile tile) {
        Map<String, Release<Histogram>> releases = new TreeMap<>();
        for (int at = 0; at < plan.metrics().size(); at++) {
            Metric metric = plan.metrics().get(at);
            releases.put(metric.id(), cut.stands() ? release(plan, frozen, tile, at) : withheld());
        }
        return releases;
    }

    /** Noise is drawn whether the tile was vetoed or not, so that the veto changes nothing but what is let out. */
    private Release<Histogram> release(PrivacyPlan plan, Frozen frozen, Tile tile, int at) {
        Metric metric = plan.metrics().get(at);
        long[] raw = frozen.histogram(tile.ranges(), at);
        Histogram histogram = spread.of(plan, metric, raw, bins);
        if (histogram.total() < plan.thresholdOf(metric) || Accuracy.points(histogram) > MOST_ERROR) {
            return withheld();
        }
        if (!tile.stands() || !veto.lets(LongStream.of(raw).sum(), plan.k())) {
            return withheld();
        }
        if (isAlike(metric, histogram)) {
            return new Release.Withheld<>(Release.Why.NOT_DIVERSE);
        }
        return new Release.Released<>(histogram);
    }

    private static boolean isAlike(Metric metric, Histogram histogram) {
        List<Double> shares = histogram.shares();
        for (int bin = 0; bin < shares.size(); bin++) {
            if (shares.get(bin) > MOST_ALIKE && !metric.harmless().contains(bin)) {
                return true;
            }
        }
        return false;
    }

    private static <T> Release<T> withheld() {
        return new Release.Withheld<>(Release.Why.NOT_ENOUGH_PEOPLE);
    }
}
