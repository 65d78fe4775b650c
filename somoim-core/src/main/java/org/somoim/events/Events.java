package org.somoim.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.Pass;
import org.somoim.events.EventGate.Opened;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Calls meetings, shows them, changes them and calls them off.
 *
 * <p>Who sees an event is decided by its host at the time of reading, and by whether it is public; nobody sees it who does
 * not see what is inside the host. How to get there is shown to those whom its {@link Venue.ShownTo} names, in lists as
 * anywhere. An event that one may not see is as good as none: {@code access.not-found}.
 */
public final class Events {
    /** How long a deleted event can be brought back. Later it is purged. */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    private static final int FARTHEST = 100_000;
    private static final int MOST_AROUND = 5000;
    private static final Comparator<Cursor> BY_PLACE =
            Comparator.comparing(Cursor::at).thenComparing(place -> new Id<Event>(place.id()));

    private static final int PURGED_AT_ONCE = 200;

    private final EventStore store;
    private final EventGate gate;
    private final Seats seats;
    private final Access access;
    private final Work work;

    public Events(EventStore store, RsvpStore rsvps, Access access, Work work) {
        this.store = store;
        this.gate = new EventGate(store, rsvps, access);
        this.seats = new Seats(rsvps);
        this.access = access;
        this.work = work;
    }

    /**
     * Calls a meeting of a group.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#IN_THE_PAST}, {@code access.not-found}, {@code
     *     access.not-allowed}
     */
    public Event call(Actor actor, Id<Group> group, Plan plan) {
        return work.call(tx -> {
            Pass pass = access.require(actor, EventAction.CALL, group);
            return added(tx, Event.called(tx.newId(), group, null, pass.person(), plan, tx.now()), pass.person());
        });
    }

