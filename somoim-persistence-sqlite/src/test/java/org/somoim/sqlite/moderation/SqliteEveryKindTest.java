package org.somoim.sqlite.moderation;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.memory.Community;
import org.somoim.moderation.EveryKindContract;
import org.somoim.sqlite.OpenDatabase;

@Covers("DAT-14")
class SqliteEveryKindTest extends EveryKindContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    protected Community open() {
        return database.community();
    }
}
