package org.somoim.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.events.EventGate.Opened;
import org.somoim.groups.Group;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Calls meetings that come again by a rule. Each occurrence is an event of its own, made half a year ahead, and is named by
 * when it was first to start, by the clock on the wall: the RECURRENCE-ID of RFC 5545. One is moved, changed or called off
 * with {@link Events} like any other; its name stays.
 */
public final class Recurrences {
    /** Occurrences are made so far ahead. */
    public static final Duration AHEAD = Duration.ofDays(180);
    /** In any stretch of {@link #AHEAD}. */
    public static final int MOST = 200;

    /** A series is gone on with once it is so much behind, so that not every call of the job writes a little. */
    private static final Duration STEP = Duration.ofDays(7);

    private static final int SERIES_AT_ONCE = 10;

    private final SeriesStore store;
    private final EventStore events;
    private final Recurrence recurrence;
    private final EventGate gate;
    private final Access access;
    private final Work work;

    public Recurrences(
            SeriesStore store, EventStore events, RsvpStore rsvps, Recurrence recurrence, Access access, Work work) {
        this.store = store;
        this.events = events;
        this.recurrence = recurrence;
        this.gate = new EventGate(events, rsvps, access);
        this.access = access;
        this.work = work;
    }

    /**
     * Begins a series of a group. The first start must be as the rule says.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#NOT_A_RULE}, {@link EventReason#NEVER}, {@link
     *     EventReason#TOO_OFTEN}, {@link EventReason#IN_THE_PAST}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Course begin(Actor actor, Id<Group> group, Plan plan, Rule rule) {
        return begin(actor, group, plan, rule, Set.of());
    }

    /**
     * Begins a series that the actor hosts themself.
     *
     * @throws org.somoim.kernel.Refusal as {@link #begin}
     */
    public Course beginOwn(Actor actor, Plan plan, Rule rule) {
        return begin(actor, null, plan, rule, Set.of());
    }

