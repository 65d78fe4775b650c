package org.somoim.profiles;

import org.somoim.accounts.AccountStore;
import org.somoim.kernel.Transactor;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryAccountStore;
import org.somoim.memory.MemoryProfileStore;

class MemoryProfileStoreTest implements ProfileStoreContract {
    private final Memory memory = new Memory();
    private final AccountStore accounts = new MemoryAccountStore(memory);
    private final ProfileStore store = new MemoryProfileStore(memory);

    @Override
    public ProfileStore store() {
        return store;
    }

    @Override
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }
}
