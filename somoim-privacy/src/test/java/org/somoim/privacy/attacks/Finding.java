package org.somoim.privacy.attacks;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param what was tried, as a sentence that must hold
 * @param isBreach whether it did not
 * @param seen in figures
 */
public record Finding(
        String what,
        boolean isBreach,
        String seen,
        @Nullable Evidence kept) {

    /** A rule without chance in it. */
    static Finding rule(String what, boolean holds, String seen) {
        return new Finding(what, !holds, seen, null);
    }

    /** What the promise says about ratios. */
    static Finding of(String what, Evidence evidence) {
        String seen = String.format(
                Locale.ROOT,
                "at least %.3f of %.3f nats, right in %.1f%% of at most %.1f%%, %,d runs a world",
                evidence.lower(),
                evidence.claimed(),
                100 * evidence.accuracy(),
                100 * evidence.mostAccuracy(),
                evidence.runs());
        return new Finding(what, evidence.isBreach(), seen, evidence);
    }

    Optional<Evidence> evidence() {
        return Optional.ofNullable(kept);
    }
}
