package org.somoim.events;

import org.somoim.Covers;
import org.somoim.memory.Community;

@Covers("TST-3")
class MemoryRsvpStoreTest implements RsvpStoreContract {
    private final Community town = new Community();

    @Override
    public Community town() {
        return town;
    }
}
