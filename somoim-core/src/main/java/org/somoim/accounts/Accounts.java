package org.somoim.accounts;

import java.time.Instant;
import java.util.Optional;
import org.somoim.access.Access;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Account.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;
import org.somoim.profiles.Profiles;

/** Opens accounts for the host, and looks after roles and states. */
public final class Accounts {
    private final AccountStore store;
    private final Profiles profiles;
    private final PasswordHasher hasher;
    private final OpenRights rights;
    private final Access access;
    private final Work work;

    public Accounts(
            AccountStore store, Profiles profiles, PasswordHasher hasher, OpenRights rights, Access access, Work work) {
        this.store = store;
        this.profiles = profiles;
        this.hasher = hasher;
        this.rights = rights;
        this.access = access;
        this.work = work;
    }

    /**
     * Opens an account for someone whom the host signs in by its own means; it has no password. A profile is made by {@link
     * Profiles#initialize} when the person first comes.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#EMAIL_TAKEN}, {@code access.not-allowed}
     */
    public Account open(Actor actor, Email email) {
        return work.call(tx -> {
            access.requireSite(actor, AccountAction.OPEN);
            return openFor(tx, email);
        });
    }

    /**
     * Opens an account that is entered with a password, and with it a profile that shows nothing to strangers, for someone
     * whose e-mail address the host vouches for.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#EMAIL_TAKEN}, {@code access.not-allowed}, {@code
     *     profiles.display-name-too-long}
     */
    public Account open(Actor actor, NewAccount wanted) {
        PasswordHash hash = hasher.hash(wanted.password());
        return work.call(tx -> {
            access.requireSite(actor, AccountAction.OPEN);
            return open(tx, wanted, hash);
        });
    }

    private Account open(Work.Tx tx, NewAccount wanted, PasswordHash hash) {
        Account account = openFor(tx, wanted.email());
        store.putPassword(account.id(), hash, tx.now());
        profiles.open(tx, account.id(), wanted.displayName());
        return account;
    }

    /** For other capabilities, inside a change: a new account without a password, as {@link #open(Actor, Email)} makes it. */
    public Account openFor(Work.Tx tx, Email email) {
        var account = new Account(tx.newId(), email, SiteRole.USER, Status.ACTIVE, tx.now(), tx.now());
        if (!store.add(account)) {
            throw AccountReason.EMAIL_TAKEN.refuse();
        }
        tx.announce(new AccountFact.Opened(account.id()));
        return account;
    }

    /** The actor's own account. */
    public Account mine(Actor actor) {
        return work.read(() -> existing(access.requireHeard(actor)));
    }

