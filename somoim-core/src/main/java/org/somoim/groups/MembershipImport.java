package org.somoim.groups;

import org.somoim.imports.Importer;
import org.somoim.imports.References;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
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
    public boolean bring(Work.Tx tx, ImportedMembership entry, References references) {
        Id<Group> group = references.get(entry.group());
        Id<User> person = references.get(entry.person());
        if (store.find(group, person).isPresent()) {
            return false;
        }
        turnstile.bringIn(tx, group, person, entry.role(), entry.since());
        tx.announce(new GroupFact.BroughtIn(group, person));
        return true;
    }
}
