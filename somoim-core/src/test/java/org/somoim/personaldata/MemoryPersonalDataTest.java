package org.somoim.personaldata;

import org.somoim.memory.Community;

class MemoryPersonalDataTest implements PersonalDataContract {
    @Override
    public Community town() {
        return new Community();
    }
}
