package org.somoim.sqlite.identities;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStoreContract;
import org.somoim.identities.IdentityStore;
import org.somoim.identities.IdentityStoreContract;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.accounts.SqliteAccountStore;

@Covers("TST-3")
class SqliteIdentityStoreTest implements IdentityStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private int people;

    @Override
    public IdentityStore store() {
        return database.store(SqliteIdentityStore.class);
    }

    @Override
    public Transactor transactor() {
        return database.transactor();
    }

    @Override
    public Id<User> person() {
        Account account = AccountStoreContract.account("person-" + ++people + "@example.org");
        transactor().run(() -> database.store(SqliteAccountStore.class).add(account));
        return account.id();
    }
}
