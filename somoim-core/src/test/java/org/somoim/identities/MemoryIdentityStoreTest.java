package org.somoim.identities;

import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryIdentityStore;

class MemoryIdentityStoreTest implements IdentityStoreContract {
    private final Memory memory = new Memory();
    private final IdentityStore store = new MemoryIdentityStore(memory);

    @Override
    public IdentityStore store() {
        return store;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }

    @Override
    public Id<User> person() {
        return IDS.timeOrdered();
    }
}