    /**
     * Closes the actor's account until they log in again. Until then nobody sees their profile or page; what they wrote in
     * groups stays there, under their name.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#LAST_ADMIN}
     */
    public Account deactivate(Actor actor) {
        return work.call(tx -> {
            Account account = existing(access.requirePerson(actor));
            mustNotBeLastAdmin(account);
            rights.end(account.id());
            tx.announce(new AccountFact.Deactivated(account.id()));
            return put(account, Status.DEACTIVATED, tx.now());
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-allowed}, {@code access.not-found} */
    public Account find(Actor actor, Id<User> account) {
        return work.read(() -> {
            access.requireSite(actor, AccountAction.LOOK_UP);
            return existing(account);
        });
    }

    /**
     * Every account, newest first.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public Page<Account> list(Actor actor, Page.Ask ask) {
        return work.read(() -> {
            access.requireSite(actor, AccountAction.LOOK_UP);
            return Page.of(ask, store::list, account -> Cursor.of(account.createdAt(), account.id()));
        });
    }

    /**
     * Gives an account a role in the community. The first administrator is appointed by the host; from then on there always
     * is an active one.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#LAST_ADMIN}, {@code access.not-allowed}, {@code
     *     access.not-found}
     */
    public Account appoint(Actor actor, Id<User> id, SiteRole role) {
        return work.call(tx -> {
            Optional<Id<User>> by = access.requireSite(actor, AccountAction.APPOINT);
            Account account = existing(id);
            if (account.role() == role) {
                return account;
            }
            mustNotBeLastAdmin(account);
            var appointed = new Account(id, account.email(), role, account.status(), account.createdAt(), tx.now());
            store.put(appointed);
            tx.announce(new AccountFact.Appointed(id, role, by.orElse(null)));
            return appointed;
        });
    }

    /**
     * Closes an account, whatever its owner wants. Takes effect at the owner's next call.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#LAST_ADMIN}, {@code access.not-allowed}, {@code
     *     access.not-found}
     */
    public Account suspend(Actor actor, Id<User> id) {
        return work.call(tx -> {
            Optional<Id<User>> by = access.requireSite(actor, AccountAction.SUSPEND);
            Account account = existing(id);
            if (account.status() == Status.SUSPENDED) {
                return account;
            }
            mustNotBeLastAdmin(account);
            rights.end(id);
            tx.announce(new AccountFact.Suspended(id, by.orElse(null)));
            return put(account, Status.SUSPENDED, tx.now());
        });
    }

    /**
     * Lifts a suspension. The account then is as if its owner had closed it, and opens when they log in: they may have
     * meant to stay away, and nobody else shows them again.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#NOT_SUSPENDED}, {@code access.not-allowed}, {@code
     *     access.not-found}
     */
    public Account reinstate(Actor actor, Id<User> id) {
        return work.call(tx -> {
            Optional<Id<User>> by = access.requireSite(actor, AccountAction.REINSTATE);
            Account account = existing(id);
            if (account.status() != Status.SUSPENDED) {
                throw AccountReason.NOT_SUSPENDED.refuse(id);
            }
            tx.announce(new AccountFact.Reinstated(id, by.orElse(null)));
            return put(account, Status.DEACTIVATED, tx.now());
        });
    }

    /**
     * For other capabilities, inside a transaction: the e-mail address of an active account, to hold against an invitation
     * that was sent to an address. Not to be shown to anyone else.
     */
    public Optional<Email> emailOf(Id<User> account) {
        return store.find(account).filter(Account::isActive).map(Account::email);
    }

    /** For other capabilities, inside a transaction: the address of an account in whatever state. Not to be shown to anyone. */
    public Optional<Email> addressOf(Id<User> account) {
        return store.find(account).map(Account::email);
    }

    /** For other capabilities, inside a transaction: whose address this is. Not to be shown to anyone. */
    public Optional<Id<User>> holderOf(Email email) {
        return store.findByEmail(email).map(Account::id);
    }

    /** For other capabilities, inside a transaction: whether someone can enter with a password. */
    public boolean hasPassword(Id<User> account) {
        return store.password(account).isPresent();
    }

    /** For other capabilities, inside a transaction: since when an account is closed, if it opens when its owner comes. */
    public Optional<Instant> closedByOwner(Id<User> account) {
        return store.find(account)
                .filter(found -> found.status() == Status.DEACTIVATED)
                .map(Account::updatedAt);
    }

    /** For other capabilities, inside a change: the owner of a closed account has come back. */
    public void reopen(Work.Tx tx, Id<User> account) {
        tx.announce(new AccountFact.Reopened(account));
        put(existing(account), Status.ACTIVE, tx.now());
    }

    /** For other capabilities, inside a change: a person has proved another address, which must be free. */
    public void readdress(Work.Tx tx, Id<User> id, Email email) {
        Account account = existing(id);
        var changed = new Account(id, email, account.role(), account.status(), account.createdAt(), tx.now());
        if (!store.put(changed)) {
            throw AccountReason.EMAIL_TAKEN.refuse();
        }
        tx.announce(new AccountFact.EmailChanged(id));
    }

    Account existing(Id<User> id) {
        return store.find(id)
                .filter(account -> account.status() != Status.ERASED)
                .orElseThrow(() -> access.notFound(id));
    }

    private void mustNotBeLastAdmin(Account account) {
        if (account.isActive() && account.role() == SiteRole.ADMIN && store.countActive(SiteRole.ADMIN) == 1) {
            throw AccountReason.LAST_ADMIN.refuse(account.id());
        }
    }

    private Account put(Account account, Status status, Instant now) {
        var changed = new Account(account.id(), account.email(), account.role(), status, account.createdAt(), now);
        store.put(changed);
        return changed;
    }
}
