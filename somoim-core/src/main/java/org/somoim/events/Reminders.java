package org.somoim.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Reminds people of what they are about to go to. Whoever comes is reminded {@value #USUAL} minutes before unless they say
 * otherwise; anyone who sees an event can want it. For one start of an event nobody is reminded twice at one time before it,
 * whatever the clock does; if the event is moved, it is another start.
 */
public final class Reminders {
    /** In minutes: a day before. */
    public static final int USUAL = 24 * 60;
    /** Wishes are forgotten so long after they were due. */
    public static final Duration KEPT = Duration.ofDays(60);

    /** Of something that started longer ago nobody needs to be reminded. */
    private static final Duration TOO_LATE = Duration.ofMinutes(15);

    private static final int LONGEST = 28 * 24 * 60;
    private static final int MOST = 5;
    private static final int AT_ONCE = 100;

    private final ReminderStore store;
    private final EventStore events;
    private final RsvpStore rsvps;
    private final EventGate gate;
    private final Access access;
    private final Work work;

    public Reminders(ReminderStore store, EventStore events, RsvpStore rsvps, Access access, Work work) {
        this.store = store;
        this.events = events;
        this.rsvps = rsvps;
        this.gate = new EventGate(events, rsvps, access);
        this.access = access;
        this.work = work;
    }

    /**
     * When the actor is reminded of an event, in minutes before it starts, most first.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}
     */
    public List<Integer> of(Actor actor, Id<Event> id) {
        return work.read(() -> {
            Id<User> person = access.requirePerson(actor);
            gate.open(actor, id);
            return wanted(id, person);
        });
    }

    /**
     * Says when the actor wants to be reminded of an event; what they wanted before is forgotten. What is past already when
     * they say so is not made up for.
     *
     * @param minutes before it starts, each 0 to 40,320; at most 5, and none to be left alone
     * @return as {@link #of}
     * @throws org.somoim.kernel.Refusal {@link EventReason#BAD_REMINDERS}, {@link EventReason#CANCELLED}, {@link
     *     EventReason#OVER}, {@code access.not-found}
     */
    public List<Integer> want(Actor actor, Id<Event> id, Set<Integer> minutes) {
        return work.call(tx -> {
            Id<User> person = access.requirePerson(actor);
            Event event = gate.open(actor, id).event();
            if (minutes.size() > MOST || minutes.stream().anyMatch(m -> m < 0 || m > LONGEST)) {
                throw EventReason.BAD_REMINDERS.refuse();
            }
            if (event.isCancelled()) {
                throw EventReason.CANCELLED.refuse(id);
            }
            if (!event.overAt().isAfter(tx.now())) {
                throw EventReason.OVER.refuse(id);
            }
            List<Reminder> before = store.of(id, person);
            for (Reminder old : before) {
                if (!minutes.contains(old.minutes())) {
                    store.remove(id, person, old.minutes());
                }
            }
            if (!minutes.contains(USUAL)) {
                // So that it does not come back by itself when they say again that they come.
                store.put(Reminder.of(event, person, USUAL, tx.now()).unwanted());
            }
            for (int wanted : minutes) {
                if (before.stream().noneMatch(old -> old.minutes() == wanted && old.isWanted())) {
                    store.put(fresh(event, person, wanted, tx.now()));
                }
            }
            return wanted(id, person);
        });
    }

    static Reminder fresh(Event event, Id<User> person, int minutes, Instant now) {
        Reminder reminder = Reminder.of(event, person, minutes, now);
        return reminder.dueAt().isBefore(now) ? reminder.done(event) : reminder;
    }

    private List<Integer> wanted(Id<Event> event, Id<User> person) {
        return store.of(event, person).stream()
                .filter(Reminder::isWanted)
                .map(Reminder::minutes)
                .toList();
    }

    /**
     * Reminds those for whom it is time. A limited number each time; call it again until nothing is left.
     *
     * @return how many wishes were dealt with, whether or not somebody was reminded
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int remind(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, EventSiteAction.REMIND);
            List<Reminder> due = store.due(tx.now(), AT_ONCE);
            due.forEach(reminder -> remind(tx, reminder));
            return due.size();
        });
    }

    private void remind(Work.Tx tx, Reminder reminder) {
        Event event = events.find(reminder.eventId()).orElseThrow(() -> access.notFound(reminder.eventId()));
        if (Reminder.due(event, reminder.minutes()).isAfter(tx.now())) {
            // It was moved, and this was not told yet.
            store.put(reminder.moved(event));
            return;
        }
        boolean isDone = event.startsAt().equals(reminder.doneFor());
        store.put(reminder.done(event));
        if (!isDone && isStillOfUse(event, tx.now()) && isFor(reminder.userId(), event)) {
            tx.announce(new EventFact.Reminded(event.id(), reminder.userId(), reminder.minutes()));
        }
    }

    private static boolean isStillOfUse(Event event, Instant now) {
        return !event.isDeleted()
                && !event.isCancelled()
                && now.isBefore(event.startsAt().plus(TOO_LATE));
    }

    private boolean isFor(Id<User> person, Event event) {
        boolean isOff = rsvps.find(event.id(), person)
                .filter(rsvp -> rsvp.is(Rsvp.Answer.NOT_GOING))
                .isPresent();
        return !isOff
                && access.isActive(person)
                && !gate.shown(person, List.of(event)).isEmpty();
    }

    /**
     * Forgets wishes that were due 60 days ago. A limited number each time.
     *
     * @return how many
     * @throws org.somoim.kernel.Refusal {@code access.not-allowed}
     */
    public int prune(Actor actor) {
        return work.call(tx -> {
            access.requireSite(actor, EventSiteAction.REMIND);
            return store.prune(tx.now().minus(KEPT), AT_ONCE);
        });
    }
}
