package org.somoim.notifications;

import java.util.Random;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryNotificationStore;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

class MemoryNotificationStoreTest implements NotificationStoreContract {
    private final Memory memory = new Memory();
    private final MemoryNotificationStore store = new MemoryNotificationStore(memory);
    private final Ids ids = new UuidIds(new TestClock(), new Random(1));

    @Override
    public NotificationStore store() {
        return store;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }

    @Override
    public Id<User> person() {
        return newId();
    }

    @Override
    public Id<? extends Place> group() {
        return this.<Place>newId();
    }

    @Override
    public <T> Id<T> newId() {
        return ids.timeOrdered();
    }
}
