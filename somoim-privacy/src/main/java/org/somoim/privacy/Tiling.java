package org.somoim.privacy;

import java.util.ArrayList;
import java.util.List;

/** Cuts people into tiles. */
@FunctionalInterface
interface Tiling {

    /**
     * @param heads counts people; at most one person's one for each of the counts of the plan
     * @return no two with anyone in common, together everyone
     */
    List<Cut> cut(PrivacyPlan plan, Frozen frozen, Counting heads);

    /**
     * A tile in the making.
     *
     * @param noisy the noised count, in people
     * @param stands whether the noised count is enough
     */
    record Cut(List<Range> ranges, long noisy, boolean stands) {}

    /**
     * By noised counts alone: everyone first, then each split of the schema in turn counts the children of each tile. Whatever
     * is decided from these counts is post-processing, and costs nothing more.
     */
    static List<Cut> byNoisedCounts(PrivacyPlan plan, Frozen frozen, Counting heads) {
        List<Range> all = plan.schema().all();
        long everyone = heads.noised(frozen.people(all), plan.countEpsilon());
        var whole = new Cut(all, everyone, everyone >= plan.gates().everyone());
        if (!whole.stands()) {
            return List.of(whole);
        }
        List<Cut> cuts = List.of(whole);
        for (Split split : plan.schema().order()) {
            List<Cut> finer = new ArrayList<>();
            for (Cut cut : cuts) {
                finer.addAll(children(plan, frozen, heads, cut, split));
            }
            cuts = finer;
        }
        return cuts;
    }

    /** Two or more, or the parent as it is. */
    private static List<Cut> children(PrivacyPlan plan, Frozen frozen, Counting heads, Cut parent, Split split) {
        Hierarchy hierarchy = plan.schema().dimensions().get(split.dimension());
        Range whole = parent.ranges().get(split.dimension());
        List<Range> parts = hierarchy.within(split.level(), whole).stream()
                .map(Hierarchy.Band::leaves)
                .toList();
        // A tile made of neighbours may begin or end within a band of that level.
        boolean covered = parts.stream().mapToInt(Range::size).sum() == whole.size();
        if (!covered || parts.size() < 2) {
            return List.of(parent);
        }
        List<Long> counts = new ArrayList<>();
        for (Range part : parts) {
            counts.add(
                    heads.noised(frozen.people(with(parent.ranges(), split.dimension(), part)), plan.countEpsilon()));
        }
        List<Range> groups = Grouping.of(counts, children -> plan.gates().group(children, parts.size()));
        if (groups.size() < 2) {
            return List.of(parent);
        }
        return groups.stream()
                .map(group -> new Cut(
                        with(
                                parent.ranges(),
                                split.dimension(),
                                new Range(
                                        parts.get(group.from()).from(),
                                        parts.get(group.to()).to())),
                        counts.subList(group.from(), group.to() + 1).stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        true))
                .toList();
    }

    private static List<Range> with(List<Range> ranges, int dimension, Range part) {
        List<Range> changed = new ArrayList<>(ranges);
        changed.set(dimension, part);
        return List.copyOf(changed);
    }
}
