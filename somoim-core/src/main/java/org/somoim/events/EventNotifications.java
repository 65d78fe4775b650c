package org.somoim.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.groups.Circle;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;
import org.somoim.personaldata.Walk;

/** Plug. Members hear of a new event, those who come of what becomes of it, and each of what becomes of their own seat. */
public final class EventNotifications implements NotificationSource {
    private final EventStore store;
    private final RsvpStore rsvps;
    private final Circle circle;
    private final EventGate gate;

    public EventNotifications(EventStore store, RsvpStore rsvps, Circle circle, Access access) {
        this.store = store;
        this.rsvps = rsvps;
        this.circle = circle;
        this.gate = new EventGate(store, rsvps, access);
    }

    @Override
    public List<EventNotification> kinds() {
        return List.of(EventNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (fact instanceof EventFact.Called f) {
            return toMembers(f.eventId(), f.userId());
        } else if (fact instanceof EventFact.SeriesBegun f) {
            return toMembers(f.firstId(), f.userId());
        } else if (fact instanceof EventFact.Edited f && f.isNews()) {
            return toComers(f.eventId(), EventNotification.CHANGED, f.userId());
        } else if (fact instanceof EventFact.Cancelled f) {
            return toComers(f.eventId(), EventNotification.CANCELLED, f.userId());
        } else if (fact instanceof EventFact.ApprovalAsked f) {
            return event(f.eventId()).stream()
                    .map(event -> news(event, creatorOf(event), EventNotification.ASKED, f.userId()))
                    .toList();
        } else if (fact instanceof EventFact.Approved f) {
            return toOne(f.eventId(), f.userId(), EventNotification.ADMITTED, f.byId());
        } else if (fact instanceof EventFact.TurnedDown f) {
            // Who did it stays with those who look after the event.
            return toOne(f.eventId(), f.userId(), EventNotification.TURNED_DOWN, null);
        } else if (fact instanceof EventFact.Promoted f) {
            return toOne(f.eventId(), f.userId(), EventNotification.SEAT_FOUND, null);
        } else if (fact instanceof EventFact.SeatOffered f) {
            return toOne(f.eventId(), f.userId(), EventNotification.SEAT_OFFERED, null);
        } else if (fact instanceof EventFact.Reminded f) {
            return toOne(f.eventId(), f.userId(), EventNotification.REMINDER, null);
        }
        return List.of();
    }

    /** What was said of a meeting before it was called off, or deleted, need not be said any more. */
    @Override
    public Set<Id<?>> settledBy(Fact fact) {
        if (fact instanceof EventFact.Cancelled f) {
            return Set.of(f.eventId());
        }
        return fact instanceof EventFact.EventDeleted f ? Set.of(f.eventId()) : Set.of();
    }

    /** That an event of somebody who is gone was called off is known by its kind; nobody sees more of it. */
    @Override
    public Set<Id<?>> hiddenFrom(Id<User> reader, Set<Id<?>> subjects) {
        List<Event> events = store.findAll(subjects);
        Set<Id<?>> hidden = new HashSet<>(subjects);
        gate.shown(reader, events).forEach(event -> hidden.remove(event.id()));
        events.stream()
                .filter(event -> event.pageOf() != null && event.isCancelled() && !event.isDeleted())
                .forEach(event -> hidden.remove(event.id()));
        return hidden;
    }

    private List<News> toMembers(Id<Event> id, Id<User> by) {
        return event(id).stream()
                .flatMap(event ->
                        membersFor(event).stream().map(member -> news(event, member, EventNotification.CALLED, by)))
                .toList();
    }

    private List<Id<User>> membersFor(Event event) {
        return event.groupId() == null ? List.of() : circle.of(event.groupId());
    }

    private List<News> toComers(Id<Event> id, EventNotification kind, Id<User> by) {
        return event(id).stream()
                .flatMap(event -> comers(id).stream().map(comer -> news(event, comer, kind, by)))
                .toList();
    }

    private List<News> toOne(Id<Event> id, Id<User> person, EventNotification kind, @Nullable Id<User> by) {
        return event(id).stream().map(event -> news(event, person, kind, by)).toList();
    }

    private Optional<Event> event(Id<Event> id) {
        return store.find(id).filter(event -> !event.isDeleted());
    }

    private List<Id<User>> comers(Id<Event> event) {
        List<Id<User>> all = new ArrayList<>();
        Walk.through(
                (after, limit) -> rsvps.comers(event, after, limit),
                rsvp -> Cursor.of(rsvp.createdAt(), rsvp.userId()),
                rsvp -> all.add(rsvp.userId()));
        return all;
    }

    private static Id<User> creatorOf(Event event) {
        return Objects.requireNonNull(event.creatorId(), "in the store everyone is named");
    }

    /** Of a series, what happens to many occurrences is told as one. */
    private static News news(Event event, Id<User> to, EventNotification kind, @Nullable Id<User> by) {
        Id<?> thread = event.seriesId() == null ? event.id() : event.seriesId();
        return new News(
                to,
                event.groupId() != null ? kind : kind.onPage(),
                event.groupId(),
                event.pageOf(),
                thread,
                event.id(),
                by);
    }
}
