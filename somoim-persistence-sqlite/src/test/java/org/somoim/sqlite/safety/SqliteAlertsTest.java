package org.somoim.sqlite.safety;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.somoim.Covers;
import org.somoim.safety.AlertsContract;
import org.somoim.sqlite.OpenDatabase;

@Covers({"DAT-6", "SAF-6", "TST-3"})
class SqliteAlertsTest extends AlertsContract {
    private final OpenDatabase database;

    SqliteAlertsTest() throws IOException {
        this(opened());
    }

    private SqliteAlertsTest(OpenDatabase database) {
        super(database.community());
        this.database = database;
    }

    private static OpenDatabase opened() throws IOException {
        var database = new OpenDatabase();
        database.open();
        return database;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}
