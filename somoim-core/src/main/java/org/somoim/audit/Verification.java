package org.somoim.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What walking the whole chain has shown.
 *
 * @param at when the walk ended
 * @param head where the part that was found intact ends
 * @param broken the first thing that is wrong, or null if nothing is
 */
public record Verification(Instant at, Head head, @Nullable Break broken) {

    /** @param number of the entry where it was noticed */
    public record Break(long number, Flaw flaw) {}

    /** What is wrong. */
    public enum Flaw {
        /** The entry does not say what it said when it was added. */
        ALTERED,
        /** It does not follow the one before it: one is missing, was put in between, or changed places. */
        OUT_OF_PLACE,
        /** From here on entries are gone. */
        CUT_OFF,
        /** From here on there are entries that were not added by the library. */
        TOO_MANY,
        /**
         * The chain fits together, but its end is not sealed with the key: it was written anew, up to this entry, or what is
         * kept about its end was changed.
         */
        UNSEALED,
        /** The chain fits together, but this entry is not the one that was noted: it was written anew with the key at hand. */
        NOT_AS_NOTED
    }

    public boolean isIntact() {
        return broken == null;
    }
}
