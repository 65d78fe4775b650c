package org.somoim.sqlite.events;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.events.RemindersContract;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

class SqliteRemindersTest extends RemindersContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected Community open() {
        return database.community();
    }
}
