package org.somoim.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Word;
import org.somoim.privacy.Label;
import org.somoim.privacy.Release;

/**
 * What one epoch cost and what could be said in it, for those who run the community. Reckoned from what was released and from
 * the ledger: operators learn no more than everybody may.
 *
 * @param spentMicro what it cost everybody who counted in it, in millionths of a nat
 * @param yearMicro spent in the year up to it, with it
 * @param capMicro most that any twelve months may cost
 * @param cohorts empty if nothing was released, or under another plan than today's
 */
public record EpochAccount(KeptEpoch epoch, long spentMicro, long yearMicro, long capMicro, List<Cohort> cohorts) {
    public EpochAccount {
        cohorts = List.copyOf(cohorts);
    }

    /** People who are spoken of together, or would be. */
    public record Cohort(Label name, List<Answer> answers) {
        public Cohort {
            answers = List.copyOf(answers);
        }
    }

    /** @param withheld why nothing is said about this metric, or null if something is */
    public record Answer(Word metric, Label name, Release.@Nullable Why withheld) {}
}
