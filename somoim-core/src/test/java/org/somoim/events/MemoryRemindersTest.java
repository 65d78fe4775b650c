package org.somoim.events;

import org.somoim.memory.Community;

class MemoryRemindersTest extends RemindersContract {
    @Override
    protected Community open() {
        return new Community();
    }
}
