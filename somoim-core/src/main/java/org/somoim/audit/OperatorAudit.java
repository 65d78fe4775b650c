package org.somoim.audit;

import java.util.Optional;
import org.somoim.kernel.Fact;

/** Plug. What an operator says they did around the library. */
public final class OperatorAudit implements AuditSource {

    @Override
    public Optional<Act> actOf(Fact fact) {
        if (fact instanceof AuditFact.KeysRotated) {
            return Optional.of(new Act(Who.HOST, Deed.KEYS_ROTATED, null, null));
        }
        if (fact instanceof AuditFact.BackupRestored) {
            return Optional.of(new Act(Who.HOST, Deed.BACKUP_RESTORED, null, null));
        }
        return Optional.empty();
    }
}
