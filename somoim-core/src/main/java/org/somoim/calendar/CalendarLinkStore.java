package org.somoim.calendar;

import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/** Port. Keeps links to calendars. Writes must happen inside a transaction. */
public interface CalendarLinkStore {
    /** @param digest of its secret, which is not kept */
    void add(CalendarLink link, Secrets.Digest digest);

    Optional<CalendarLink> find(Id<CalendarLink> link);

    Optional<CalendarLink> findByDigest(Secrets.Digest digest);

    /** All of theirs, oldest first, and of the same time by id. */
    List<CalendarLink> of(Id<User> user);

    /** @return false if there was none */
    boolean remove(Id<CalendarLink> link);
}
