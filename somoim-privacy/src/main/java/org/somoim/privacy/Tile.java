package org.somoim.privacy;

import java.util.List;

/**
 * People who are spoken of together. The tiles of an epoch have nobody in common, and everyone is in one.
 *
 * @param id a slug, unique in its epoch
 * @param ranges one for each dimension of the schema
 * @param size noised and therefore not exact, in people; 0 if it does not stand
 * @param stands whether anything may be said about it
 */
public record Tile(String id, Label label, List<Range> ranges, long size, boolean stands) {
    public Tile {
        Slug.checked("id of a tile", id);
        ranges = List.copyOf(ranges);
        if (size < 0) {
            throw new IllegalArgumentException("size must be at least 0, not " + size);
        }
    }

    public boolean contains(Place place) {
        if (place.leaves().size() != ranges.size()) {
            return false;
        }
        for (int at = 0; at < ranges.size(); at++) {
            if (!ranges.get(at).contains(place.leaves().get(at))) {
                return false;
            }
        }
        return true;
    }
}
