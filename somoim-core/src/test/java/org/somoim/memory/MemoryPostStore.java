package org.somoim.memory;

import org.somoim.posts.PostStore;

/** Posts in memory. */
public final class MemoryPostStore implements PostStore {
    public MemoryPostStore(Memory memory) {}
}