    /**
     * Calls a meeting that the actor hosts themself.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#IN_THE_PAST}
     */
    public Event callOwn(Actor actor, Plan plan) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            access.requireOnPage(actor, OwnEventAction.CALL, person, person);
            return added(tx, Event.called(tx.newId(), null, person, person, plan, tx.now()), person);
        });
    }

    private Event added(Work.Tx tx, Event event, Id<User> by) {
        store.add(event);
        tx.announce(new EventFact.Called(event.id(), event.groupId(), event.pageOf(), by));
        return event;
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public Event find(Actor actor, Id<Event> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            return gate.shown(gate.open(actor, id));
        });
    }

    /** What a group hosts in a span of time, first start first; what was called off, too. */
    public Page<Event> inGroup(Actor actor, Id<Group> group, Span span, Page.Ask ask) {
        return work.read(() -> {
            Pass pass = access.require(actor, EventAction.SEE, group);
            boolean closed = pass.allows(EventAction.SEE_CLOSED);
            return shown(pass, ask, (after, limit) -> store.inGroup(group, span, closed, after, limit));
        });
    }

    /** What a person hosts in a span of time, first start first; what was called off, too. */
    public Page<Event> onPage(Actor actor, Id<User> owner, Span span, Page.Ask ask) {
        return work.read(() -> {
            Pass pass = access.requireOnPage(actor, OwnEventAction.SEE, owner, owner);
            boolean closed = pass.allows(OwnEventAction.SEE_CLOSED);
            return shown(pass, ask, (after, limit) -> store.onPage(owner, span, closed, after, limit));
        });
    }

    private Page<Event> shown(Pass pass, Page.Ask ask, Page.Fetch<Event> fetch) {
        Page<Event> page = Page.of(ask, fetch, event -> Cursor.of(event.startsAt(), event.id()));
        return new Page<>(gate.shown(pass.person(), page.items()), page.next());
    }

    /**
     * What takes place around a point in a span of time, nearest first and at the same distance by id, as far as the actor
     * sees it and learns where it is: an event whose place is not for them is not found by it, however near. Of very many
     * events in one neighbourhood, the {@value #MOST_AROUND} that start first are looked at.
     *
     * @param metres 1 to 100,000
     * @throws org.somoim.kernel.Refusal {@link EventReason#TOO_FAR}
     */
    public Page<Near> near(Actor actor, Coordinates center, int metres, Span span, Page.Ask ask) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            if (metres < 1 || metres > FARTHEST) {
                throw EventReason.TOO_FAR.refuse();
            }
            List<Far> around =
                    gate.shown(person, store.inside(Sphere.around(center, metres), span, MOST_AROUND)).stream()
                            .filter(event -> event.coordinates() != null)
                            .map(event -> new Far(event, Sphere.distance(center, event.coordinates())))
                            .filter(far -> far.millimetres() <= metres * 1000L)
                            .sorted(Comparator.comparing(Far::cursor, BY_PLACE))
                            .toList();
            return Page.of(ask, (after, limit) -> Far.after(around, after, limit), Far::cursor)
                    .map(far -> new Near(far.event(), Math.toIntExact(far.millimetres() / 1000)));
        });
    }

    /** An event at a distance. */
    private record Far(Event event, long millimetres) {
        /** Distance stands where other lists have a time. */
        Cursor cursor() {
            return Cursor.of(Instant.ofEpochMilli(millimetres), event.id());
        }

        static List<Far> after(List<Far> all, @Nullable Cursor after, int limit) {
            return all.stream()
                    .filter(far -> after == null || BY_PLACE.compare(far.cursor(), after) > 0)
                    .limit(limit)
                    .toList();
        }
    }

    /**
     * Changes what is planned. When it starts or ends, or where it is: those who come hear of it, and its sequence number is
     * raised. A new start must be still to come.
     *
     * @param change is given the present plan
     * @throws org.somoim.kernel.Refusal {@link EventReason#CANCELLED}, {@link EventReason#IN_THE_PAST}, {@code
     *     access.not-found}, {@code access.not-allowed}
     */
    public Event edit(Actor actor, Id<Event> id, UnaryOperator<Plan> change) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.openForChange(actor, id);
            Event event = running(opened);
            Plan before = event.plan();
            Plan plan = change.apply(before);
            if (plan.equals(before)) {
                return event;
            }
            if (!plan.when().equals(before.when()) && !plan.when().startsAt().isAfter(tx.now())) {
                throw EventReason.IN_THE_PAST.refuse(id);
            }
            boolean isNews = isNews(before, plan);
            Event edited = event.on(plan, isNews, tx.now());
            store.put(edited);
            // There may be seats now that there were not before.
            seats.fill(tx, edited);
            tx.announce(new EventFact.Edited(id, opened.pass().person(), edited.sequence(), isNews));
            return edited;
        });
    }

    /** Whether those who come must know of it. */
    private static boolean isNews(Plan before, Plan plan) {
        return !plan.when().equals(before.when()) || !Objects.equals(plan.venue(), before.venue());
    }

    /**
     * Calls a meeting off. It stays where it is, as cancelled, and those who come hear of it. Calling it off again changes
     * nothing.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#OVER}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Event cancel(Actor actor, Id<Event> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.openForChange(actor, id);
            Event event = opened.event();
            if (event.isCancelled()) {
                return event;
            }
            if (!event.overAt().isAfter(tx.now())) {
                throw EventReason.OVER.refuse(id);
            }
            Event cancelled = event.cancelled(tx.now());
            store.put(cancelled);
            tx.announce(new EventFact.Cancelled(id, opened.pass().person()));
            return cancelled;
        });
    }

    private static Event running(Opened opened) {
        if (opened.event().isCancelled()) {
            throw EventReason.CANCELLED.refuse(opened.event().id());
        }
        return opened.event();
    }

    /**
     * Takes an event out of everyone's sight. Whoever may delete it can bring it back for 30 days.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public void delete(Actor actor, Id<Event> id) {
        work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.openForChange(actor, id);
            store.put(opened.event().deleted(tx.now(), tx.now()));
            tx.announce(new EventFact.EventDeleted(id, opened.pass().person()));
            return id;
        });
    }

    /**
     * Brings a deleted event back.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#TOO_LATE_TO_RESTORE}, {@code access.not-found}
     */
    public Event restore(Actor actor, Id<Event> id) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.openDeleted(actor, id);
            if (isPast(opened.event().deletedAt(), tx.now())) {
                throw EventReason.TOO_LATE_TO_RESTORE.refuse(id);
            }
            Event restored = opened.event().deleted(null, tx.now());
            store.put(restored);
            // Somebody may have been erased meanwhile.
            seats.fill(tx, restored);
            tx.announce(new EventFact.EventRestored(id, opened.pass().person()));
            return restored;
        });
    }

    private static boolean isPast(@Nullable Instant deletedAt, Instant now) {
        return deletedAt != null && now.isAfter(deletedAt.plus(RESTORABLE));
    }

    /**
     * Removes for good what was deleted more than 30 days ago, with everything that hangs on it, in steps of at most
     * {@value #PURGED_AT_ONCE} of which each is a transaction of its own.
     *
     * @return how many
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int purge(Actor actor) {
        int purged = 0;
        int step;
        do {
            step = work.call(tx -> {
                access.requireSite(actor, EventSiteAction.PURGE);
                return store.purge(tx.now().minus(RESTORABLE), PURGED_AT_ONCE);
            });
            purged += step;
        } while (step == PURGED_AT_ONCE);
        return purged;
    }
}
