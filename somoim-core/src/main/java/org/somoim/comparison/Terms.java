package org.somoim.comparison;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Word;
import org.somoim.privacy.PrivacyPlan;

/**
 * What a host chooses about comparisons.
 *
 * @param planned what is promised to those who take part, or null for no comparisons at all
 * @param notCounted finest bands whose people do not take part, whoever they are; such as those who may be minors
 */
public record Terms(@Nullable PrivacyPlan planned, Set<Word> notCounted) {
    /** The finest band of {@link org.somoim.privacy.Hierarchies#age()} in which there are minors. */
    public static final Word MAY_BE_MINORS = new Word("under-20");

    /** No comparisons. */
    public static final Terms OFF = new Terms(null, Set.of(MAY_BE_MINORS));

    /** @throws org.somoim.kernel.Refusal {@code kernel.not-a-word} if something in the plan is named otherwise */
    public Terms {
        notCounted = Set.copyOf(notCounted);
        if (planned != null) {
            new Word(planned.population());
            planned.metrics().forEach(metric -> new Word(metric.id()));
            planned.schema().dimensions().forEach(dimension -> {
                new Word(dimension.id());
                dimension.levels().get(0).bands().forEach(band -> new Word(band.key()));
            });
        }
    }

    /** Comparisons under this plan, without those who may be minors. */
    public static Terms of(PrivacyPlan plan) {
        return new Terms(plan, Set.of(MAY_BE_MINORS));
    }

    public Optional<PrivacyPlan> plan() {
        return Optional.ofNullable(planned);
    }

    /** @throws org.somoim.kernel.Refusal {@link ComparisonReason#FEATURE_OFF} */
    PrivacyPlan required() {
        return plan().orElseThrow(ComparisonReason.FEATURE_OFF::refuse);
    }

    /** Whether people with these leaves count. */
    boolean counts(int[] leaves) {
        if (planned == null) {
            return false;
        }
        for (int i = 0; i < leaves.length; i++) {
            if (leaves[i] != Indexes.NONE && notCounted.contains(band(planned, i, leaves[i]))) {
                return false;
            }
        }
        return true;
    }

    private static Word band(PrivacyPlan plan, int dimension, int leaf) {
        return new Word(plan.schema()
                .dimensions()
                .get(dimension)
                .levels()
                .get(0)
                .bands()
                .get(leaf)
                .key());
    }
}
