package org.somoim.privacy.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.somoim.privacy.EpochDraw;
import org.somoim.privacy.Histogram;
import org.somoim.privacy.Metric;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.Release;
import org.somoim.privacy.Tile;

/**
 * What one epoch published, as numbers. Those of a sound community are whole; nothing here insists on it, so that unsound
 * ones can be seen for what they are.
 *
 * @param hash of the release as it is kept
 */
public record Publication(String epoch, String hash, List<Part> parts) {

    /**
     * People who are spoken of together.
     *
     * @param size noised
     * @param stands whether anything may be said of them
     * @param cells by metric, for those that were let out
     */
    public record Part(Tile tile, double size, boolean stands, Map<String, Cells> cells) {}

    /**
     * @param numbers one for each bin, noised
     * @param edges of the bins
     */
    public record Cells(List<Double> numbers, List<Double> edges) {}

    public static Publication of(PrivacyPlan plan, String epoch, EpochDraw draw) {
        List<Part> parts = new ArrayList<>();
        for (Tile tile : draw.tiles()) {
            Map<String, Cells> cells = new TreeMap<>();
            for (Metric metric : plan.metrics()) {
                if (draw.release(tile, metric) instanceof Release.Released<Histogram> released) {
                    List<Double> numbers = released.value().noisy().stream()
                            .map(Long::doubleValue)
                            .toList();
                    cells.put(metric.id(), new Cells(numbers, metric.bins().edges()));
                }
            }
            parts.add(new Part(tile, tile.size(), tile.stands(), cells));
        }
        return new Publication(epoch, draw.hash(), parts);
    }

    /** Those that speak of people there; in a sound community exactly one. */
    public List<Part> of(Place place) {
        return parts.stream().filter(part -> part.tile().contains(place)).toList();
    }

    /** What is said of one bin there, if anything is. */
    public Optional<Double> cell(Place place, String metric, int bin) {
        return of(place).stream()
                .filter(part -> part.cells().containsKey(metric))
                .map(part -> part.cells().get(metric).numbers().get(bin))
                .findFirst();
    }

    public boolean stands(Place place) {
        return of(place).stream().anyMatch(Part::stands);
    }
}
