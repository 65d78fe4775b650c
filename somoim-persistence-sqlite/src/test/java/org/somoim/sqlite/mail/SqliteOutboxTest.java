package org.somoim.sqlite.mail;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.kernel.Transactor;
import org.somoim.mail.Outbox;
import org.somoim.mail.OutboxContract;
import org.somoim.sqlite.OpenDatabase;

@Covers("TST-3")
class SqliteOutboxTest implements OutboxContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public Outbox outbox() {
        return database.store(SqliteOutbox.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }
}
