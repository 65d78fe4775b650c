package org.somoim.goals;

import java.util.Random;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryGoalShareStore;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

class MemoryGoalShareStoreTest implements GoalShareStoreContract {
    private final Memory memory = new Memory();
    private final GoalShareStore store = new MemoryGoalShareStore(memory);
    private final UuidIds ids = new UuidIds(new TestClock(), new Random(1));

    @Override
    public GoalShareStore store() {
        return store;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }

    @Override
    public Ids ids() {
        return ids;
    }

    @Override
    public Id<User> person() {
        return ids.timeOrdered();
    }
}
