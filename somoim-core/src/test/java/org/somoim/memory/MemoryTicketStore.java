package org.somoim.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.somoim.accounts.Ticket;
import org.somoim.accounts.TicketStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.mail.Email;

/** Tickets in memory. */
public final class MemoryTicketStore implements TicketStore {
    private final Memory.Table<String, Ticket> tickets;

    public MemoryTicketStore(Memory memory) {
        tickets = memory.table();
    }

    @Override
    public void add(Ticket ticket) {
        tickets.add(ticket.digest().hex(), ticket);
    }

    @Override
    public Optional<Ticket> take(Secrets.Digest digest) {
        Optional<Ticket> ticket = tickets.get(digest.hex());
        tickets.remove(digest.hex());
        return ticket;
    }

    @Override
    public int removeAllTo(Email email, Ticket.Purpose purpose) {
        return remove(ticket -> ticket.email().equals(email) && ticket.purpose() == purpose, Integer.MAX_VALUE);
    }

    @Override
    public int removeAllOf(Id<User> account) {
        return remove(ticket -> account.equals(ticket.userId()), Integer.MAX_VALUE);
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return remove(ticket -> !now.isBefore(ticket.expiresAt()), limit);
    }

    private int remove(Predicate<Ticket> which, int limit) {
        List<Ticket> found = tickets.all().stream().filter(which).limit(limit).toList();
        found.forEach(ticket -> tickets.remove(ticket.digest().hex()));
        return found.size();
    }

    @Override
    public List<Ticket> of(Id<User> account, Email email) {
        return tickets.all().stream()
                .filter(ticket ->
                        account.equals(ticket.userId()) || ticket.email().equals(email))
                .toList();
    }
}
