package org.somoim.imports;

import java.util.Random;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryReferenceStore;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

class MemoryReferenceStoreTest implements ReferenceStoreContract {
    private final Memory memory = new Memory();
    private final ReferenceStore store = new MemoryReferenceStore(memory);
    private final UuidIds ids = new UuidIds(new TestClock(), new Random(1));

    @Override
    public ReferenceStore store() {
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

    @Override
    public Id<Group> thing() {
        return ids.timeOrdered();
    }
}
