package org.somoim.chat;

import java.util.Random;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.uuid.UuidIds;

class MemoryChatStoreTest implements ChatStoreContract {
    private final Community town = new Community();
    private final Ids ids = new UuidIds(town.clock, new Random(2));

    @Override
    public ChatStore store() {
        return town.ports.chat();
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
    public void block(Id<User> blocker, Id<User> blocked) {
        town.somoim.profiles().block(Actor.person(blocker), blocked);
    }

    @Override
    public <T> Id<T> newId() {
        return ids.timeOrdered();
    }
}
