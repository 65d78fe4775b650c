package org.somoim.idempotency;

import java.util.Random;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryDoneCallStore;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

class MemoryDoneCallStoreTest implements DoneCallStoreContract {
    private final Memory memory = new Memory();
    private final DoneCallStore store = new MemoryDoneCallStore(memory);
    private final UuidIds ids = new UuidIds(new TestClock(), new Random(1));

    @Override
    public DoneCallStore store() {
        return store;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }

    @Override
    public Id<User> person() {
        return ids.timeOrdered();
    }
}
