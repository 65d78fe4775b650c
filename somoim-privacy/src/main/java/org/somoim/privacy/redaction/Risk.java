package org.somoim.privacy.redaction;

import java.util.Set;

/**
 * How much a redacted text may still say about its author. A guess from a few signs, for the author's eyes before
 * publishing; it promises nothing.
 *
 * @param points 0 to 100; more is worse
 * @param signs what it was guessed from
 */
public record Risk(int points, Set<Sign> signs) {

    public Risk {
        if (points < 0 || points > 100) {
            throw new IllegalArgumentException("points must be 0 to 100");
        }
        signs = Set.copyOf(signs);
    }

    /** In words, for a preview. */
    public Level level() {
        return points < 25 ? Level.LOW : points < 60 ? Level.SOME : Level.HIGH;
    }

    public enum Level {
        LOW,
        SOME,
        HIGH
    }

    /** What makes a text telling. */
    public enum Sign {
        /** Words that look like names were left. */
        MAY_HOLD_NAMES,
        /** Speaks of a relative, a partner, a boss. */
        SPEAKS_OF_OTHERS,
        /** Names a hospital, a school, a company, a church. */
        NAMES_AN_INSTITUTION,
        /** Says what few people are or have: a rank, a title, "the only", "first". */
        SAYS_SOMETHING_RARE,
        /** Much was taken out; what is left stands in a tight frame. */
        MUCH_WAS_HIDDEN,
        /** Long enough to know a way of writing by. */
        LONG
    }
}
