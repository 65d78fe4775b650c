package org.somoim.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.mail.Email;

/** Issues tickets and takes them back, inside a change. */
final class Tickets {
    private final TicketStore store;
    private final Secrets secrets;

    Tickets(TicketStore store, Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** A fresh one; earlier ones of the same purpose for the same address are no longer good. */
    Secrets.Secret issue(Work.Tx tx, Ticket.Purpose purpose, @Nullable Id<User> account, Email email) {
        return issue(tx, purpose, account, email, null, null);
    }

    Secrets.Secret issue(
            Work.Tx tx,
            Ticket.Purpose purpose,
            @Nullable Id<User> account,
            Email email,
            @Nullable Line displayName,
            @Nullable PasswordHash hash) {
        Secrets.Secret secret = secrets.next();
        store.removeAllTo(email, purpose);
        store.add(new Ticket(
                secret.digest(),
                purpose,
                account,
                email,
                displayName,
                hash,
                tx.now(),
                tx.now().plus(purpose.lifetime())));
        return secret;
    }

    void removeAll(Id<User> account) {
        store.removeAllOf(account);
    }

    /** The ticket of this secret, which is spent with that; empty if there is none, or it has expired. */
    Optional<Ticket> take(Work.Tx tx, Secrets.Secret secret) {
        return store.take(secret.digest()).filter(ticket -> tx.now().isBefore(ticket.expiresAt()));
    }
}
