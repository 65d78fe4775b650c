package org.somoim.sqlite.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.access.Access;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account;
import org.somoim.accounts.Accounts;
import org.somoim.accounts.NewAccount;
import org.somoim.accounts.Password;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;
import org.somoim.memory.PlainHasher;
import org.somoim.memory.TestClock;
import org.somoim.profiles.Profiles;
import org.somoim.sqlite.OpenDatabase;
import org.somoim.sqlite.access.SqliteRoster;
import org.somoim.sqlite.kernel.SqliteFactLog;
import org.somoim.sqlite.profiles.SqliteProfileStore;
import org.somoim.uuid.UuidIds;

/** Several threads at once on one file. */
class SignUpRaceTest {
    private static final int ROUNDS = 100;
    private static final int THREADS = 4;
    private static final Actor HOST = Actor.host("test");

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private Accounts accounts() {
        var clock = new TestClock();
        var access = new Access(database.store(SqliteRoster.class));
        var work = new Work(
                database.transactor(),
                database.store(SqliteFactLog.class),
                new UuidIds(clock, RandomGenerator.of("SecureRandom")),
                clock);
        var profiles = new Profiles(database.store(SqliteProfileStore.class), access, work);
        return new Accounts(
                database.store(SqliteAccountStore.class), profiles, new PlainHasher(), person -> {}, access, work);
    }

    private static NewAccount wanted(String email) {
        return new NewAccount(Email.of(email), Password.of("long enough"), Line.of("x"));
    }

    /** How many of them were not refused. */
    private static int succeed(ExecutorService threads, List<Callable<Account>> attempts) throws Exception {
        int succeeded = 0;
        for (Future<Account> attempt : threads.invokeAll(attempts)) {
            try {
                attempt.get();
                succeeded++;
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(Refusal.class);
            }
        }
        return succeeded;
    }

    @Test
    @Covers({"ACC-2", "ACC-11", "TST-3"})
    void ofManyWhoOpenAnAccountWithOneAddressAtOnceOneGetsIt() throws Exception {
        Accounts accounts = accounts();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String email = "round-" + round + "@example.org";
                List<Callable<Account>> attempts = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    attempts.add(() -> accounts.open(HOST, wanted(email)));
                }
                assertThat(succeed(threads, attempts)).isOne();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Covers({"ACC-9", "TST-3"})
    void ofTheLastAdministratorsWhoLeaveAtOnceOneStays() throws Exception {
        Accounts accounts = accounts();
        List<Account> admins = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Account account = accounts.open(HOST, wanted("admin-" + i + "@example.org"));
            admins.add(accounts.appoint(HOST, account.id(), SiteRole.ADMIN));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<Account>> attempts = new ArrayList<>();
                for (Account admin : admins) {
                    attempts.add(() -> accounts.appoint(Actor.person(admin.id()), admin.id(), SiteRole.USER));
                }
                assertThat(succeed(threads, attempts)).isEqualTo(THREADS - 1);
                assertThat(accounts.list(HOST, Page.Ask.first()).items())
                        .filteredOn(account -> account.role() == SiteRole.ADMIN)
                        .hasSize(1);
                for (Account admin : admins) {
                    accounts.appoint(HOST, admin.id(), SiteRole.ADMIN);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
