package org.somoim.comparison;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.Word;

/**
 * A stretch of time for which there is one release, or none.
 *
 * @param population whose; the name of the plan
 * @param epoch such as {@code 2026-q4}; a population has each once
 * @param ends when the next one begins
 * @param drawnAt until when figures counted
 */
public record KeptEpoch(
        Id<KeptEpoch> id, Word population, Word epoch, Outcome outcome, Instant starts, Instant ends, Instant drawnAt) {

    /** What became of it. */
    public enum Outcome {
        RELEASED,
        /** The year's privacy budget did not allow another release. */
        BUDGET_SPENT
    }
}
