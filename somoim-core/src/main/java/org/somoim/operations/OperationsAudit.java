package org.somoim.operations;

import java.util.Optional;
import org.somoim.audit.AuditSource;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.kernel.Fact;

/** Plug. Copies of the whole community, and facts that somebody had delivered by hand. */
public final class OperationsAudit implements AuditSource {

    @Override
    public Optional<Act> actOf(Fact fact) {
        if (fact instanceof OperationsFact.BackupTaken taken) {
            return Optional.of(new Act(Who.personOrHost(taken.byId()), Deed.BACKUP_TAKEN, null, null));
        }
        if (fact instanceof OperationsFact.Retried retried) {
            return Optional.of(new Act(Who.personOrHost(retried.byId()), Deed.FACT_RETRIED, null, null));
        }
        return Optional.empty();
    }
}
