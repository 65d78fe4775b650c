package org.somoim.audit;

import java.util.Optional;
import org.somoim.kernel.Fact;
import org.somoim.personaldata.PersonalDataFact;

/** Plug. Erasures: asked for, and finished. */
public final class ErasureAudit implements AuditSource {

    @Override
    public Optional<Act> actOf(Fact fact) {
        if (fact instanceof PersonalDataFact.ErasureBegun begun) {
            return Optional.of(new Act(Who.personOrHost(begun.by()), Deed.ERASURE_ASKED, begun.userId(), null));
        }
        if (fact instanceof PersonalDataFact.Erased erased) {
            return Optional.of(new Act(Who.HOST, Deed.ERASURE_FINISHED, erased.userId(), null));
        }
        return Optional.empty();
    }
}
