package org.somoim.groups;

import org.somoim.access.Access;
import org.somoim.accounts.Accounts;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Work;

/** Founds groups and moves people in and out of them. */
public final class Groups {
    private final GroupStore store;
    private final Accounts accounts;
    private final Secrets secrets;
    private final Access access;
    private final Work work;

    public Groups(GroupStore store, Accounts accounts, Secrets secrets, Access access, Work work) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = secrets;
        this.access = access;
        this.work = work;
    }
}
