package org.somoim.sqlite.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.accounts.Account;
import org.somoim.accounts.AccountStoreContract;
import org.somoim.groups.Group;
import org.somoim.idempotency.DoneCallStore;
import org.somoim.idempotency.DoneCallStoreContract;
import org.somoim.idempotency.IdempotencyKey;
import org.somoim.idempotency.Once;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.memory.Community;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.accounts.SqliteAccountStore;

@Covers("TST-3")
class SqliteDoneCallStoreTest implements DoneCallStoreContract {
    private static final int CALLS = 50;

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private int people;

    @Override
    public DoneCallStore store() {
        return database.store(SqliteDoneCallStore.class);
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

    @Test
    @Covers("DAT-9")
    void ofFiftyCallsUnderOneKeyOneHasItsEffectAndAllAreToldTheSame() throws Exception {
        Community town = database.community();
        Actor.Person minji = town.person();
        Group group = town.openGroup(minji);
        Secrets.Digest asked = new Secrets.Secret("write").digest();
        Callable<Once.Outcome> call = () -> town.somoim
                .once()
                .call(
                        minji,
                        new IdempotencyKey("one"),
                        asked,
                        () -> Line.of("/posts/" + town.post(minji, group).id()));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Set<Line> made = new HashSet<>();
            int fresh = 0;
            for (Future<Once.Outcome> one : threads.invokeAll(Collections.nCopies(CALLS, call))) {
                made.add(one.get().made());
                fresh += one.get().isAgain() ? 0 : 1;
            }
            assertThat(made).hasSize(1);
            assertThat(fresh).isOne();
            assertThat(town.somoim
                            .posts()
                            .inGroup(minji, group.id(), Page.Ask.first())
                            .items())
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
