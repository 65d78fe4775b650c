package org.somoim.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Puts neighbours together until each group is large enough: as many groups as can be, and of those ways the most even. */
final class Grouping {
    private Grouping() {}

    private record Best(int groups, long smallest, int before) {
        boolean isBetterThan(Best other) {
            return groups > other.groups || groups == other.groups && smallest > other.smallest;
        }
    }

    /**
     * @param counts noised
     * @param least what a group of that many neighbours must come to
     * @return ranges of positions that hold each position once; empty if there is no way
     */
    static List<Range> of(List<Long> counts, IntToLongFunction least) {
        var none = new Best(-1, 0, 0);
        List<Best> bests = new ArrayList<>();
        bests.add(new Best(0, Long.MAX_VALUE, 0));
        for (int end = 1; end <= counts.size(); end++) {
            Best best = none;
            long sum = 0;
            for (int start = end - 1; start >= 0; start--) {
                sum += counts.get(start);
                Best before = bests.get(start);
                if (before.groups >= 0 && sum >= least.applyAsLong(end - start)) {
                    var here = new Best(before.groups + 1, Math.min(before.smallest, sum), start);
                    best = here.isBetterThan(best) ? here : best;
                }
            }
            bests.add(best);
        }
        List<Range> groups = new ArrayList<>();
        for (int end = counts.size(); end > 0 && bests.get(end).groups > 0; end = bests.get(end).before) {
            groups.add(0, new Range(bests.get(end).before, end - 1));
        }
        return groups;
    }
}
