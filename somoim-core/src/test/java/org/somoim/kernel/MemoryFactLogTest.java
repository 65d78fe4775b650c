package org.somoim.kernel;

import org.somoim.memory.Memory;
import org.somoim.memory.MemoryFactLog;

class MemoryFactLogTest implements FactLogContract, TransactorContract {
    private final Memory memory = new Memory();
    private final FactLog log = new MemoryFactLog(memory);

    @Override
    public FactLog log() {
        return log;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }
}
