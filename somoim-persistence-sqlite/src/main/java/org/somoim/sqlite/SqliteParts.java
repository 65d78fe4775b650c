package org.somoim.sqlite;

import java.util.List;
import org.somoim.sqlite.kernel.SqliteFactLog;
import org.somoim.sqlite.notifications.SqliteNotificationStore;

/** What every capability brings to the database: the one list to add a new capability to. */
final class SqliteParts {
    static final SqlitePart KERNEL = SqlitePart.of(SqliteFactLog.class);

    static final SqlitePart NOTIFICATIONS = SqlitePart.of(SqliteNotificationStore.class);

    static final List<SqlitePart> ALL = List.of(KERNEL, NOTIFICATIONS);

    private SqliteParts() {}
}
