package org.somoim.safety;

import org.somoim.Covers;
import org.somoim.memory.Community;

@Covers("TST-3")
class MemoryAlertsTest extends AlertsContract {

    @Override
    protected Community open() {
        return new Community();
    }
}
