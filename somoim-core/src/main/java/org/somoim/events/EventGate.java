package org.somoim.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Footing;
import org.somoim.access.Pass;
import org.somoim.access.Place;
import org.somoim.access.Restraint;
import org.somoim.access.Standing;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Opens events to those who may get at them: first the host decides, then whether the event is public, then whether the
 * action is allowed. And shows of each what its reader may know.
 */
final class EventGate {
    private final EventStore store;
    private final RsvpStore rsvps;
    private final Access access;

    EventGate(EventStore store, RsvpStore rsvps, Access access) {
        this.store = store;
        this.rsvps = rsvps;
        this.access = access;
    }

    /** An event that someone got at. */
    record Opened(Event event, Pass pass) {
        boolean allows(EventAction action) {
            return EventGate.allows(pass.footing(), event, action);
        }

        /** Whether it is theirs to change: they have called it, or look after the place. */
        boolean isTheirs() {
            return pass.person().equals(event.creatorId()) && allows(EventAction.CALL) || allows(EventAction.MANAGE);
        }
    }

    /** For someone who wants to see it. */
    Opened open(Actor actor, Id<Event> id) {
        return enter(actor, get(id, false));
    }

    /** For someone who wants to change it. */
    Opened openForChange(Actor actor, Id<Event> id) {
        Opened opened = open(actor, id);
        requireTheirs(opened);
        return opened;
    }

    /** One that was deleted, for someone who wants it back. */
    Opened openDeleted(Actor actor, Id<Event> id) {
        Event event = get(id, true);
        Opened opened = enter(actor, event);
        if (!opened.isTheirs()) {
            throw access.notFound(id);
        }
        return opened;
    }

    private Event get(Id<Event> id, boolean isDeleted) {
        return store.find(id).filter(found -> found.isDeleted() == isDeleted).orElseThrow(() -> access.notFound(id));
    }

    /** By what the event itself says, wherever it came from. */
    Opened enter(Actor actor, Event event) {
        EventAction see = event.isPublic() ? EventAction.SEE : EventAction.SEE_CLOSED;
        Pass pass = event.groupId() != null
                ? access.require(actor, see, event.groupId(), event.id())
                : access.requireOnPage(actor, see.onPage(), hostOf(event), event.id());
        if (isHidden(pass.person(), event, pass.footing(), access.restraints(event.id()))) {
            throw access.notFound(event.id());
        }
        return new Opened(event, pass);
    }

    /** Asked on behalf of {@code person}, who is not there: may they see it and say whether they come? */
    boolean mayAnswer(Id<User> person, Event event) {
        EventAction see = event.isPublic() ? EventAction.SEE : EventAction.SEE_CLOSED;
        return may(person, see, event) && may(person, EventAction.ANSWER, event);
    }

    private boolean may(Id<User> person, EventAction action, Event event) {
        return event.groupId() != null
                ? access.may(person, action, event.groupId())
                : access.mayOnPage(person, action.onPage(), hostOf(event));
    }

    void requireTheirs(Opened opened) {
        if (!opened.isTheirs()) {
            throw AccessReason.NOT_ALLOWED.refuse(opened.event().id());
        }
    }

    Event shown(Opened opened) {
        return shown(opened.pass().person(), List.of(opened.event())).get(0);
    }

    /** However many there are, the same few questions. Leaves out what is not for the reader. */
    List<Event> shown(Id<User> reader, List<Event> events) {
        Map<Id<? extends Place>, Footing> inGroups =
                new HashMap<>(access.footings(reader, named(events, Event::groupId)));
        Map<Id<User>, Footing> onPages = access.pageFootings(reader, named(events, Event::pageOf));
        Set<Id<User>> apart = access.apart(reader, named(events, Event::creatorId));
        Set<Id<Event>> going = goingTo(reader, events);
        Map<Id<?>, Set<Restraint>> laid = access.restraints(named(events, Event::id));
        return events.stream()
                .filter(event -> isSeen(event, footing(event, inGroups, onPages)))
                .filter(event -> !isHidden(
                        reader,
                        event,
                        Objects.requireNonNull(footing(event, inGroups, onPages)),
                        laid.getOrDefault(event.id(), Set.of())))
                .map(event -> shown(reader, event, footing(event, inGroups, onPages), apart, going))
                .toList();
    }

    private Set<Id<Event>> goingTo(Id<User> reader, List<Event> events) {
        Set<Id<Event>> forThoseWhoGo = events.stream()
                .filter(event -> event.venueFor() == Venue.ShownTo.GOING)
                .map(Event::id)
                .collect(Collectors.toSet());
        return forThoseWhoGo.isEmpty() ? Set.of() : rsvps.goingTo(reader, forThoseWhoGo);
    }

    private static boolean isSeen(Event event, @Nullable Footing footing) {
        return footing != null
                && !event.isDeleted()
                && allows(footing, event, event.isPublic() ? EventAction.SEE : EventAction.SEE_CLOSED);
    }

    /** By a decision. Who called it, and those who look after the place, see it until it is removed. */
    private static boolean isHidden(Id<User> reader, Event event, Footing footing, Set<Restraint> laid) {
        boolean keeps = reader.equals(event.creatorId()) || footing.standing().isAtLeast(Standing.MODERATOR);
        return laid.contains(Restraint.REMOVED) || Restraint.hides(laid) && !keeps;
    }

    private static Event shown(
            Id<User> reader, Event event, @Nullable Footing footing, Set<Id<User>> apart, Set<Id<Event>> going) {
        Objects.requireNonNull(footing);
        Event known = learnsWay(reader, event, footing, going) ? event : event.withoutWay();
        boolean isHidden =
                apart.contains(event.creatorId()) && !footing.standing().isAtLeast(Standing.MODERATOR);
        return isHidden ? known.withoutCreator() : known;
    }

    /** Whether they learn how to get there. */
    private static boolean learnsWay(Id<User> reader, Event event, Footing footing, Set<Id<Event>> going) {
        if (event.venueFor() == null || new Opened(event, new Pass(reader, footing)).isTheirs()) {
            return true;
        }
        return switch (event.venueFor()) {
            case EVERYONE -> true;
            case MEMBERS -> allows(footing, event, EventAction.SEE_CLOSED);
            case GOING -> going.contains(event.id());
        };
    }

    private static boolean allows(Footing footing, Event event, EventAction action) {
        return footing.allows(event.groupId() != null ? action : action.onPage());
    }

    private static @Nullable Footing footing(
            Event event, Map<Id<? extends Place>, Footing> inGroups, Map<Id<User>, Footing> onPages) {
        return event.groupId() != null ? inGroups.get(event.groupId()) : onPages.get(hostOf(event));
    }

    private static Id<User> hostOf(Event event) {
        return Objects.requireNonNull(event.pageOf(), "an event is hosted by a group or by a person");
    }

    private static <T> Set<T> named(List<Event> events, Function<Event, @Nullable T> part) {
        return events.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
