package org.somoim.accounts;

import java.util.List;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account.Status;
import org.somoim.imports.Importer;
import org.somoim.imports.References;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.Profiles;

/** Plug. Brings in accounts, each with a profile that shows nothing to strangers. */
public final class AccountImport implements Importer<ImportedAccount> {
    private final AccountStore store;
    private final Profiles profiles;
    private final PasswordHasher hasher;

    public AccountImport(AccountStore store, Profiles profiles, PasswordHasher hasher) {
        this.store = store;
        this.profiles = profiles;
        this.hasher = hasher;
    }

    @Override
    public Class<ImportedAccount> entry() {
        return ImportedAccount.class;
    }

    /** Refuses with {@link AccountReason#EMAIL_TAKEN} and {@link AccountReason#HASH_NOT_KNOWN}. */
    @Override
    public Intake<ImportedAccount> begin(Work.Tx tx, References references, List<ImportedAccount> all) {
        return entry -> bring(tx, entry, references);
    }

    private boolean bring(Work.Tx tx, ImportedAccount entry, References references) {
        if (references.find(entry.ref()).isPresent()) {
            return false;
        }
        Line name = profiles.name(entry.displayName());
        if (entry.password() != null && !hasher.knows(entry.password())) {
            throw AccountReason.HASH_NOT_KNOWN.refuse();
        }
        Id<User> id = references.newPerson();
        if (!store.add(new Account(id, entry.email(), SiteRole.USER, Status.ACTIVE, entry.since(), tx.now()))) {
            throw AccountReason.EMAIL_TAKEN.refuse();
        }
        if (entry.password() != null) {
            store.putPassword(id, entry.password(), tx.now());
        }
        profiles.open(tx, id, name);
        tx.announce(new AccountFact.Opened(id));
        references.person(entry.ref(), id);
        return true;
    }
}
