package org.somoim.accounts;

import java.util.Optional;
import org.somoim.access.Access;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.Profiles;

/** Opens accounts, lets their owners in, and looks after roles and states. */
public final class Accounts {
    private final AccountStore store;
    private final Profiles profiles;
    private final PasswordHasher hasher;
    private final Access access;
    private final Work work;

    public Accounts(AccountStore store, Profiles profiles, PasswordHasher hasher, Access access, Work work) {
        this.store = store;
        this.profiles = profiles;
        this.hasher = hasher;
        this.access = access;
        this.work = work;
    }

    /** The address of an account, for other capabilities inside a question or a change. Empty if there is no such account. */
    public Optional<Email> emailOf(Id<User> account) {
        return store.find(account).map(Account::email);
    }
}
