package org.somoim.memory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.events.Box;
import org.somoim.events.Event;
import org.somoim.events.EventStore;
import org.somoim.events.Rsvp;
import org.somoim.events.Series;
import org.somoim.events.Span;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Events in memory. */
public final class MemoryEventStore implements EventStore {
    private final Memory.Table<Id<Event>, Event> events;
    private final Memory.Table<Id<Event>, Instant> emptied;
    private final MemoryRsvpStore rsvps;
    private final MemoryReminderStore reminders;
    private final MemoryMembershipStore memberships;

    public MemoryEventStore(
            Memory memory, MemoryRsvpStore rsvps, MemoryReminderStore reminders, MemoryMembershipStore memberships) {
        events = rsvps.events();
        emptied = memory.table();
        this.rsvps = rsvps;
        this.reminders = reminders;
        this.memberships = memberships;
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

    @Override
    public List<Event> concerning(
            Id<User> person, @Nullable Id<? extends Place> group, Span span, @Nullable Cursor after, int limit) {
        return in(
                event -> group == null
                        ? belongs(person, event) || person.equals(event.pageOf()) || mayCome(person, event)
                        : group.equals(event.groupId()) && belongs(person, event),
                span,
                true,
                after,
                limit);
    }

    private boolean belongs(Id<User> person, Event event) {
        return event.groupId() != null
                && memberships
                        .find(event.groupId(), person)
                        .filter(member -> member.status() == Membership.Status.ACTIVE)
                        .isPresent();
    }

    private boolean mayCome(Id<User> person, Event event) {
        return rsvps.find(event.id(), person)
                .filter(rsvp -> !rsvp.is(Rsvp.Answer.NOT_GOING))
                .isPresent();
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
        gone.forEach(this::remove);
        return gone.size();
    }

    @Override
    public List<Event> inside(Box box, Span span, int limit) {
        return in(
                event -> !event.isCancelled() && event.coordinates() != null && box.holds(event.coordinates()),
                span,
                true,
                null,
                limit);
    }

    @Override
    public Optional<Event> occurrence(Id<Series> series, LocalDateTime recurrence) {
        return events.all().stream()
                .filter(event -> series.equals(event.seriesId()) && recurrence.equals(event.recurrence()))
                .filter(event -> !event.isDeleted())
                .findFirst();
    }

    @Override
    public List<Event> ofSeries(Id<Series> series, Span span, boolean closed, @Nullable Cursor after, int limit) {
        return in(event -> series.equals(event.seriesId()), span, closed, after, limit);
    }

    @Override
    public List<Event> toCome(Id<Series> series, LocalDateTime from, Instant now) {
        return events.all().stream()
                .filter(event -> series.equals(event.seriesId()) && !event.isDeleted() && !event.isCancelled())
                .filter(event ->
                        event.recurrence() != null && !event.recurrence().isBefore(from))
                .filter(event -> event.overAt().isAfter(now))
                .sorted(Comparator.comparing(event -> Objects.requireNonNull(event.recurrence())))
                .toList();
    }

    @Override
    public List<Event> calledBy(Id<User> person, @Nullable Cursor after, int limit) {
        return ofPerson(person)
                .filter(event -> Keyset.isAfter(event.createdAt(), event.id(), after))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Event> leaving(Id<User> person, boolean kept, int limit) {
        List<Event> all = new ArrayList<>(ofPerson(person)
                .filter(event -> !kept || event.isDeleted() || event.pageOf() != null)
                .toList());
        Collections.reverse(all);
        return all.stream().limit(limit).toList();
    }

    private Stream<Event> ofPerson(Id<User> person) {
        return events.all().stream()
                .filter(event -> person.equals(event.creatorId()))
                .filter(event -> emptied.get(event.id()).isEmpty())
                .sorted(Comparator.comparing(Event::createdAt).thenComparing(Event::id));
    }

    @Override
    public void remove(Id<Event> event) {
        rsvps.removeAllOf(event);
        reminders.removeAllOf(event);
        emptied.remove(event);
        events.remove(event);
    }

    @Override
    public void empty(Id<Event> id, Instant at) {
        Event event = find(id).orElseThrow();
        events.put(
                id,
                new Event(
                        id,
                        event.groupId(),
                        event.pageOf(),
                        event.creatorId(),
                        event.seriesId(),
                        event.recurrence(),
                        Event.GONE,
                        null,
                        event.kind(),
                        event.isPublic(),
                        event.startsOn(),
                        event.endsOn(),
                        event.zone(),
                        event.startsAt(),
                        event.endsAt(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        event.maxAttendees(),
                        event.byApproval(),
                        event.promotion(),
                        event.offerHours(),
                        event.mostGuests(),
                        event.sequence(),
                        event.cancelledAt(),
                        event.createdAt(),
                        at,
                        event.deletedAt()));
        emptied.put(id, at);
    }
}
