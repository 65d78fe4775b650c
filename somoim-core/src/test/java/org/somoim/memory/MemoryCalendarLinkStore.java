package org.somoim.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.somoim.calendar.CalendarLink;
import org.somoim.calendar.CalendarLinkStore;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/** Links to calendars in memory. */
public final class MemoryCalendarLinkStore implements CalendarLinkStore {
    private final Memory.Table<Id<CalendarLink>, CalendarLink> links;
    private final Memory.Table<String, Id<CalendarLink>> digests;

    public MemoryCalendarLinkStore(Memory memory) {
        links = memory.table();
        digests = memory.table();
    }

    @Override
    public void add(CalendarLink link, Secrets.Digest digest) {
        links.add(link.id(), link);
        digests.add(digest.hex(), link.id());
    }

    @Override
    public Optional<CalendarLink> find(Id<CalendarLink> link) {
        return links.get(link);
    }

    @Override
    public Optional<CalendarLink> findByDigest(Secrets.Digest digest) {
        return digests.get(digest.hex()).flatMap(links::get);
    }

    @Override
    public List<CalendarLink> of(Id<User> user) {
        return links.all().stream()
                .filter(link -> link.userId().equals(user))
                .sorted(Comparator.comparing(CalendarLink::createdAt).thenComparing(CalendarLink::id))
                .toList();
    }

    @Override
    public boolean remove(Id<CalendarLink> link) {
        return links.remove(link);
    }
}
