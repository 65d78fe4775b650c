package org.somoim.sqlite.sessions;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStoreContract;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.sessions.SessionStore;
import org.somoim.sessions.SessionStoreContract;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.accounts.SqliteAccountStore;

@Covers("TST-3")
class SqliteSessionStoreTest implements SessionStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private int people;

    @Override
    public SessionStore store() {
        return database.store(SqliteSessionStore.class);
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
