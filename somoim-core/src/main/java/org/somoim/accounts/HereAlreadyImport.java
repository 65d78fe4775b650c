package org.somoim.accounts;

import java.util.List;
import org.somoim.access.AccessReason;
import org.somoim.imports.Importer;
import org.somoim.imports.References;
import org.somoim.kernel.Work;

/** Plug. Takes somebody who is here for somebody who is to come. */
public final class HereAlreadyImport implements Importer<HereAlready> {
    private final AccountStore store;

    public HereAlreadyImport(AccountStore store) {
        this.store = store;
    }

    @Override
    public Class<HereAlready> entry() {
        return HereAlready.class;
    }

    /** Refuses with {@code access.not-found} if there is no such account. */
    @Override
    public Intake<HereAlready> begin(Work.Tx tx, References references, List<HereAlready> all) {
        return entry -> bring(tx, entry, references);
    }

    private boolean bring(Work.Tx tx, HereAlready entry, References references) {
        if (references.find(entry.ref()).isPresent()) {
            return false;
        }
        store.find(entry.person())
                .filter(account -> account.status() != Account.Status.ERASED)
                .orElseThrow(() -> AccessReason.NOT_FOUND.refuse(entry.person()));
        references.person(entry.ref(), entry.person());
        return true;
    }
}
