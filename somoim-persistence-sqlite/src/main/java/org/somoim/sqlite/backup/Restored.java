package org.somoim.sqlite.backup;

import org.somoim.Somoim;
import org.somoim.audit.AuditFact;
import org.somoim.kernel.Actor;
import org.somoim.sqlite.SqliteDatabase;

/** What a database that was put back has to go through before anyone is let in: it knows nothing of what came after. */
public final class Restored {
    private Restored() {}

    /**
     * Erases again everyone who was erased since, and lets nobody in by what may have been used or taken back since: every
     * session ends, every letter and invite is worth nothing. The audit log goes on from where the copy was taken.
     *
     * @param somoim on {@code database}
     * @return how many people were erased again
     */
    public static int settle(Somoim somoim, SqliteDatabase database) {
        database.endOpenRights();
        somoim.audit().note(Actor.host("restore"), new AuditFact.BackupRestored());
        return somoim.personalData().reapply(Actor.host("restore"));
    }
}
