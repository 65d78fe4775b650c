package org.somoim.goals;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Word;

/**
 * What somebody says of a goal and of themselves. Exact, and therefore not kept: see {@link GoalTraits}.
 *
 * @param target how much it takes, in whole units of the community's currency, or null
 * @param progress how far it has come, in percent, or null
 * @param age in years, or null
 * @param income of a year, in whole units of the community's currency, or null
 * @param place one of {@link GoalTerms#areas()}, or null
 */
public record GoalDraft(
        GoalCategory category,
        @Nullable Long target,
        @Nullable Integer progress,
        @Nullable Integer age,
        @Nullable Long income,
        @Nullable Word place) {

    /** The least that can be said. */
    public static GoalDraft of(GoalCategory category) {
        return new GoalDraft(category, null, null, null, null, null);
    }
}
