package org.somoim.memory;

import java.util.Optional;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Accounts in memory. */
public final class MemoryAccountStore implements AccountStore {
    private final Memory.Table<Id<User>, Account> accounts;

    public MemoryAccountStore(Memory memory) {
        accounts = memory.table();
    }

    @Override
    public Optional<Account> find(Id<User> account) {
        return accounts.get(account);
    }
}
