package org.somoim.sqlite.accounts;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.AccountStore;
import org.somoim.accounts.AccountStoreContract;
import org.somoim.kernel.Transactor;
import org.somoim.sqlite.OpenDatabase;

@Covers("TST-3")
class SqliteAccountStoreTest implements AccountStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public AccountStore store() {
        return database.store(SqliteAccountStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }
}
