package org.somoim.mail;

import java.time.Instant;
import java.util.List;
import org.somoim.kernel.Id;

/** Port. Keeps letters until they are sent, and no longer: they may hold secrets. Writes must happen inside a transaction. */
public interface Outbox {

    void add(Posted letter);

    /**
     * Letters that may be tried at {@code now}, longest waiting first.
     *
     * @param latest none is meant to wait for longer than until then; one that does was put off by a clock that was wrong,
     *     and may be tried, too
     */
    List<Posted> due(Instant now, Instant latest, int limit);

    /**
     * Notes a try, so that nobody else tries at the same time.
     *
     * @return false, and nothing is changed, if somebody else has since {@code letter} was read
     */
    boolean take(Posted letter, int failures, Instant nextAt);

    /** @return false if there is no such letter (any more) */
    boolean remove(Id<Posted> letter);

    /** Forgets every letter to one address. */
    int removeAllTo(Email recipient);

    /** How many letters could not be sent at least once. */
    int countFailing();

    /** What waits to be sent to one address, in no particular order. */
    List<Posted> to(Email recipient);
}
