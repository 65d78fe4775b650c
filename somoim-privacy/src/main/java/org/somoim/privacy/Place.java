package org.somoim.privacy;

import java.util.List;

/** Where somebody stands: one leaf for each dimension of the schema. What is too small or too large is clipped. */
public record Place(List<Integer> leaves) {
    public Place {
        leaves = List.copyOf(leaves);
    }

    public static Place of(int... leaves) {
        return new Place(java.util.Arrays.stream(leaves).boxed().toList());
    }

    int[] array() {
        return leaves.stream().mapToInt(Integer::intValue).toArray();
    }
}
