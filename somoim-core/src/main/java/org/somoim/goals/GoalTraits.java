package org.somoim.goals;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Word;
import org.somoim.privacy.redaction.AmountRange;
import org.somoim.privacy.redaction.Ladder;
import org.somoim.profiles.GoalSharing;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.PrivacySettings;

/**
 * What is shared of a goal, and kept: ranges with public, fixed edges, never an exact figure. What the person's settings do
 * not allow is null.
 *
 * @param target the range in which the amount lies, in whole units of the community's currency
 * @param progress in percent, a multiple of ten; 100 only for what is reached
 * @param income of a year, as {@code target}
 * @param area one of {@link GoalTerms#areas()}
 */
public record GoalTraits(
        GoalCategory category,
        @Nullable AmountRange target,
        @Nullable Integer progress,
        @Nullable AgeBand age,
        @Nullable AmountRange income,
        @Nullable Word area) {
    /** Progress is shown in steps of so many percent. */
    public static final int STEP = 10;

    public static final int REACHED = 100;

    public GoalTraits {
        if (progress != null && (progress < 0 || progress > REACHED || progress % STEP != 0)) {
            throw new IllegalArgumentException("progress is shown in steps of ten percent");
        }
    }

    /** Whether whoever shares it says that it is reached. */
    public boolean isReached() {
        return progress != null && progress == REACHED;
    }

    /**
     * As much of {@code draft} as the person's settings allow, in ranges. The rest is dropped here and gets no further.
     *
     * @throws org.somoim.kernel.Refusal {@link GoalReason#NO_SUCH_AMOUNT}, {@link GoalReason#NO_SUCH_PROGRESS}, {@link
     *     GoalReason#NO_SUCH_AGE}, {@link GoalReason#NO_SUCH_PLACE}, also for what would be dropped
     */
    static GoalTraits of(GoalDraft draft, PrivacySettings settings, GoalTerms terms) {
        AmountRange target = range(draft.target(), terms.ladder());
        Integer progress = draft.progress() == null ? null : step(draft.progress());
        AgeBand age = draft.age() == null ? null : AgeBand.of(draft.age());
        AmountRange income = range(draft.income(), terms.ladder());
        Word area = draft.place() == null ? null : area(draft.place(), terms);
        return new GoalTraits(
                draft.category(),
                settings.allows(PrivacySetting.SHARE_GOAL_AMOUNTS) ? target : null,
                settings.goalSharing().compareTo(GoalSharing.PROGRESS) >= 0 ? progress : null,
                settings.allows(PrivacySetting.SHARE_AGE_RANGE) ? age : null,
                settings.allows(PrivacySetting.SHARE_INCOME_RANGE) ? income : null,
                settings.allows(PrivacySetting.SHARE_REGION) ? area : null);
    }

    /** The same, further on, as far as the person's settings allow. */
    GoalTraits at(int percent, PrivacySettings settings) {
        int step = step(percent);
        return new GoalTraits(
                category,
                target,
                settings.goalSharing().compareTo(GoalSharing.PROGRESS) >= 0 ? Integer.valueOf(step) : null,
                age,
                income,
                area);
    }

    private static int step(int percent) {
        if (percent < 0 || percent > REACHED) {
            throw GoalReason.NO_SUCH_PROGRESS.refuse();
        }
        return percent - percent % STEP;
    }

    private static @Nullable AmountRange range(@Nullable Long amount, Ladder ladder) {
        if (amount == null) {
            return null;
        }
        if (amount < 0 || amount >= Ladder.TOP) {
            throw GoalReason.NO_SUCH_AMOUNT.refuse();
        }
        return AmountRange.of(amount, ladder);
    }

    private static Word area(Word place, GoalTerms terms) {
        return terms.areas()
                .around(place)
                .orElseThrow(GoalReason.NO_SUCH_PLACE::refuse)
                .id();
    }
}
