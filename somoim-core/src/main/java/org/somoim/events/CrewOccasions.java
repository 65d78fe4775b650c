package org.somoim.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.groups.Occasions;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Plug. A crew is formed for an event that its founder sees, that was not called off and is not over.
 *
 * <p>No circle comes of it: a crew names an event that was there before it, an event a host that was there before it, and
 * neither ever names another one.
 */
public final class CrewOccasions implements Occasions {
    private final EventStore store;
    private final EventGate gate;

    public CrewOccasions(EventStore store, RsvpStore rsvps, Access access) {
        this.store = store;
        this.gate = new EventGate(store, rsvps, access);
    }

    @Override
    public boolean isOpenTo(Id<User> founder, Id<?> event, Instant now) {
        List<Event> found = gate.shown(founder, store.findAll(Set.of(event)));
        return found.stream().anyMatch(one -> !one.isCancelled() && one.overAt().isAfter(now));
    }
}
