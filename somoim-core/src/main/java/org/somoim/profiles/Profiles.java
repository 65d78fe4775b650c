package org.somoim.profiles;

import org.somoim.access.Access;
import org.somoim.kernel.Work;

/** Shows people to one another, as far as each of them wants it. */
public final class Profiles {
    private final ProfileStore store;
    private final Access access;
    private final Work work;

    public Profiles(ProfileStore store, Access access, Work work) {
        this.store = store;
        this.access = access;
        this.work = work;
    }
}
