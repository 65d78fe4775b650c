package org.somoim.sessions;

import java.util.Optional;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;

/** Plug. Sessions: ended by somebody else, or by whoever came with a spent token. */
public final class SessionAudit implements AuditSource {

    @Override
    public Optional<Act> actOf(Fact fact) {
        if (fact instanceof SessionFact.AllEnded ended && !ended.userId().equals(ended.by())) {
            return Optional.of(new Act(Who.personOrHost(ended.by()), Deed.SESSIONS_REVOKED, ended.userId(), null));
        }
        if (fact instanceof SessionFact.ReuseDetected detected) {
            return Optional.of(new Act(Who.UNKNOWN, Deed.TOKEN_REUSED, detected.userId(), null));
        }
        return Optional.empty();
    }
}
