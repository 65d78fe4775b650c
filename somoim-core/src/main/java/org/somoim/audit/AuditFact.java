package org.somoim.audit;

import org.somoim.kernel.Fact;

/** What an operator did around the library, and says so. */
public sealed interface AuditFact extends Fact {
    /** The master key was replaced. */
    record KeysRotated() implements AuditFact {}

    /** An old copy was put in the place of the store. */
    record BackupRestored() implements AuditFact {}
}
