package org.somoim.mail;

import org.somoim.kernel.Transactor;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryOutbox;

class MemoryOutboxTest implements OutboxContract {
    private final Memory memory = new Memory();
    private final Outbox outbox = new MemoryOutbox(memory);

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }
}
