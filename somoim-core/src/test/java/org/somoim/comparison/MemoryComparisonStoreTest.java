package org.somoim.comparison;

import org.somoim.memory.Community;

class MemoryComparisonStoreTest implements ComparisonStoreContract {
    private final Community town = new Community();

    @Override
    public Community town() {
        return town;
    }
}
