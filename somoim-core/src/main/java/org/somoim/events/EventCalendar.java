package org.somoim.events;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Place;
import org.somoim.calendar.CalendarEntry;
import org.somoim.calendar.CalendarSource;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Plug. Puts events into the calendars of those whom they concern; every occurrence of a series for itself. */
public final class EventCalendar implements CalendarSource {
    private final EventStore store;
    private final RsvpStore rsvps;
    private final ReminderStore reminders;
    private final EventGate gate;

    public EventCalendar(EventStore store, RsvpStore rsvps, ReminderStore reminders, Access access) {
        this.store = store;
        this.rsvps = rsvps;
        this.reminders = reminders;
        this.gate = new EventGate(store, rsvps, access);
    }

    @Override
    public List<CalendarEntry> entries(
            Id<User> person,
            @Nullable Id<? extends Place> place,
            Instant from,
            Instant until,
            @Nullable Cursor after,
            int limit) {
        var span = new Span(from, until);
        List<Event> seen = new ArrayList<>();
        @Nullable Cursor reached = after;
        List<Event> batch;
        do {
            batch = store.concerning(person, place, span, reached, limit);
            seen.addAll(gate.shown(person, batch));
            reached = batch.isEmpty() ? reached : place(batch.get(batch.size() - 1));
        } while (batch.size() == limit && seen.size() < limit);
        return entries(person, seen.stream().limit(limit).toList());
    }

    private List<CalendarEntry> entries(Id<User> person, List<Event> events) {
        Set<Id<Event>> ids = events.stream().map(Event::id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<Id<Event>> going = rsvps.goingTo(person, ids);
        Map<Id<Event>, List<Integer>> alarms = new HashMap<>();
        reminders.ofEvents(ids, person).stream().filter(Reminder::isWanted).forEach(reminder -> alarms.computeIfAbsent(
                        reminder.eventId(), id -> new ArrayList<>())
                .add(reminder.minutes()));
        return events.stream()
                .map(event -> entry(event, going.contains(event.id()), alarms.getOrDefault(event.id(), List.of())))
                .toList();
    }

    private static CalendarEntry entry(Event event, boolean attending, List<Integer> alarms) {
        Coordinates at = event.coordinates();
        return new CalendarEntry(
                event.id(),
                event.groupId(),
                event.title(),
                event.description(),
                event.startsOn(),
                event.zone().id(),
                event.startsAt(),
                event.endsAt(),
                event.venueLabel(),
                event.address(),
                at == null ? null : new CalendarEntry.Point(at.latitude(), at.longitude()),
                event.online() == null ? null : URI.create(event.online().value()),
                attending,
                event.sequence(),
                event.cancelledAt(),
                event.createdAt(),
                event.updatedAt(),
                alarms);
    }

    private static Cursor place(Event event) {
        return Cursor.of(event.startsAt(), event.id());
    }
}
