package org.somoim.sqlite.calendar;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.calendar.CalendarsContract;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;

@Covers("TST-3")
class SqliteCalendarsTest extends CalendarsContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected Community open() {
        return database.community();
    }
}
