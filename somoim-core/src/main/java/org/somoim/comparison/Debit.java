package org.somoim.comparison;

import java.time.Instant;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;

/**
 * One line of the ledger: what one part of one release cost everybody who counted in it. Names the hash of the line before
 * it, so that a line that is changed, left out or put in is noticed.
 *
 * @param number of this line among those of its population, from 1
 * @param purpose what it was spent on, such as {@code count-0}
 * @param microEpsilon in millionths of a nat
 * @param releaseHash of everything that was released in this epoch
 */
public record Debit(
        Word population,
        long number,
        Word epoch,
        Line purpose,
        long microEpsilon,
        Secrets.Digest releaseHash,
        Instant createdAt,
        Secrets.Digest previous,
        Secrets.Digest hash) {}
