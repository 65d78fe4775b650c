package org.somoim.events;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.access.AccessReason;
import org.somoim.access.Standing;
import org.somoim.events.EventGate.Opened;
import org.somoim.events.Rsvp.Answer;
import org.somoim.events.Rsvp.Attendance;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Lets people say whether they come. Who gets a seat is decided within one change, so that no seat is given twice and
 * nobody passes those who wait; see {@link Admission.Promotion} for what becomes of a seat that falls free. Lowering an
 * event's limit puts nobody out: nobody moves up until there are fewer again.
 */
public final class Rsvps {
    /** Whether somebody came is noted down so long before the start at the earliest. */
    public static final Duration DOORS = Duration.ofHours(12);

    private static final int LAPSED_AT_ONCE = 100;

    private final RsvpStore store;
    private final EventStore events;
    private final EventGate gate;
    private final Seats seats;
    private final Access access;
    private final Work work;

    public Rsvps(RsvpStore store, EventStore events, Access access, Work work) {
        this.store = store;
        this.events = events;
        this.gate = new EventGate(events, store, access);
        this.seats = new Seats(store);
        this.access = access;
        this.work = work;
    }

    /**
     * Comes, and brings guests along; or takes up the seat that was offered; or changes how many guests. Gives {@link
     * Answer#WAITLISTED} where there is no seat, where somebody else waits already, or where one has to be let in.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#TOO_MANY_GUESTS}, {@link EventReason#FULL} if one comes already
     *     and there is no seat for more guests, {@link EventReason#CANCELLED}, {@link EventReason#OVER}, {@code
     *     access.not-found}, {@code access.not-allowed}
     */
    public Rsvp attend(Actor actor, Id<Event> id, int guests) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = openToAnswer(actor, id, tx.now());
            Event event = opened.event();
            if (guests < 0
                    || guests > event.mostGuests()
                    || event.maxAttendees() != null && 1 + guests > event.maxAttendees()) {
                throw EventReason.TOO_MANY_GUESTS.refuse(id);
            }
            Rsvp before = mine(id, opened.pass().person(), tx.now());
            Rsvp after = attending(tx, opened, before, guests);
            if (!after.equals(before)) {
                tx.announce(new EventFact.Answered(id, after.userId(), after.answer(), guests));
            }
            return after;
        });
    }

    private Rsvp attending(Work.Tx tx, Opened opened, Rsvp before, int guests) {
        Event event = opened.event();
        if (before.holdsSeats()) {
            Rsvp more = withGuests(tx, event, before, guests);
            return before.isOffered() ? seats.takeUp(tx, more) : more;
        }
        boolean waitsForNobody = before.waitsForApproval() && !event.byApproval();
        if (before.is(Answer.WAITLISTED) && !waitsForNobody) {
            Rsvp waiting = before.guests() == guests ? before : before.bringing(guests, tx.now());
            store.put(waiting);
            // A smaller party may fit where a larger one did not.
            seats.fill(tx, event);
            return find(event.id(), before.userId());
        }
        if (event.byApproval() && !opened.isTheirs()) {
            Rsvp asking = before.answered(Answer.WAITLISTED, guests, tx.now());
            store.put(asking);
            tx.announce(new EventFact.ApprovalAsked(event.id(), before.userId()));
            return asking;
        }
        return seats.admit(tx, event, before, guests);
    }

    private Rsvp withGuests(Work.Tx tx, Event event, Rsvp before, int guests) {
        int more = guests - before.guests();
        if (more > 0 && !store.takeSeats(event.id(), more, false)) {
            throw EventReason.FULL.refuse(event.id());
        }
        Rsvp after = more == 0 ? before : before.bringing(guests, tx.now());
        store.put(after);
        if (more < 0) {
            store.giveBackSeats(event.id(), -more);
            seats.fill(tx, event);
        }
        return after;
    }

    /**
     * May come. Takes no seat, so that it can always be said; gives back the seat or the place in the line that one had.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#CANCELLED}, {@link EventReason#OVER}, {@code access.not-found},
     *     {@code access.not-allowed}
     */
    public Rsvp interested(Actor actor, Id<Event> id) {
        return work.call(tx -> answered(tx, access.requirePerson(actor), actor, id, Answer.INTERESTED));
    }

    /**
     * Does not come. Gives back the seat, or the place in the line.
     *
     * @throws org.somoim.kernel.Refusal as {@link #interested}
     */
    public Rsvp decline(Actor actor, Id<Event> id) {
        return work.call(tx -> answered(tx, access.requirePerson(actor), actor, id, Answer.NOT_GOING));
    }

    private Rsvp answered(Work.Tx tx, Id<User> person, Actor actor, Id<Event> id, Answer answer) {
        Event event = openToAnswer(actor, id, tx.now()).event();
        Rsvp before = store.find(id, person).orElse(null);
        if (before != null && before.is(answer)) {
            return before;
        }
        Rsvp none = before == null ? blank(id, person, tx.now()) : before;
        Rsvp after = seats.answer(tx, event, none, none.answered(answer, 0, tx.now()));
        tx.announce(new EventFact.Answered(id, person, answer, 0));
        return after;
    }

    /**
     * Takes one's answer back, as if one had never answered. Nothing changes if one has not. Possible as long as one may
     * see the event, also when it is over.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public void withdraw(Actor actor, Id<Event> id) {
        work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.open(actor, id);
            store.find(id, opened.pass().person()).ifPresent(rsvp -> {
                seats.remove(tx, opened.event(), rsvp);
                tx.announce(new EventFact.AnswerWithdrawn(id, rsvp.userId()));
            });
            return id;
        });
    }

    /**
     * One's own answer.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#NOT_ANSWERED}, {@code access.not-found}
     */
    public Rsvp own(Actor actor, Id<Event> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            return find(id, gate.open(actor, id).pass().person());
        });
    }

    /** How many come, for everyone who sees the event. */
    public Tally tally(Actor actor, Id<Event> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            return store.tally(gate.open(actor, id).event().id());
        });
    }

    /**
     * Who gave this answer, first answer first. Who goes and who may come is for members, and for a person's event for those
     * who may answer it; who does not come and who waits is for those who look after the event. Those parted from the reader
     * by a block are left out, save for moderators.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Page<Rsvp> list(Actor actor, Id<Event> id, Answer answer, Page.Ask ask) {
        return work.read(() -> {
            access.requirePerson(actor);
            Opened opened = gate.open(actor, id);
            boolean isForComers = answer == Answer.GOING || answer == Answer.INTERESTED;
            if (!opened.isTheirs() && !(isForComers && opened.allows(EventAction.ANSWER))) {
                throw AccessReason.NOT_ALLOWED.refuse(id);
            }
            return shown(opened, ask, (after, limit) -> store.withAnswer(id, answer, after, limit));
        });
    }

    private Page<Rsvp> shown(Opened opened, Page.Ask ask, Page.Fetch<Rsvp> fetch) {
        if (opened.pass().standing().isAtLeast(Standing.MODERATOR)) {
            return Page.of(ask, fetch, Rsvps::place);
        }
        Set<Id<User>> apart = new HashSet<>();
        return Page.of(
                ask,
                (after, limit) -> {
                    List<Rsvp> batch = fetch.fetch(after, limit);
                    apart.addAll(access.apart(
                            opened.pass().person(),
                            batch.stream().map(Rsvp::userId).collect(Collectors.toSet())));
                    return batch;
                },
                Rsvps::place,
                rsvp -> !apart.contains(rsvp.userId()));
    }

    private static Cursor place(Rsvp rsvp) {
        return Cursor.of(rsvp.createdAt(), rsvp.userId());
    }

    // For those who look after the event

    /**
     * Lets somebody in who asked: they get a seat, or a number in the waitlist.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#NOT_WAITING}, {@link EventReason#CANCELLED}, {@link
     *     EventReason#OVER}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Rsvp approve(Actor actor, Id<Event> id, Id<User> person) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.openForChange(actor, id);
            Event event = running(opened.event(), tx.now());
            Rsvp asking = store.find(id, person)
                    .filter(Rsvp::waitsForApproval)
                    .orElseThrow(() -> EventReason.NOT_WAITING.refuse(id, person));
            Rsvp after = seats.admit(tx, event, asking, asking.guests());
            tx.announce(new EventFact.Approved(id, person, opened.pass().person(), after.answer()));
            return after;
        });
    }

    /**
     * Gives a free seat to somebody who waits, whatever the event's policy and their number.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#NOT_WAITING}, {@link EventReason#FULL}, {@link
     *     EventReason#CANCELLED}, {@link EventReason#OVER}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Rsvp promote(Actor actor, Id<Event> id, Id<User> person) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Event event = running(gate.openForChange(actor, id).event(), tx.now());
            Rsvp waiting = store.find(id, person)
                    .filter(rsvp -> rsvp.line() != null)
                    .orElseThrow(() -> EventReason.NOT_WAITING.refuse(id, person));
            if (!waiting.isOffered() && !store.takeSeats(id, waiting.seats(), true)) {
                throw EventReason.FULL.refuse(id);
            }
            Rsvp going = seats.promote(tx, waiting);
            seats.fill(tx, event);
            return going;
        });
    }

    /**
     * Puts somebody off the list, or turns down their wish to come: they are not going.
     *
     * @throws org.somoim.kernel.Refusal {@link EventReason#NOT_ANSWERED}, {@code access.not-found}, {@code
     *     access.not-allowed}
     */
    public Rsvp turnDown(Actor actor, Id<Event> id, Id<User> person) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.openForChange(actor, id);
            Rsvp before = find(id, person);
            if (before.is(Answer.NOT_GOING)) {
                return before;
            }
            Rsvp after = seats.answer(tx, opened.event(), before, before.answered(Answer.NOT_GOING, 0, tx.now()));
            tx.announce(new EventFact.TurnedDown(id, person, opened.pass().person()));
            return after;
        });
    }

    /**
     * Notes down whether somebody who goes came.
     *
     * @param attendance null to take the note back
     * @throws org.somoim.kernel.Refusal {@link EventReason#NOT_ANSWERED}, {@link EventReason#NOT_GOING}, {@link
     *     EventReason#TOO_EARLY}, {@link EventReason#CANCELLED}, {@code access.not-found}, {@code access.not-allowed}
     */
    public Rsvp note(Actor actor, Id<Event> id, Id<User> person, @Nullable Attendance attendance) {
        return work.call(tx -> {
            access.requirePerson(actor);
            Opened opened = gate.openForChange(actor, id);
            Event event = opened.event();
            if (event.isCancelled()) {
                throw EventReason.CANCELLED.refuse(id);
            }
            Instant earliest = attendance == Attendance.NO_SHOW
                    ? event.startsAt()
                    : event.startsAt().minus(DOORS);
            if (tx.now().isBefore(earliest)) {
                throw EventReason.TOO_EARLY.refuse(id);
            }
            Rsvp before = find(id, person);
            if (!before.is(Answer.GOING)) {
                throw EventReason.NOT_GOING.refuse(id, person);
            }
            Rsvp after = before.noted(attendance, tx.now());
            store.put(after);
            tx.announce(new EventFact.AttendanceNoted(id, person, opened.pass().person(), attendance));
            return after;
        });
    }

    /**
     * Takes back offered seats that nobody has taken up, and gives them to whoever waits next; those who did not answer may
     * come by asking again. A limited number each time; call it again until nothing is left.
     *
     * @return how many offers
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int lapse(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, EventSiteAction.LAPSE);
            List<Rsvp> lapsed = store.lapsed(tx.now(), LAPSED_AT_ONCE);
            lapsed.forEach(rsvp -> lapse(tx, rsvp));
            return lapsed.size();
        });
    }

    private void lapse(Work.Tx tx, Rsvp rsvp) {
        Event event = events.find(rsvp.eventId()).orElseThrow(() -> access.notFound(rsvp.eventId()));
        seats.answer(tx, event, rsvp, rsvp.answered(Answer.INTERESTED, 0, tx.now()));
        tx.announce(new EventFact.OfferLapsed(rsvp.eventId(), rsvp.userId()));
    }

    private Opened openToAnswer(Actor actor, Id<Event> id, Instant now) {
        Opened opened = gate.open(actor, id);
        if (!opened.allows(EventAction.ANSWER)) {
            throw AccessReason.NOT_ALLOWED.refuse(id);
        }
        running(opened.event(), now);
        return opened;
    }

    private static Event running(Event event, Instant now) {
        if (event.isCancelled()) {
            throw EventReason.CANCELLED.refuse(event.id());
        }
        if (!event.overAt().isAfter(now)) {
            throw EventReason.OVER.refuse(event.id());
        }
        return event;
    }

    private Rsvp find(Id<Event> id, Id<User> person) {
        return store.find(id, person).orElseThrow(() -> EventReason.NOT_ANSWERED.refuse(id, person));
    }

    private Rsvp mine(Id<Event> id, Id<User> person, Instant now) {
        return store.find(id, person).orElseGet(() -> blank(id, person, now));
    }

    /** Of someone who has not answered. Never kept. */
    private static Rsvp blank(Id<Event> id, Id<User> person, Instant now) {
        return new Rsvp(id, person, Answer.NOT_GOING, 0, null, null, null, now, now);
    }
}
