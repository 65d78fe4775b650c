package org.somoim.accounts;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
            .about("id", "email", "email-mark", "role", "status", "is-active", "created-at", "updated-at")
            .table("identities", Purpose.ACCOUNT)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "provider", "subject", "password-hash", "created-at", "updated-at")
            .table("tickets", Purpose.ACCOUNT)
            .person("email", OnErasure.REMOVED)
            .person("user-id", OnErasure.REMOVED)
            .about("email", "email-mark", "display-name", "password-hash", "created-at")
            .plain("digest", "purpose", "expires-at")
            .keptAfter("expired", Duration.ZERO)
            .done();

    private final AccountStore store;
    private final TicketStore tickets;

    public AccountPersonalData(AccountStore store, TicketStore tickets) {
        this.store = store;
        this.tickets = tickets;
    }

    /** For other capabilities, inside a transaction: the person's address, and any that they have not proved yet. */
    public Set<Email> addressesOf(Id<User> person) {
        Set<Email> addresses = new HashSet<>();
        store.find(person).map(Account::email).ifPresent(own -> {
            addresses.add(own);
            own(person, own).map(Ticket::email).forEach(addresses::add);
        });
        return addresses;
    }

    /** Also those that lead to the address without an account; those of somebody else's account are not theirs. */
    private Stream<Ticket> own(Id<User> person, Email email) {
        return tickets.of(person, email).stream()
                .filter(ticket -> ticket.userId() == null || ticket.userId().equals(person));
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
        store.find(person).map(Account::email).stream()
                .flatMap(email -> own(person, email))
                .forEach(ticket -> to.accept(Excerpt.of("tickets")
                        .text("purpose", ticket.purpose())
                        .text("email", ticket.email().value())
                        .text("display-name", ticket.displayName())
                        .time("created-at", ticket.createdAt())
                        .time("expires-at", ticket.expiresAt())
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
        store.shut(person, tx.now());
    }

    /** What is left is an id, and an address that leads nowhere and that nobody can guess and take first. */
    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        Account account = store.find(leaving.person()).orElseThrow();
        int removed = (store.removePassword(account.id()) ? 1 : 0) + removeTickets(account);
        Email nowhere = Email.of(tx.newRandomId() + NOWHERE);
        return removed + (store.forgetAddress(account.id(), nowhere, tx.now()) ? 1 : 0);
    }

    /** Also those with which somebody else laid claim to the address. */
    private int removeTickets(Account account) {
        int removed = tickets.removeAllOf(account.id());
        for (Ticket.Purpose purpose : Ticket.Purpose.values()) {
            removed += tickets.removeAllTo(account.email(), purpose);
        }
        return removed;
    }

    /** A domain that never is anyone's, by RFC 2606. */
    private static final String NOWHERE = "@erased.invalid";
}
