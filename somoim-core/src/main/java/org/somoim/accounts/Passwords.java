package org.somoim.accounts;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.accounts.Account.Status;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;
import org.somoim.mail.Mail;
import org.somoim.personaldata.Proof;
import org.somoim.profiles.Profiles;

/**
 * Lets people in who know their password, and looks after passwords. What was proved is what is told: whoever does not know
 * a password, or read a mailbox, learns neither whether there is an account nor what state it is in.
 */
public final class Passwords {
    private static final int BATCH = 500;

    private final AccountStore store;
    private final TicketStore ticketStore;
    final Tickets tickets;
    private final Profiles profiles;
    private final PasswordHasher hasher;
    private final PasswordPolicy policy;
    private final OpenRights rights;
    private final Guard guard;
    final Mail mail;
    final Letters letters;
    final LetterBound bound;
    private final Access access;
    private final Work work;

    public Passwords(
            AccountStore store,
            TicketStore tickets,
            Secrets secrets,
            Profiles profiles,
            PasswordHasher hasher,
            PasswordPolicy policy,
            OpenRights rights,
            Mail mail,
            Letters letters,
            InstantSource clock,
            Access access,
            Work work) {
        this.store = store;
        this.ticketStore = tickets;
        this.tickets = new Tickets(tickets, secrets);
        this.profiles = profiles;
        this.hasher = hasher;
        this.policy = policy;
        this.rights = rights;
        this.guard = new Guard(clock);
        this.mail = mail;
        this.letters = letters;
        this.bound = new LetterBound(clock);
        this.access = access;
        this.work = work;
    }

    /**
     * Lets someone in who knows the password, and opens the account again if they had closed it.
     *
     * @param origin where they try from; many wrong tries there, or at one account, make the next ones wait
     * @throws org.somoim.kernel.Refusal {@link AccountReason#WRONG_CREDENTIALS}; {@link AccountReason#TRY_LATER}, {@link
     *     AccountReason#BUSY}; {@link AccountReason#SUSPENDED}, only after the right password
     */
    public Account logIn(Actor actor, Email email, Password password, Origin origin) {
        access.letAnyone(actor);
        guard.admit(email, origin);
        try {
            Account account = logIn(email, password);
            guard.succeeded(email, origin);
            return account;
        } catch (StoreFailure untold) {
            guard.takeBack(email, origin);
            throw untold;
        }
    }

    private Account logIn(Email email, Password password) {
        var known = work.read(() -> store.findByEmail(email)
                .flatMap(account -> store.password(account.id()).map(hash -> new Known(account, hash))));
        if (!hasher.verify(password, known.map(Known::hash).orElse(null))) {
            throw AccountReason.WRONG_CREDENTIALS.refuse();
        }
        Known proved = known.orElseThrow(AccountReason.WRONG_CREDENTIALS::refuse);
        boolean outdated = hasher.needsRehash(proved.hash());
        if (proved.account().isActive() && !outdated) {
            return proved.account();
        }
        PasswordHash fresh = outdated ? hasher.hash(password) : proved.hash();
        return work.call(tx -> admit(tx, proved, fresh))
                // The password was replaced while this one was being checked: check it against the new one.
                .orElseGet(() -> logIn(email, password));
    }

    private record Known(Account account, PasswordHash hash) {}

    private Optional<Account> admit(Work.Tx tx, Known proved, PasswordHash fresh) {
        Id<User> id = proved.account().id();
        if (!isStill(proved.hash(), id)) {
            return Optional.empty();
        }
        Account account = store.find(id).orElseThrow(AccountReason.WRONG_CREDENTIALS::refuse);
        if (account.status() == Status.ERASED) {
            throw AccountReason.WRONG_CREDENTIALS.refuse();
        }
        if (account.status() == Status.SUSPENDED) {
            throw AccountReason.SUSPENDED.refuse(id);
        }
        if (!fresh.equals(proved.hash())) {
            store.putPassword(id, fresh, tx.now());
        }
        if (account.isActive()) {
            return Optional.of(account);
        }
        var reopened = new Account(id, account.email(), account.role(), Status.ACTIVE, account.createdAt(), tx.now());
        store.put(reopened);
        tx.announce(new AccountFact.Reopened(id));
        return Optional.of(reopened);
    }

