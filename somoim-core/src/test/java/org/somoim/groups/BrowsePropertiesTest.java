package org.somoim.groups;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.somoim.Covers;
import org.somoim.memory.Community;

class BrowsePropertiesTest {
    @Property(tries = 40)
    @Covers({"GRP-5", "GRP-10", "X24"})
    void theListShowsWhatTheGateWouldShowOneByOne(@ForAll long seed) {
        Sights.assertListsAgreeWithTheGate(new Community(), seed);
    }
}
