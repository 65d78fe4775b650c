package org.somoim.moderation;

import java.util.List;
import java.util.Random;
import org.somoim.Policies;
import org.somoim.memory.Community;
import org.somoim.memory.MemoryPorts;

class WatchTest implements WatchContract {

    @Override
    public Community town(ModerationTerms terms, List<? extends Detector> detectors) {
        return new Community(
                clock -> MemoryPorts.of(clock, new Random(1)), Policies.PRESET.moderating(terms), detectors);
    }
}
