package org.somoim.groups;

import java.util.List;
import org.somoim.imports.Importer;
import org.somoim.imports.References;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Plug. Brings in groups, each with its owner. */
public final class GroupImport implements Importer<ImportedGroup> {
    private final GroupStore store;
    private final Turnstile turnstile;

    public GroupImport(GroupStore store, MembershipStore memberships) {
        this.store = store;
        this.turnstile = new Turnstile(store, memberships);
    }

    @Override
    public Class<ImportedGroup> entry() {
        return ImportedGroup.class;
    }

    /**
     * Refuses with {@link GroupReason#NO_ROOM_AT_ALL}, {@link GroupReason#FAMILIES_ARE_CLOSED} and {@link
     * GroupReason#EVENTS_ARE_FOR_CREWS}.
     */
    @Override
    public Intake<ImportedGroup> begin(Work.Tx tx, References references, List<ImportedGroup> all) {
        return entry -> bring(tx, entry, references);
    }

    private boolean bring(Work.Tx tx, ImportedGroup entry, References references) {
        if (references.find(entry.ref()).isPresent()) {
            return false;
        }
        Id<User> owner = references.get(entry.owner());
        Id<Group> id = tx.newId();
        NewGroup wanted = entry.group();
        store.put(
                Group.of(id, wanted.terms(), wanted.kind(), 0, wanted.eventId(), owner, entry.since(), tx.now(), null));
        turnstile.bringIn(tx, id, owner, Membership.Role.OWNER, entry.since());
        tx.announce(new GroupFact.Created(id, owner));
        references.thing(entry.ref(), id);
        return true;
    }
}
