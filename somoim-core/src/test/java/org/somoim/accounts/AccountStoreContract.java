package org.somoim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account.Status;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Transactor;
import org.somoim.kernel.User;
import org.somoim.mail.Email;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

/** What every store of accounts does. */
public interface AccountStoreContract {
    Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    Ids IDS = new UuidIds(new TestClock(), new Random(3));

    AccountStore store();

    Transactor transactor();

    static Account account(String email) {
        return account(email, NOON);
    }

    static Account account(String email, Instant at) {
        return new Account(IDS.timeOrdered(), Email.of(email), SiteRole.USER, Status.ACTIVE, at, at);
    }

    private static Account with(Account account, String email, SiteRole role, Status status) {
        return new Account(account.id(), Email.of(email), role, status, account.createdAt(), NOON.plusMillis(7));
    }

    private boolean add(Account account) {
        return transactor().call(() -> store().add(account));
    }

    private boolean put(Account account) {
        return transactor().call(() -> store().put(account));
    }

    @Test
    @Covers("ACC-1")
    default void anAccountComesBackAsItWas() {
        Account kept = account("한글.name+tag@example.org");
        assertThat(add(kept)).isTrue();

        assertThat(store().find(kept.id())).contains(kept);
        assertThat(store().findByEmail(kept.email())).contains(kept);
        assertThat(store().find(IDS.timeOrdered())).isEmpty();
        assertThat(store().findByEmail(Email.of("nobody@example.org"))).isEmpty();
    }

    @Test
    @Covers("ACC-11")
    default void anAddressBelongsToOneAccount() {
        Account first = account("taken@example.org");
        Account second = account("other@example.org");
        add(first);
        add(second);

        assertThat(add(account("taken@example.org"))).isFalse();
        assertThat(put(with(second, "taken@example.org", SiteRole.USER, Status.ACTIVE)))
                .isFalse();
        assertThat(store().find(second.id())).contains(second);
        assertThat(store().list(null, 10)).hasSize(2);
    }

    @Test
    @Covers({"ACC-9", "ACC-12"})
    default void anAccountIsReplacedAndFreesItsOldAddress() {
        Account first = account("old@example.org");
        add(first);
        for (Status status : Status.values()) {
            for (SiteRole role : SiteRole.values()) {
                Account changed = with(first, "new@example.org", role, status);
                assertThat(put(changed)).isTrue();
                assertThat(store().find(first.id())).contains(changed);
            }
        }

        assertThat(store().findByEmail(Email.of("old@example.org"))).isEmpty();
        assertThat(add(account("old@example.org"))).isTrue();
        assertThat(put(account("never-added@example.org"))).isFalse();
    }

    @Test
    @Covers("ACC-1")
    default void accountsAreListedNewestFirstAndGoOnAfterAPlace() {
        Account oldest = account("a@example.org", NOON.minusMillis(1));
        Account low = account("b@example.org");
        Account high = account("c@example.org");
        add(high);
        add(oldest);
        add(low);

        assertThat(store().list(null, 10)).containsExactly(high, low, oldest);
        assertThat(store().list(null, 2)).containsExactly(high, low);
        assertThat(store().list(Cursor.of(NOON, high.id()), 10)).containsExactly(low, oldest);
        assertThat(store().list(Cursor.of(NOON, low.id()), 10)).containsExactly(oldest);
        assertThat(store().list(Cursor.of(oldest.createdAt(), oldest.id()), 10)).isEmpty();
    }

    @Test
    @Covers("ACC-9")
    default void onlyActiveAccountsOfTheRoleAreCounted() {
        Account first = account("a@example.org");
        Account second = account("b@example.org");
        add(first);
        add(second);
        add(account("c@example.org"));
        put(with(first, "a@example.org", SiteRole.ADMIN, Status.ACTIVE));
        put(with(second, "b@example.org", SiteRole.ADMIN, Status.SUSPENDED));

        assertThat(store().countActive(SiteRole.ADMIN)).isOne();
        assertThat(store().countActive(SiteRole.MODERATOR)).isZero();
        assertThat(store().countActive(SiteRole.USER)).isOne();
    }

    @Test
    @Covers({"ACC-1", "ACC-3"})
    default void anAccountHasAtMostOnePassword() {
        Account account = account("a@example.org");
        add(account);
        assertThat(store().password(account.id())).isEmpty();

        var first = new PasswordHash("plain1$first");
        var second = new PasswordHash("plain1$second");
        transactor().run(() -> store().putPassword(account.id(), first, NOON));
        assertThat(store().password(account.id())).contains(first);
        transactor().run(() -> store().putPassword(account.id(), second, NOON.plusSeconds(1)));

        assertThat(store().password(account.id())).contains(second);
    }

    @Test
    @Covers("DAT-9")
    default void nothingIsKeptOfAChangeThatFails() {
        Account account = account("a@example.org");
        assertThatThrownBy(() -> transactor().run(() -> {
                    store().add(account);
                    store().putPassword(account.id(), new PasswordHash("plain1$x"), NOON);
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store().find(account.id())).isEmpty();
        assertThat(store().password(account.id())).isEmpty();
    }

    @Test
    default void writingOutsideAChangeIsAMistake() {
        assertThatThrownBy(() -> store().add(account("a@example.org"))).isInstanceOf(IllegalStateException.class);
        Id<User> someone = IDS.timeOrdered();
        assertThatThrownBy(() -> store().putPassword(someone, new PasswordHash("plain1$x"), NOON))
                .isInstanceOf(IllegalStateException.class);
    }
}
