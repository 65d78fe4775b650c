package org.somoim.goals;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;

/**
 * Which shares are wanted; null where it does not matter. Shares that do not say are left out where it does.
 *
 * @param tag in any case
 * @param target an amount in the range that is shown
 * @param income an amount in the range that is shown
 * @param area see {@link GoalTerms#areas()}
 * @param reached whether the goal was reached
 * @param verified whether the host knows that it was
 */
public record GoalFilter(
        @Nullable GoalCategory category,
        @Nullable Line tag,
        @Nullable Long target,
        @Nullable AgeBand age,
        @Nullable Long income,
        @Nullable Word area,
        @Nullable Boolean reached,
        @Nullable Boolean verified) {
    public static final GoalFilter ALL = new GoalFilter(null, null, null, null, null, null, null, null);

    public GoalFilter {
        tag = tag == null ? null : Tags.folded(tag);
    }

    public static GoalFilter of(GoalCategory category) {
        return new GoalFilter(category, null, null, null, null, null, null, null);
    }

    public static GoalFilter tagged(Line tag) {
        return new GoalFilter(null, tag, null, null, null, null, null, null);
    }

    /** What a store on another medium must agree with. */
    public boolean lets(GoalFace face) {
        GoalTraits traits = face.traits();
        return (category == null || category == traits.category())
                && (tag == null
                        || face.story() != null && face.story().tags().lines().contains(tag))
                && (target == null || traits.target() != null && traits.target().contains(target))
                && (age == null || age == traits.age())
                && (income == null || traits.income() != null && traits.income().contains(income))
                && (area == null || area.equals(traits.area()))
                && (reached == null || reached == traits.isReached())
                && (verified == null || verified == face.verified());
    }
}
