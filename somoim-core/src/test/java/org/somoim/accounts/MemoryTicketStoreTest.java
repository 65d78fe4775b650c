package org.somoim.accounts;

import java.util.Random;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryTicketStore;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

class MemoryTicketStoreTest implements TicketStoreContract {
    private final Memory memory = new Memory();
    private final TicketStore store = new MemoryTicketStore(memory);
    private final Ids ids = new UuidIds(new TestClock(), new Random(1));

    @Override
    public TicketStore store() {
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
