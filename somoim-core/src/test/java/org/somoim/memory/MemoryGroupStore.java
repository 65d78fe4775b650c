package org.somoim.memory;

import java.util.Optional;
import java.util.Set;
import org.somoim.groups.Group;
import org.somoim.groups.GroupStore;
import org.somoim.groups.Membership;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Groups in memory. */
public final class MemoryGroupStore implements GroupStore {
    private final Memory.Table<Id<Group>, Group> groups;
    private final Memory.Table<Memory.Pair<Id<Group>, Id<User>>, Membership> memberships;

    public MemoryGroupStore(Memory memory) {
        groups = memory.table();
        memberships = memory.table();
    }

    @Override
    public Optional<Group> find(Id<Group> group) {
        return groups.get(group);
    }

    @Override
    public Optional<Membership> membership(Id<Group> group, Id<User> user) {
        return memberships.get(new Memory.Pair<>(group, user));
    }

    @Override
    public Set<Id<Group>> activeGroups(Id<User> user) {
        return Set.of();
    }
}
