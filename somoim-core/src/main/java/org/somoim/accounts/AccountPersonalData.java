package org.somoim.accounts;

import java.util.function.Consumer;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for what is kept of an account and of how it is entered. */
public final class AccountPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("accounts")
            .table("accounts", Purpose.ACCOUNT)
            .person("id", OnErasure.UNNAMED)
            .about("id", "email", "role", "status", "is-active", "created-at", "updated-at")
            .table("identities", Purpose.ACCOUNT)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "provider", "subject", "password-hash", "created-at", "updated-at")
            .done();

    private final AccountStore store;

    public AccountPersonalData(AccountStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.find(person)
                .ifPresent(account -> to.accept(Excerpt.of("accounts")
                        .id("id", account.id())
                        .text("email", account.email().value())
                        .text("role", account.role())
                        .text("status", account.status())
                        .time("created-at", account.createdAt())
                        .time("updated-at", account.updatedAt())
                        .truth("has-password", store.password(person).isPresent())
                        .done()));
    }

    @Override
    public boolean isAlive(Id<User> person) {
        return store.find(person)
                .filter(account -> account.status() != Account.Status.ERASED)
                .isPresent();
    }

    /** From now on the account is nobody's. The address stays until everything that was sent to it is gone. */
    @Override
    public void close(Work.Tx tx, Id<User> person) {
        Account account = store.find(person).orElseThrow();
        if (account.isActive() && account.role() == SiteRole.ADMIN && store.countActive(SiteRole.ADMIN) == 1) {
            throw AccountReason.LAST_ADMIN.refuse(person);
        }
        put(tx, account, account.email());
    }

    /** What is left is an id, and an address that leads nowhere and that nobody can guess and take first. */
    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Account account = store.find(leaving.person()).orElseThrow();
        boolean hadPassword = store.removePassword(account.id());
        if (isAnonymous(account.email())) {
            return hadPassword ? 1 : 0;
        }
        put(tx, account, Email.of(tx.newRandomId() + NOWHERE));
        return hadPassword ? 2 : 1;
    }

    private void put(Work.Tx tx, Account account, Email email) {
        var erased =
                new Account(account.id(), email, SiteRole.USER, Account.Status.ERASED, account.createdAt(), tx.now());
        if (!store.put(erased)) {
            throw new IllegalStateException("the address of an erased account is taken: " + account.id());
        }
    }

    private static boolean isAnonymous(Email email) {
        return email.value().endsWith(NOWHERE);
    }

    /** A domain that never is anyone's, by RFC 2606. */
    private static final String NOWHERE = "@erased.invalid";
}