    /**
     * Replaces the actor's password. Ends every session, the present one included: whoever knows the old password may be in
     * one. A letter tells them.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#WRONG_PASSWORD}, {@link AccountReason#PASSWORD_GUESSABLE},
     *     {@link AccountReason#TRY_LATER}
     */
    public void change(Actor actor, Password present, Password next) {
        PasswordHash proved = prove(actor, present);
        Known account = work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return new Known(store.find(person).orElseThrow(() -> access.notFound(person)), proved);
        });
        PasswordHash fresh = chosen(
                next,
                account.account().email(),
                work.read(() -> profiles.nameOf(account.account().id())).orElse(null));
        work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            mustStillBe(proved, person);
            replace(tx, person, fresh);
            return person;
        });
    }

    /**
     * That the actor is who they are, once more, for what cannot be undone. Whoever has a password must know it; for whoever
     * has none, the provider that signed them in vouches by their being here.
     *
     * @param password null if they gave none
     * @throws org.somoim.kernel.Refusal {@link AccountReason#WRONG_PASSWORD}, {@link AccountReason#TRY_LATER}
     */
    public Proof proveAgain(Actor actor, @Nullable Password password) {
        Id<User> person = work.read(() -> access.requirePerson(actor));
        if (work.read(() -> store.password(person)).isPresent()) {
            if (password == null) {
                throw AccountReason.WRONG_PASSWORD.refuse();
            }
            prove(actor, password);
        }
        return new Proof(person);
    }

    /**
     * Asks for a new password. A letter with a secret goes to the address; if there is no account with it, a letter that
     * says so.
     */
    public void askForNew(Actor actor, Email email) {
        access.letAnyone(actor);
        bound.within(
                email,
                () -> work.call(tx -> {
                    Optional<Account> account =
                            store.findByEmail(email).filter(found -> found.status() != Status.ERASED);
                    Secrets.Secret secret = tickets.issue(
                            tx,
                            Ticket.Purpose.NEW_PASSWORD,
                            account.map(Account::id).orElse(null),
                            email);
                    mail.post(tx, account.isPresent() ? letters.newPassword(email, secret) : letters.noAccount(email));
                    return true;
                }));
    }

    /**
     * Comes back with the secret of a letter and chooses a password. The secret is spent, and so is every other that was sent
     * about the account; every session ends. A suspended account stays so.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#LETTER_SPENT} if it is not good, or not any more; {@link
     *     AccountReason#PASSWORD_GUESSABLE}, in which case it can be used again
     */
    public void reset(Actor actor, Secrets.Secret secret, Password next) {
        access.letAnyone(actor);
        PasswordHash fresh = hasher.hash(next);
        work.call(tx -> {
            Ticket ticket = tickets.take(tx, secret)
                    .filter(taken -> taken.purpose() == Ticket.Purpose.NEW_PASSWORD)
                    .orElseThrow(AccountReason.LETTER_SPENT::refuse);
            Account account = Optional.ofNullable(ticket.userId())
                    .flatMap(store::find)
                    // The letter proved an address; it is worth nothing for an account that has another by now.
                    .filter(found -> found.email().equals(ticket.email()) && found.status() != Status.ERASED)
                    .orElseThrow(AccountReason.LETTER_SPENT::refuse);
            policy.check(next, account.email(), profiles.nameOf(account.id()).orElse(null));
            replace(tx, account.id(), fresh);
            return account;
        });
    }

    private void replace(Work.Tx tx, Id<User> person, PasswordHash fresh) {
        store.putPassword(person, fresh, tx.now());
        rights.end(person);
        tickets.removeAll(person);
        Email email = store.find(person).map(Account::email).orElseThrow(() -> access.notFound(person));
        guard.forget(email);
        mail.post(tx, letters.passwordChanged(email));
        tx.announce(new AccountFact.PasswordChanged(person));
    }

    /**
     * Forgets some of the letters that are no longer good.
     *
     * @return how many
     */
    public int prune(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, AccountAction.PRUNE);
            return ticketStore.removeExpired(tx.now(), BATCH);
        });
    }

    /** The hash of a password that may be chosen. Slow, so outside of changes. */
    PasswordHash chosen(Password password, Email email, @Nullable Line displayName) {
        policy.check(password, email, displayName);
        return hasher.hash(password);
    }

    /** Asks for the password outside the change that depends on it; the change then asks {@link #mustStillBe}. */
    PasswordHash prove(Actor actor, Password password) {
        Known known = work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            return new Known(
                    store.find(person).orElseThrow(() -> access.notFound(person)),
                    store.password(person).orElseThrow(AccountReason.WRONG_PASSWORD::refuse));
        });
        guard.admit(known.account().email(), Origin.UNKNOWN);
        if (!hasher.verify(password, known.hash())) {
            throw AccountReason.WRONG_PASSWORD.refuse();
        }
        guard.succeeded(known.account().email(), Origin.UNKNOWN);
        return known.hash();
    }

    void mustStillBe(PasswordHash proved, Id<User> account) {
        if (!isStill(proved, account)) {
            throw AccountReason.WRONG_PASSWORD.refuse();
        }
    }

    void forget(Email email) {
        guard.forget(email);
    }

    private boolean isStill(PasswordHash proved, Id<User> account) {
        return store.password(account).filter(proved::equals).isPresent();
    }
}
