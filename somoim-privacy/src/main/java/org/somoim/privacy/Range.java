package org.somoim.privacy;

/**
 * Neighbouring leaves of one hierarchy.
 *
 * @param from the first of them
 * @param to the last of them
 */
public record Range(int from, int to) {

    public Range {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a range must reach from 0 or more to no less, not " + from + "-" + to);
        }
    }

    public boolean contains(int leaf) {
        return from <= leaf && leaf <= to;
    }

    public boolean contains(Range other) {
        return from <= other.from && other.to <= to;
    }

    int size() {
        return to - from + 1;
    }
}
