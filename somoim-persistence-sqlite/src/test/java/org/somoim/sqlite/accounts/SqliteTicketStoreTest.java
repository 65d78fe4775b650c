package org.somoim.sqlite.accounts;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStoreContract;
import org.somoim.accounts.TicketStore;
import org.somoim.accounts.TicketStoreContract;
import org.somoim.kernel.Id;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.sqlite.OpenDatabase;

@Covers("TST-3")
class SqliteTicketStoreTest implements TicketStoreContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private int people;

    @Override
    public TicketStore store() {
        return database.store(SqliteTicketStore.class);
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
