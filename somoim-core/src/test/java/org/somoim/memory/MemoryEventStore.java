package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.EventStore;
import org.somoim.events.Span;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Events in memory. */
public final class MemoryEventStore implements EventStore {
    private final Memory.Table<Id<Event>, Event> events;

    public MemoryEventStore(Memory memory) {
        events = memory.table();
    }

    @Override
    public void add(Event event) {
        events.add(event.id(), event);
    }

    @Override
    public void put(Event event) {
        find(event.id()).orElseThrow();
        events.put(event.id(), event);
    }

    @Override
    public Optional<Event> find(Id<Event> event) {
        return events.get(event);
    }

    @Override
    public List<Event> findAll(Set<? extends Id<?>> wanted) {
        return events.all().stream()
                .filter(event -> wanted.stream().anyMatch(event.id()::equals))
                .toList();
    }

    @Override
    public List<Event> inGroup(Id<Group> group, Span span, boolean closed, @Nullable Cursor after, int limit) {
        return in(event -> group.equals(event.groupId()), span, closed, after, limit);
    }

    @Override
    public List<Event> onPage(Id<User> owner, Span span, boolean closed, @Nullable Cursor after, int limit) {
        return in(event -> owner.equals(event.pageOf()), span, closed, after, limit);
    }

    private List<Event> in(Predicate<Event> where, Span span, boolean closed, @Nullable Cursor after, int limit) {
        return events.all().stream()
                .filter(where)
                .filter(event -> !event.isDeleted() && (closed || event.isPublic()))
                .filter(event -> event.startsAt().isBefore(span.until())
                        && !event.overAt().isBefore(span.from()))
                .filter(event -> Keyset.isAfter(event.startsAt(), event.id(), after))
                .sorted(Comparator.comparing(Event::startsAt).thenComparing(Event::id))
                .limit(limit)
                .toList();
    }

    @Override
    public int purge(Instant before, int limit) {
        List<Id<Event>> gone = events.all().stream()
                .filter(event -> event.deletedAt() != null && event.deletedAt().isBefore(before))
                .sorted(Comparator.<Event, Instant>comparing(event -> Objects.requireNonNull(event.deletedAt()))
                        .thenComparing(Event::id))
                .limit(limit)
                .map(Event::id)
                .collect(Collectors.toList());
        events.removeAll(gone);
        return gone.size();
    }
}
