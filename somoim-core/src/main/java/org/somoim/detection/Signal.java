package org.somoim.detection;

import java.util.List;

/**
 * What a detector takes a text for. Not a finding: the probability is that of a community like those the detector has
 * learned from, until a {@link Calibrator} has seen what moderators of this one decide.
 *
 * @param probability 0 to 1
 * @param clues strongest first; empty if nothing in particular speaks for it
 */
public record Signal(Category category, double probability, List<Clue> clues) {

    public Signal {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability is between 0 and 1.");
        }
        clues = List.copyOf(clues);
    }

    /** The more probable of the two, the first if they are equally so. */
    static Signal stronger(Signal one, Signal other) {
        return other.probability() > one.probability() ? other : one;
    }
}
