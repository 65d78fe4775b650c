package org.somoim.groups;

import org.somoim.accounts.AccountStore;
import org.somoim.kernel.Transactor;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryAccountStore;
import org.somoim.memory.MemoryGroupStore;
import org.somoim.memory.MemoryInviteStore;
import org.somoim.memory.MemoryMembershipStore;

class MemoryGroupStoreTest implements GroupStoreContract, MembershipStoreContract, InviteStoreContract {
    private final Memory memory = new Memory();
    private final MemoryAccountStore accounts = new MemoryAccountStore(memory);
    private final MemoryMembershipStore memberships = new MemoryMembershipStore(memory);
    private final MemoryInviteStore invites = new MemoryInviteStore(memory);
    private final MemoryGroupStore groups = new MemoryGroupStore(memberships, invites);

    @Override
    public GroupStore groups() {
        return groups;
    }

    @Override
    public MembershipStore memberships() {
        return memberships;
    }

    @Override
    public InviteStore invites() {
        return invites;
    }

    @Override
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public Transactor transactor() {
        return memory;
    }
}
