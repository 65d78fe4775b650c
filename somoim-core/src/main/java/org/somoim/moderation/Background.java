package org.somoim.moderation;

import java.time.Duration;
import java.util.List;
import org.somoim.kernel.Prose;

/**
 * What is known about how something came to be said.
 *
 * @param accountAge since its author signed up, not negative; long where nobody knows
 * @param lately what its author said before and of the same kind, newest first; only what anyone may read
 */
public record Background(Duration accountAge, List<Prose> lately) {
    /** Of whoever is gone, or never signed up. */
    static final Duration LONG = Duration.ofDays(36_500);

    public Background {
        lately = List.copyOf(lately);
    }

    /** Nothing in particular. */
    public static Background none() {
        return new Background(LONG, List.of());
    }
}
