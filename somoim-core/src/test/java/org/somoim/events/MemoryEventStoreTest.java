package org.somoim.events;

import java.util.Random;
import org.somoim.groups.Group;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.uuid.UuidIds;

class MemoryEventStoreTest implements EventStoreContract {
    private final Community town = new Community();
    private final Ids ids = new UuidIds(town.clock, new Random(2));

    @Override
    public EventStore events() {
        return town.ports.events();
    }

    @Override
    public Transactor transactor() {
        return town.ports.transactor();
    }

    @Override
    public Id<User> person() {
        return town.person().id();
    }

    @Override
    public Id<Group> group() {
        return town.openGroup(town.person()).id();
    }

    @Override
    public <T> Id<T> newId() {
        return ids.timeOrdered();
    }
}
