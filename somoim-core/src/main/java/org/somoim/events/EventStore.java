package org.somoim.events;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
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
     * What concerns a person, in the same order: what the groups host that they belong to, what they host, and what they come
     * to, may come to or wait for; cancelled ones too.
     *
     * @param group only what it hosts, or null for everything
     */
    List<Event> concerning(
            Id<User> person, @Nullable Id<? extends Place> group, Span span, @Nullable Cursor after, int limit);

    /**
     * What takes place inside a box in a span of time, is neither called off nor deleted, and has coordinates; first start
     * first, and at the same time by id.
     */
    List<Event> inside(Box box, Span span, int limit);

    /** One of a series that is not deleted, by when it was first to start. */
    Optional<Event> occurrence(Id<Series> series, LocalDateTime recurrence);

    /** What is there of a series in a span of time, as {@link #inGroup}. */
    List<Event> ofSeries(Id<Series> series, Span span, boolean closed, @Nullable Cursor after, int limit);

    /** What was first to start at {@code from} or later, is neither called off nor deleted, and is not over yet. */
    List<Event> toCome(Id<Series> series, LocalDateTime from, Instant now);

    /**
     * Removes at most {@code limit} events that were deleted before {@code before}, with everything that hangs on them.
     *
     * @return how many
     */
    int purge(Instant before, int limit);

    /** Everything that {@code person} called and that was not emptied, deleted ones too, oldest first. */
    List<Event> calledBy(Id<User> person, @Nullable Cursor after, int limit);

    /**
     * What is to go of what {@code person} called, newest first: what was not emptied; and if the rest is kept, only what is
     * deleted or hosted by themself.
     */
    List<Event> leaving(Id<User> person, boolean kept, int limit);

    /** Removes an event with everything that hangs on it. */
    void remove(Id<Event> event);

    /**
     * Takes away what an event says, and where it is. Its time and its answers stay, with {@link Event#GONE} for its title.
     *
     * @param at when
     */
    void empty(Id<Event> event, Instant at);
}
