package org.somoim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;

/**
 * How the community is doing, as far as somebody looked.
 *
 * @param version of the library
 * @param database whether it answers a question now
 * @param cache whether it answers; nothing looks at it yet
 * @param moderationQueue whether nothing that is reported has waited for more than a day
 * @param privacyCompliance whether the last walk of this process through the privacy ledger found it intact
 * @param auditLog whether the last walk of this process through the audit log found it intact
 * @param detection whether the detectors that look at what is written answer
 * @param privacyVerifiedAt when the privacy ledger was last walked through by this process, or null if it was not
 * @param factsWaiting facts that at least one listener has not heard yet; zero if the database does not answer
 * @param factsSetAside facts that a listener failed on for good and an operator should look at; zero likewise
 */
public record Health(
        Line version,
        Part database,
        Part cache,
        Part moderationQueue,
        Part privacyCompliance,
        Part auditLog,
        Part detection,
        @Nullable Instant privacyVerifiedAt,
        long factsWaiting,
        int factsSetAside) {

    /** How one part is doing. */
    public enum Part {
        HEALTHY,
        UNHEALTHY,
        /** Nobody looked. */
        UNKNOWN
    }

    /** How the whole is doing. */
    public enum Status {
        HEALTHY,
        /** Works, but an operator should look. */
        DEGRADED,
        UNHEALTHY
    }

    public Status status() {
        if (database != Part.HEALTHY) {
            return Status.UNHEALTHY;
        }
        boolean allWell = factsSetAside == 0
                && cache != Part.UNHEALTHY
                && moderationQueue != Part.UNHEALTHY
                && privacyCompliance != Part.UNHEALTHY
                && auditLog != Part.UNHEALTHY
                && detection != Part.UNHEALTHY;
        return allWell ? Status.HEALTHY : Status.DEGRADED;
    }
}
