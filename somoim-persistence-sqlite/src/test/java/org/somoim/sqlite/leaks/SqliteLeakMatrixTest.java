package org.somoim.sqlite.leaks;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.leaks.DoorSurfaces;
import org.somoim.leaks.LeakMatrixContract;
import org.somoim.leaks.Surface;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

class SqliteLeakMatrixTest implements LeakMatrixContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public Community town() {
        return database.community();
    }

    @Override
    public List<Surface> surfaces(Community town) {
        return DoorSurfaces.of(town.somoim);
    }
}
