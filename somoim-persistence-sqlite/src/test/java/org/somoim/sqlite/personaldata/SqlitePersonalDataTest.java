package org.somoim.sqlite.personaldata;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.memory.Community;
import org.somoim.personaldata.PersonalDataContract;
import org.somoim.sqlite.OpenDatabase;

class SqlitePersonalDataTest implements PersonalDataContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public Community town() {
        return database.community();
    }
}
