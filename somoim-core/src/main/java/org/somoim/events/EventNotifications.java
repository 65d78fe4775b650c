package org.somoim.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.groups.Group;
import org.somoim.groups.Membership;
import org.somoim.groups.MembershipStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.notifications.NotificationSource;
import org.somoim.personaldata.Walk;

/** Plug. Members hear of a new event, those who come of what becomes of it. */
public final class EventNotifications implements NotificationSource {
    private final EventStore store;
    private final MembershipStore memberships;
    private final EventGate gate;

    public EventNotifications(EventStore store, MembershipStore memberships, Access access) {
        this.store = store;
        this.memberships = memberships;
        this.gate = new EventGate(store, access);
    }

    @Override
    public List<EventNotification> kinds() {
        return List.of(EventNotification.values());
    }

    @Override
    public List<News> newsOf(Fact fact, Instant at) {
        if (fact instanceof EventFact.Called f) {
            return event(f.eventId())
                    .flatMap(event -> toMembers(event, f.userId()))
                    .toList();
        }
        if (fact instanceof EventFact.Edited f && f.isNews()) {
            return event(f.eventId())
                    .flatMap(event ->
                            toThoseWhoCome(event, EventNotification.CHANGED, EventNotification.OWN_CHANGED, f.userId()))
                    .toList();
        }
        if (fact instanceof EventFact.Cancelled f) {
            return event(f.eventId())
                    .flatMap(event -> toThoseWhoCome(
                            event, EventNotification.CANCELLED, EventNotification.OWN_CANCELLED, f.userId()))
                    .toList();
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

    @Override
    public Set<Id<?>> hiddenFrom(Id<User> reader, Set<Id<?>> subjects) {
        Set<Id<?>> hidden = new HashSet<>(subjects);
        gate.shown(reader, store.findAll(subjects)).forEach(event -> hidden.remove(event.id()));
        return hidden;
    }

    private Stream<News> toMembers(Event event, Id<User> by) {
        return event.groupId() == null
                ? Stream.of()
                : members(event.groupId()).stream().map(member -> news(event, member, EventNotification.CALLED, by));
    }

    private Stream<News> toThoseWhoCome(Event event, EventNotification inGroup, EventNotification onPage, Id<User> by) {
        return event.groupId() == null
                ? Stream.of()
                : members(event.groupId()).stream().map(member -> news(event, member, inGroup, by));
    }

    private Stream<Event> event(Id<Event> id) {
        return store.find(id).filter(event -> !event.isDeleted()).stream();
    }

    private List<Id<User>> members(Id<Group> group) {
        List<Id<User>> all = new ArrayList<>();
        Walk.through(
                (after, limit) -> memberships.members(group, after, limit),
                member -> Cursor.of(joined(member), member.userId()),
                member -> all.add(member.userId()));
        return all;
    }

    private static Instant joined(Membership member) {
        return member.joinedAt() == null ? member.createdAt() : member.joinedAt();
    }

    private static News news(Event event, Id<User> to, EventNotification kind, @Nullable Id<User> by) {
        return new News(to, kind, event.groupId(), event.pageOf(), event.id(), event.id(), by);
    }
}
