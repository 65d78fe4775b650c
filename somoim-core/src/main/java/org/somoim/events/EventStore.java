package org.somoim.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps events. Writes must happen inside a transaction. */
public interface EventStore {

    void add(Event event);

    /** Replaces what there is under its id. */
    void put(Event event);

    /** Also a deleted one, until it is purged. */
    Optional<Event> find(Id<Event> event);

    /** Those that exist, deleted ones too. In no particular order. */
    List<Event> findAll(Set<? extends Id<?>> events);

    /**
     * What a group hosts in a span of time and is not deleted, first start first and at the same time by id; cancelled ones
     * too.
     *
     * @param closed whether those that are not public are wanted, too
     * @param after only later ones than this, or null
     */
    List<Event> inGroup(Id<Group> group, Span span, boolean closed, @Nullable Cursor after, int limit);

    /** The same of what a person hosts. */
    List<Event> onPage(Id<User> owner, Span span, boolean closed, @Nullable Cursor after, int limit);

    /**
     * Removes at most {@code limit} events that were deleted before {@code before}, with everything that hangs on them.
     *
     * @return how many
     */
    int purge(Instant before, int limit);
}
