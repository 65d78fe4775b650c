package org.somoim.posts;

import org.somoim.access.Access;
import org.somoim.kernel.Work;

/** Lets people write in a group or on their own page, and others answer. */
public final class Posts {
    private final PostStore store;
    private final Access access;
    private final Work work;

    public Posts(PostStore store, Access access, Work work) {
        this.store = store;
        this.access = access;
        this.work = work;
    }
}
