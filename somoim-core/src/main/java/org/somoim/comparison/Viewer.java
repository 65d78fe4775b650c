package org.somoim.comparison;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Word;
import org.somoim.privacy.Metric;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;

/**
 * Who looks at a comparison: what they say now, and where they say nothing, what is kept of them. Never stored.
 *
 * @param leaves {@link Indexes#NONE} where it is not known
 * @param kept bins that are kept of them, or null
 */
record Viewer(int[] leaves, Figures said, @Nullable Indexes kept) {

    static Viewer of(PrivacyPlan plan, Figures said, @Nullable Contribution contribution) {
        int[] leaves = said.leaves(plan);
        said.bins(plan);
        if (contribution == null || !contribution.shape().equals(Shape.of(plan))) {
            return new Viewer(leaves, said, null);
        }
        int[] kept = contribution.leaves().array();
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = leaves[i] == Indexes.NONE ? kept[i] : leaves[i];
        }
        return new Viewer(leaves, said, contribution.bins());
    }

    /** Null as long as any band is missing. */
    @Nullable
    Place place() {
        return Arrays.stream(leaves).anyMatch(leaf -> leaf == Indexes.NONE) ? null : Place.of(leaves);
    }

    /** Null if there is none. Of what is kept, the middle of its bin: more is not known. */
    @Nullable
    Double value(PrivacyPlan plan, Word id) {
        Double now = said.values().get(id);
        if (now != null || kept == null) {
            return now;
        }
        for (int i = 0; i < plan.metrics().size(); i++) {
            Metric metric = plan.metrics().get(i);
            if (metric.id().equals(id.value())) {
                return middle(metric.bins().edges(), kept.array()[i]);
            }
        }
        return null;
    }

    private static @Nullable Double middle(List<Double> edges, int bin) {
        if (bin == Indexes.NONE) {
            return null;
        }
        return bin == 0 ? edges.get(0) : (edges.get(bin - 1) + edges.get(bin)) / 2;
    }
}
