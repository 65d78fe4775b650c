package org.somoim.sqlite.moderation;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.memory.Community;
import org.somoim.moderation.DueProcessContract;
import org.somoim.sqlite.OpenDatabase;

@Covers("DAT-14")
class SqliteDueProcessTest implements DueProcessContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public Community town() {
        return database.community();
    }
}
