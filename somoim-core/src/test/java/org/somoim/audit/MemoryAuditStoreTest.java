package org.somoim.audit;

import org.somoim.kernel.Transactor;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryAuditStore;

class MemoryAuditStoreTest implements AuditStoreContract {
    private final Memory memory = new Memory();
    private final AuditStore store = new MemoryAuditStore(memory);

    @Override
    public AuditStore store() {
        return store;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }
}
