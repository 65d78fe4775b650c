package org.somoim.sqlite.safety;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.memory.Community;
import org.somoim.safety.AlertsContract;
import org.somoim.sqlite.OpenDatabase;

@Covers({"DAT-6", "SAF-6", "TST-3"})
class SqliteAlertsTest extends AlertsContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected Community open() {
        return database.community();
    }
}
