package org.somoim.calendar;

import org.somoim.memory.Community;

class MemoryCalendarsTest extends CalendarsContract {
    @Override
    protected Community open() {
        return new Community();
    }
}
