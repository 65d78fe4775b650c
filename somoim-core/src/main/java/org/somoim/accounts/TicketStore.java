package org.somoim.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Port. Keeps tickets until they are used. Writes must happen inside a transaction. */
public interface TicketStore {

    void add(Ticket ticket);

    /**
     * Takes a ticket out. The store decides, so that of many who use one at the same time one gets it.
     *
     * @return empty if there is none, or not any more; it may have expired
     */
    Optional<Ticket> take(Secrets.Digest digest);

    /** Forgets the tickets of one purpose that prove one address. */
    int removeAllTo(Email email, Ticket.Purpose purpose);

    /** Forgets every ticket about an account. */
    int removeAllOf(Id<User> account);

    /**
     * Forgets tickets that have expired.
     *
     * @return how many, at most {@code limit}
     */
    int removeExpired(Instant now, int limit);

    /** Those about an account or proving an address, in no particular order. Expired ones may be among them. */
    List<Ticket> of(Id<User> account, Email email);
}
