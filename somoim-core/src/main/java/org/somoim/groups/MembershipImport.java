package org.somoim.groups;

import java.util.List;
import org.somoim.imports.Importer;
import org.somoim.imports.References;
import org.somoim.kernel.Work;

/** Plug. Brings in memberships. What there is between the group and the person already stays as it is. */
public final class MembershipImport implements Importer<ImportedMembership> {
    private final MembershipStore store;
    private final Turnstile turnstile;

    public MembershipImport(GroupStore groups, MembershipStore store) {
        this.store = store;
        this.turnstile = new Turnstile(groups, store);
    }

    @Override
    public Class<ImportedMembership> entry() {
        return ImportedMembership.class;
    }

    /** Refuses with {@link GroupReason#FULL}. */
    @Override
    public Intake<ImportedMembership> begin(Work.Tx tx, References references, List<ImportedMembership> all) {
        return new Arrivals(tx, references, store, turnstile, all);
    }
}
