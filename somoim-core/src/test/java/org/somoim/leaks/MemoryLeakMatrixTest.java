package org.somoim.leaks;

import java.util.List;
import org.somoim.memory.Community;

class MemoryLeakMatrixTest implements LeakMatrixContract {
    @Override
    public Community town() {
        return new Community();
    }

    @Override
    public List<Surface> surfaces(Community town) {
        return DoorSurfaces.of(town.somoim);
    }
}
