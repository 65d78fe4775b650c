package org.somoim.detection;

import java.time.Duration;
import java.util.List;
import org.somoim.kernel.Prose;

/**
 * A text and what is known about how it came to be.
 *
 * @param accountAge since its author signed up, not negative
 * @param lately what its author wrote before, newest first; as much as the asker wants to have compared
 */
public record Writing(Prose text, Duration accountAge, List<Prose> lately) {

    public Writing {
        if (accountAge.isNegative()) {
            throw new IllegalArgumentException("Nobody writes before they sign up.");
        }
        lately = List.copyOf(lately);
    }
}
