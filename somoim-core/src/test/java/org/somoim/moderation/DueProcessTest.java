package org.somoim.moderation;

import org.somoim.memory.Community;

class DueProcessTest implements DueProcessContract {
    private final Community town = new Community();

    @Override
    public Community town() {
        return town;
    }
}
