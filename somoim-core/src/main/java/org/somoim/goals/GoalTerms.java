package org.somoim.goals;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.privacy.redaction.AmountRange;
import org.somoim.privacy.redaction.Ladder;

/**
 * Rules of shared goals that a host chooses.
 *
 * @param country in whose way telephone numbers are written, such as {@code kr}
 * @param currency of every amount; one for the whole community, so that a rare one does not single anybody out
 * @param ladder the edges of the ranges in which amounts are shown; what {@code ANONYMIZATION_NOISE_LEVEL} becomes
 * @param areas as which places are shown
 * @param restricted words that nobody's story shows, in any case and spacing
 * @param templates of the host's own, offered before {@link GoalTemplate#PRESET}
 * @param completions who knows that a goal was reached
 */
public record GoalTerms(
        Word country,
        Currency currency,
        Ladder ladder,
        Areas areas,
        Set<Line> restricted,
        List<GoalTemplate> templates,
        Completions completions) {

    /** Korean won, the finest ladder, the parts of Korea, no words, no templates of one's own, and nobody who verifies. */
    public static final GoalTerms PRESET = new GoalTerms(
            new Word("kr"),
            Currency.getInstance("KRW"),
            Ladder.ONE_TWO_FIVE,
            Areas.KOREA,
            Set.of(),
            List.of(),
            claim -> false);

    public GoalTerms {
        restricted = Set.copyOf(restricted);
        templates = List.copyOf(templates);
    }

    /** The same, with goals verified by {@code completions}. */
    public GoalTerms verifiedBy(Completions completions) {
        return new GoalTerms(country, currency, ladder, areas, restricted, templates, completions);
    }

    /** The same, with templates of the host's own. */
    public GoalTerms offering(List<GoalTemplate> own) {
        return new GoalTerms(country, currency, ladder, areas, restricted, own, completions);
    }

    /** The same, with words that are never shown. */
    public GoalTerms without(Set<Line> words) {
        return new GoalTerms(country, currency, ladder, areas, words, templates, completions);
    }

    /**
     * Who knows that somebody has reached a goal: the host, from books of its own, such as the accounts in which people save.
     * Nobody in the community is asked, because whoever looked at evidence would learn whose goal it is. Is told who asks,
     * and not which share it is for; answers yes or no and should keep neither. Asked outside a change.
     */
    @FunctionalInterface
    public interface Completions {
        boolean hasReached(Claim claim);
    }

    /**
     * What is to be verified.
     *
     * @param target as it is shared, or null if it is not
     * @param reference by which the host finds it in its own books, as the person gave it, or null; not kept
     */
    public record Claim(
            Id<User> person,
            GoalCategory category,
            @Nullable AmountRange target,
            @Nullable Line reference) {}
}