    /**
     * The same with exceptions.
     *
     * @param group null if the actor hosts it
     * @param without starts by the rule at which it does not take place
     */
    Course begin(Actor actor, @Nullable Id<Group> group, Plan plan, Rule rule, Set<LocalDateTime> without) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            if (group == null) {
                access.requireOnPage(actor, OwnEventAction.CALL, person, person);
            } else {
                access.require(actor, EventAction.CALL, group);
            }
            Id<User> pageOf = group == null ? person : null;
            return begun(tx, Series.begun(tx.newId(), group, pageOf, person, rule, plan, tx.now()), without);
        });
    }

    private Course begun(Work.Tx tx, Series series, Set<LocalDateTime> without) {
        LocalDateTime until = series.startsOn().plus(AHEAD);
        List<LocalDateTime> starts = starts(series, series.startsOn(), until, MOST + 1);
        if (starts.isEmpty() || !starts.get(0).equals(series.startsOn())) {
            throw EventReason.NEVER.refuse();
        }
        if (starts.size() > MOST) {
            throw EventReason.TOO_OFTEN.refuse();
        }
        store.add(series);
        if (!without.isEmpty()) {
            store.leaveOut(series.id(), without, tx.now());
        }
        List<Event> made = make(tx, series, starts);
        if (made.isEmpty()) {
            throw EventReason.NEVER.refuse();
        }
        store.put(series.made(until, isOver(series, until), tx.now()));
        tx.announce(new EventFact.SeriesBegun(
                series.id(), made.get(0).id(), series.groupId(), series.pageOf(), series.creatorId()));
        return Course.of(get(series.id()));
    }

    private List<Event> make(Work.Tx tx, Series series, List<LocalDateTime> starts) {
        Set<LocalDateTime> without = store.leftOut(series.id(), Set.copyOf(starts));
        List<Event> made = starts.stream()
                .filter(start -> !without.contains(start))
                .map(start -> Event.occurrence(tx.newId(), series, start, series.planAt(start), tx.now()))
                .toList();
        made.forEach(events::add);
        return made;
    }

    private List<LocalDateTime> starts(Series series, LocalDateTime from, LocalDateTime until, int most) {
        return recurrence.starts(series.rule(), series.startsOn(), series.zone(), from, until, most);
    }

    private boolean isOver(Series series, LocalDateTime from) {
        return starts(series, from, LocalDateTime.MAX, 1).isEmpty();
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public Course find(Actor actor, Id<Series> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            return Course.of(open(actor, id).series());
        });
    }

    /** The occurrences in a span of time, first start first; moved ones where they are now, called off ones too. */
    public Page<Event> occurrences(Actor actor, Id<Series> id, Span span, Page.Ask ask) {
        return work.read(() -> {
            access.requirePerson(actor);
            OpenedSeries opened = open(actor, id);
            boolean closed = opened.opened().allows(EventAction.SEE_CLOSED);
            Page<Event> page = Page.of(
                    ask,
                    (after, limit) -> events.ofSeries(id, span, closed, after, limit),
                    event -> Cursor.of(event.startsAt(), event.id()));
            return new Page<>(gate.shown(opened.opened().pass().person(), page.items()), page.next());
        });
    }

    /**
     * One occurrence.
     *
     * @param start when it was first to start, whatever it was moved to
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public Event occurrence(Actor actor, Id<Series> id, LocalDateTime start) {
        return work.read(() -> {
            access.requirePerson(actor);
            open(actor, id);
            Event event = events.occurrence(id, start).orElseThrow(() -> access.notFound(id));
            return gate.shown(gate.open(actor, event.id()));
        });
    }

    /**
     * Ends a series: calls off every occurrence that was first to start at {@code from} or later and is still to come, and
     * makes no more. Those before stay as they are.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Course endFrom(Actor actor, Id<Series> id, LocalDateTime from) {
        return work.call(tx -> {
            access.requirePerson(actor);
            OpenedSeries opened = open(actor, id);
            gate.requireTheirs(opened.opened());
            Id<User> person = opened.opened().pass().person();
            for (Event event : events.toCome(id, from, tx.now())) {
                events.put(event.cancelled(tx.now()));
                tx.announce(new EventFact.Cancelled(event.id(), person));
            }
            if (opened.series().endedAt() == null) {
                store.put(opened.series().ended(tx.now()));
                tx.announce(new EventFact.SeriesEnded(id, person));
            }
            return Course.of(get(id));
        });
    }

    /**
     * Makes what has come within sight. A limited number of series each time; call it again until nothing is left.
     *
     * @return how many series were gone on with
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int goOn(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, EventSiteAction.GO_ON);
            LocalDateTime horizon = Zone.UTC.local(tx.now()).plus(AHEAD);
            List<Series> behind = store.behind(horizon.minus(STEP), SERIES_AT_ONCE);
            behind.forEach(series -> goOn(tx, series, horizon));
            return behind.size();
        });
    }

    /** What nobody was there to make in time is not made afterwards. */
    private void goOn(Work.Tx tx, Series series, LocalDateTime horizon) {
        Instant now = tx.now();
        LocalDateTime today = series.zone().local(now);
        LocalDateTime from = series.madeUntil().isBefore(today) ? today : series.madeUntil();
        List<LocalDateTime> starts = starts(series, from, horizon, MOST).stream()
                .filter(start -> series.zone().at(start).isAfter(now))
                .toList();
        make(tx, series, starts);
        store.put(series.made(horizon, isOver(series, horizon), now));
    }

    private Series get(Id<Series> id) {
        return store.find(id).orElseThrow(() -> access.notFound(id));
    }

    private record OpenedSeries(Series series, Opened opened) {}

    /** As open as its first occurrence would be. */
    private OpenedSeries open(Actor actor, Id<Series> id) {
        Series series = get(id);
        Event standIn =
                Event.occurrence(new Id<>(id.value()), series, series.startsOn(), series.plan(), series.createdAt());
        return new OpenedSeries(series, gate.enter(actor, standIn));
    }
}
