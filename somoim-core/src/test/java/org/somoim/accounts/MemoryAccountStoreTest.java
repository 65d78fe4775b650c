package org.somoim.accounts;

import org.somoim.kernel.Transactor;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryAccountStore;

class MemoryAccountStoreTest implements AccountStoreContract {
    private final Memory memory = new Memory();
    private final AccountStore store = new MemoryAccountStore(memory);

    @Override
    public AccountStore store() {
        return store;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }
}
