package org.somoim.privacy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one epoch publishes. Drawn once, kept, and never drawn again: whatever members are told afterwards is read from
 * it. Holds no count that was not noised.
 *
 * @param population its slug
 * @param shape {@link PrivacyPlan#shape()} when it was drawn
 * @param k of the plan
 * @param delta of the plan
 * @param tiles no two have anyone in common, and together they hold everyone
 * @param releases by id of the tile, then by id of the metric
 * @param spends what it cost each person
 */
public record EpochDraw(
        String population,
        String shape,
        int k,
        BigDecimal delta,
        List<Tile> tiles,
        Map<String, Map<String, Release<Histogram>>> releases,
        List<Spend> spends) {

    public EpochDraw {
        tiles = List.copyOf(tiles);
        releases = Map.copyOf(releases);
        spends = List.copyOf(spends);
    }

    /** The tile that holds that place; none if the place belongs to another schema. */
    public Optional<Tile> tileOf(Place place) {
        return tiles.stream().filter(tile -> tile.contains(place)).findFirst();
    }

    public Release<Histogram> release(Tile tile, Metric metric) {
        return releases.getOrDefault(tile.id(), Map.of())
                .getOrDefault(metric.id(), new Release.Withheld<>(Release.Why.NOT_COLLECTED));
    }

    /** As text to keep, always the same for the same draw. */
    public String encode() {
        return EpochText.write(this);
    }

    /**
     * What {@link #encode()} wrote.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static EpochDraw decode(String text) {
        return EpochText.read(text);
    }

    /** SHA-256 of {@link #encode()}, in hex. */
    public String hash() {
        return Hash.of(encode());
    }
}
