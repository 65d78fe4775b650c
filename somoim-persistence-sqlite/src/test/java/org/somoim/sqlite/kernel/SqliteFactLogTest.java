package org.somoim.sqlite.kernel;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.kernel.FactLog;
import org.somoim.kernel.FactLogContract;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.TransactorContract;
import org.somoim.sqlite.OpenDatabase;

@Covers({"DAT-1", "DAT-9", "DAT-14"})
class SqliteFactLogTest implements FactLogContract, TransactorContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public FactLog log() {
        return database.store(SqliteFactLog.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }
}
