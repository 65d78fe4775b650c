package org.somoim.moderation;

import org.somoim.memory.Community;

class EveryKindTest extends EveryKindContract {
    @Override
    protected Community open() {
        return new Community();
    }
}
