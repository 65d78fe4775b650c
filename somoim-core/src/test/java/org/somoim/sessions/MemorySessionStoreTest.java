package org.somoim.sessions;

import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Memory;
import org.somoim.memory.MemorySessionStore;

class MemorySessionStoreTest implements SessionStoreContract {
    private final Memory memory = new Memory();
    private final SessionStore store = new MemorySessionStore(memory);

    @Override
    public SessionStore store() {
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
