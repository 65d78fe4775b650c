package org.somoim.accounts;

import java.util.Optional;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;
import org.somoim.profiles.Profiles;

/**
 * Finds out whether an e-mail address belongs to whoever gives it, at sign-up and when it changes: a secret is sent there,
 * and whoever comes back with it has read that mailbox. Nobody else learns whether an address has an account: what is
 * answered, and how much work it takes, is the same.
 */
public final class Addresses {
    private final AccountStore store;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Passwords passwords;
    private final Access access;
    private final Work work;

    public Addresses(
            AccountStore store, Accounts accounts, Profiles profiles, Passwords passwords, Access access, Work work) {
        this.store = store;
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
        this.access = access;
        this.work = work;
    }

    /**
     * Asks for an account. A letter with a secret goes to the address; if there is an account with it already, a letter
     * that says so. The password is kept as its hash until then.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#ALREADY_SIGNED_IN}, {@link AccountReason#PASSWORD_GUESSABLE},
     *     {@code profiles.name-too-long}
     */
    public void signUp(Actor actor, NewAccount wanted) {
        access.letAnyone(actor);
        if (actor instanceof Actor.Person) {
            throw AccountReason.ALREADY_SIGNED_IN.refuse();
        }
        Line name = profiles.name(wanted.displayName());
        PasswordHash hash = passwords.chosen(wanted.password(), wanted.email(), name);
        passwords.bound.within(
                wanted.email(),
                () -> work.call(tx -> {
                    Secrets.Secret secret =
                            passwords.tickets.issue(tx, Ticket.Purpose.SIGN_UP, null, wanted.email(), name, hash);
                    boolean isKnown = store.findByEmail(wanted.email()).isPresent();
                    passwords.mail.post(
                            tx,
                            isKnown
                                    ? passwords.letters.haveAccount(wanted.email())
                                    : passwords.letters.confirmAddress(wanted.email(), secret));
                    return true;
                }));
    }

    /**
     * Asks for another address for the actor's account. A letter with a secret goes there, or one that says that there is
     * an account with it; until the secret comes back nothing changes.
     *
     * @param password the present one: a session left open must not be enough to take an account over
     * @throws org.somoim.kernel.Refusal {@link AccountReason#WRONG_PASSWORD}, {@link AccountReason#PASSWORD_GUESSABLE},
     *     {@link AccountReason#TRY_LATER}
     */
    public void change(Actor actor, Password password, Email email) {
        PasswordHash proved = passwords.prove(actor, password);
        password.mustNotBe(email);
        passwords.bound.within(
                email,
                () -> work.call(tx -> {
                    Account account = accounts.existing(access.requirePerson(actor));
                    passwords.mustStillBe(proved, account.id());
                    if (account.email().equals(email)) {
                        return false;
                    }
                    Secrets.Secret secret =
                            passwords.tickets.issue(tx, Ticket.Purpose.NEW_ADDRESS, account.id(), email);
                    boolean isKnown = store.findByEmail(email).isPresent();
                    passwords.mail.post(
                            tx,
                            isKnown
                                    ? passwords.letters.haveAccount(email)
                                    : passwords.letters.confirmAddress(email, secret));
                    return true;
                }));
    }

    /**
     * Comes back with the secret of a letter: opens the account that was asked for, or gives one its new address. The secret
     * is spent.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#LETTER_SPENT} if it is not good, or not any more; {@link
     *     AccountReason#EMAIL_TAKEN} if the address has got an account since the letter was written
     */
    public Account confirm(Actor actor, Secrets.Secret secret) {
        return work.call(tx -> {
            access.letAnyone(actor);
            Ticket ticket = passwords.tickets.take(tx, secret).orElseThrow(AccountReason.LETTER_SPENT::refuse);
            return switch (ticket.purpose()) {
                case SIGN_UP -> open(tx, ticket);
                case NEW_ADDRESS -> move(tx, ticket);
                case NEW_PASSWORD -> throw AccountReason.LETTER_SPENT.refuse();
            };
        });
    }

    private Account open(Work.Tx tx, Ticket ticket) {
        Account account = accounts.openFor(tx, ticket.email());
        Optional.ofNullable(ticket.passwordHash()).ifPresent(hash -> store.putPassword(account.id(), hash, tx.now()));
        Optional.ofNullable(ticket.displayName()).ifPresent(name -> profiles.open(tx, account.id(), name));
        return account;
    }

    private Account move(Work.Tx tx, Ticket ticket) {
        Id<User> id = Optional.ofNullable(ticket.userId()).orElseThrow(AccountReason.LETTER_SPENT::refuse);
        Account account = store.find(id).filter(Account::isActive).orElseThrow(AccountReason.LETTER_SPENT::refuse);
        Email before = account.email();
        accounts.readdress(tx, id, ticket.email());
        passwords.forget(before);
        passwords.mail.post(tx, passwords.letters.addressChanged(before));
        return accounts.existing(id);
    }
}
