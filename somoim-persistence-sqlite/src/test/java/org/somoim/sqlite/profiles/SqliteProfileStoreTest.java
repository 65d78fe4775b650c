package org.somoim.sqlite.profiles;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.AccountStore;
import org.somoim.kernel.Transactor;
import org.somoim.profiles.ProfileStore;
import org.somoim.profiles.ProfileStoreContract;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.accounts.SqliteAccountStore;

@Covers("TST-3")
class SqliteProfileStoreTest implements ProfileStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public ProfileStore store() {
        return database.store(SqliteProfileStore.class);
    }

    @Override
    public AccountStore accounts() {
        return database.store(SqliteAccountStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }
}
