package org.somoim.comparison;

import java.time.LocalDate;
import org.somoim.kernel.Word;

/**
 * How well the promises are kept, for those who run the community. Reckoned from what was released: operators learn no more
 * than everybody may.
 *
 * @param week the Monday of the week that the report is of
 * @param tiles how many cohorts may be spoken of
 * @param answeredPercent how much of what those in these cohorts may ask is answered, by the noised sizes of the cohorts
 * @param keepsK whether none of them is said to be smaller than k
 * @param yearMicro spent in the year up to the epoch, with it, in millionths of a nat
 * @param capMicro most that any twelve months may cost
 */
public record Compliance(
        LocalDate week, Word epoch, int tiles, int answeredPercent, boolean keepsK, long yearMicro, long capMicro) {}
