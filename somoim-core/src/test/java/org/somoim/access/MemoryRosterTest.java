package org.somoim.access;

import java.util.Random;
import org.somoim.Ports;
import org.somoim.accounts.AccountStore;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Transactor;
import org.somoim.memory.MemoryPorts;
import org.somoim.memory.TestClock;
import org.somoim.profiles.ProfileStore;

class MemoryRosterTest implements RosterContract {
    private final Ports ports = MemoryPorts.of(new TestClock(), new Random(1));

    @Override
    public Roster roster() {
        return ports.roster();
    }

    @Override
    public Transactor transactor() {
        return ports.transactor();
    }

    @Override
    public AccountStore accounts() {
        return ports.accounts();
    }

    @Override
    public ProfileStore profiles() {
        return ports.profiles();
    }

    @Override
    public void add(Group group) {
        ports.groups().put(group);
    }

    @Override
    public void add(Membership membership) {
        ports.memberships().put(membership);
    }
}
