package org.somoim.privacy;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The traits by which people are put together, and in which order tiles are cut by them. Public.
 *
 * @param dimensions 1 to 6
 * @param order 0 to 8 cuts; each counts everyone once more, which costs a share of epsilon
 */
public record CohortSchema(List<Hierarchy> dimensions, List<Split> order) {
    private static final int MOST_DIMENSIONS = 6;
    private static final int MOST_SPLITS = 8;
    private static final long MOST_CELLS = 200_000;

    public CohortSchema {
        dimensions = List.copyOf(dimensions);
        order = List.copyOf(order);
        if (dimensions.isEmpty() || dimensions.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("dimensions must be 1 to 6, not " + dimensions.size());
        }
        if (order.size() > MOST_SPLITS) {
            throw new IllegalArgumentException("splits must be at most 8, not " + order.size());
        }
        for (Split split : order) {
            if (split.dimension() < 0
                    || split.dimension() >= dimensions.size()
                    || split.level() < 0
                    || split.level()
                            >= dimensions.get(split.dimension()).levels().size()) {
                throw new IllegalArgumentException("no such level to split by: " + split);
            }
        }
        long cells = dimensions.stream().mapToLong(Hierarchy::leaves).reduce(1, Math::multiplyExact);
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("cells must be at most 200000, not " + cells);
        }
    }

    /** Where somebody stands who has these leaves; what is too small or too large is clipped, so that nobody can break a count. */
    int cell(int[] leaves) {
        if (leaves.length != dimensions.size()) {
            throw new IllegalArgumentException("leaves must be " + dimensions.size() + ", not " + leaves.length);
        }
        int cell = 0;
        for (int at = 0; at < leaves.length; at++) {
            int size = dimensions.get(at).leaves();
            cell = cell * size + Math.max(0, Math.min(size - 1, leaves[at]));
        }
        return cell;
    }

    Place clipped(Place place) {
        return new Place(IntStream.range(0, dimensions.size())
                .mapToObj(at -> Math.max(
                        0,
                        Math.min(dimensions.get(at).leaves() - 1, place.leaves().get(at))))
                .toList());
    }

    /** Most parts that a split can make of one tile. */
    int children(Split split) {
        return dimensions
                .get(split.dimension())
                .levels()
                .get(split.level())
                .bands()
                .size();
    }

    int cells() {
        return dimensions.stream().mapToInt(Hierarchy::leaves).reduce(1, Math::multiplyExact);
    }

    /** Everyone. */
    List<Range> all() {
        return dimensions.stream().map(Hierarchy::all).toList();
    }

    /** The traits of a tile in words; those that leave nobody out are not named, unless all do. */
    Label label(List<Range> ranges) {
        List<Label> named = IntStream.range(0, dimensions.size())
                .filter(at -> !ranges.get(at).equals(dimensions.get(at).all()))
                .mapToObj(at -> dimensions.get(at).label(ranges.get(at)))
                .toList();
        return named.stream()
                .reduce((one, other) -> one.then(", ", other))
                .orElse(new Label("참여한 모든 사람", "everyone who takes part"));
    }

    String shape() {
        return dimensions.stream()
                .map(dimension -> dimension.id() + dimension.leaves())
                .collect(joining(","));
    }
}
