package org.somoim.audit;

import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Port. Keeps the entries of one chain, and its head. An entry is added, and never changed or removed: there is no way to.
 * Writes must happen inside a transaction.
 */
public interface AuditStore {

    /** Adds an entry; its number must be greater than that of the last. */
    void add(Entry entry);

    /** The number and the hash of the last entry, as they are kept; empty if there is none. */
    Optional<Head> last();

    /** Adds or replaces the head. */
    void put(SealedHead head);

    /** Empty if there never was an entry. */
    Optional<SealedHead> head();

    /** Entries after {@code number}, in order of their numbers, as they lie there. */
    List<Link> links(long number, int limit);

    /** Entries before {@code number}, newest first. */
    List<Entry> before(long number, AuditFilter filter, int limit);

    /** Entries before {@code number} that {@code person} did or that are about them, newest first. */
    List<Entry> of(Id<User> person, long number, int limit);
}
