package org.somoim.audit;

import org.somoim.kernel.Secrets.Digest;

/**
 * A head as a store keeps it.
 *
 * @param seal made with the {@link AuditKey}, or {@link #BROKEN}
 */
public record SealedHead(long entries, Digest hash, Digest seal) {
    /**
     * In place of a seal, from the moment that an entry was added to a chain that was not as it had been left. It stays: going
     * on must not make good what somebody else did.
     */
    static final Digest BROKEN = Head.NOTHING;

    Head head() {
        return new Head(entries, hash);
    }
}
