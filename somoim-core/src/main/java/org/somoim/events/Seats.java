package org.somoim.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.somoim.events.Rsvp.Answer;
import org.somoim.kernel.Work;

/**
 * Gives seats out and takes them back. The only place where that happens.
 *
 * <p>Whoever waits is served in the order in which they came; nobody who comes later passes them, not even where a seat is
 * free that is too few for those in front. Only a party that is larger than the whole event is passed over.
 */
final class Seats {
    /** How long an offered seat is kept, at most until the start. */
    static final Duration OFFERED_FOR = Duration.ofHours(24);

    private final RsvpStore store;

    Seats(RsvpStore store) {
        this.store = store;
    }

    /** Gives a seat, or a number in the waitlist. */
    Rsvp admit(Work.Tx tx, Event event, Rsvp rsvp, int guests) {
        Rsvp admitted = store.takeSeats(event.id(), 1 + guests, false)
                ? rsvp.answered(Answer.GOING, guests, tx.now())
                : rsvp.lined(guests, store.nextInLine(event.id()), tx.now());
        store.put(admitted);
        return admitted;
    }

    /** Puts down another answer, and gives what falls free to whoever waits. */
    Rsvp answer(Work.Tx tx, Event event, Rsvp before, Rsvp after) {
        store.put(after);
        release(tx, event, before);
        return after;
    }

    /** Removes an answer, and gives what falls free to whoever waits. */
    void remove(Work.Tx tx, Event event, Rsvp rsvp) {
        store.remove(event.id(), rsvp.userId());
        release(tx, event, rsvp);
    }

    /** Someone may have come to the front of the line even where no seat fell free. */
    private void release(Work.Tx tx, Event event, Rsvp rsvp) {
        if (rsvp.holdsSeats()) {
            store.giveBackSeats(event.id(), rsvp.seats());
        }
        fill(tx, event);
    }

    /** Gives free seats to those who wait, as the event's policy has it, in the order of their numbers. */
    void fill(Work.Tx tx, Event event) {
        if (event.isCancelled() || event.isDeleted() || !event.startsAt().isAfter(tx.now())) {
            return;
        }
        if (event.promotion() == Admission.Promotion.MANUAL) {
            return;
        }
        Optional<Rsvp> first = store.firstInLine(event.id());
        while (first.isPresent() && store.takeSeats(event.id(), first.get().seats(), true)) {
            if (isOffered(event, tx.now())) {
                offer(tx, event, first.get());
            } else {
                promote(tx, first.get());
            }
            first = store.firstInLine(event.id());
        }
    }

    /** Whether seats are offered now, rather than given. */
    private static boolean isOffered(Event event, Instant now) {
        return switch (event.promotion()) {
            case AUTOMATIC, MANUAL -> false;
            case OFFER -> true;
            case OFFER_LATE -> !now.isBefore(event.startsAt().minus(Duration.ofHours(event.offerHours())));
        };
    }

    /** Whoever was offered seats takes them. They need not be told. */
    Rsvp takeUp(Work.Tx tx, Rsvp rsvp) {
        Rsvp going = rsvp.answered(Answer.GOING, rsvp.guests(), tx.now());
        store.put(going);
        return going;
    }

    /** Whoever waits gets seats that have been taken for them. */
    Rsvp promote(Work.Tx tx, Rsvp rsvp) {
        Rsvp going = takeUp(tx, rsvp);
        tx.announce(new EventFact.Promoted(rsvp.eventId(), rsvp.userId()));
        return going;
    }

    private void offer(Work.Tx tx, Event event, Rsvp rsvp) {
        Instant day = tx.now().plus(OFFERED_FOR);
        store.put(rsvp.offered(day.isBefore(event.startsAt()) ? day : event.startsAt(), tx.now()));
        tx.announce(new EventFact.SeatOffered(rsvp.eventId(), rsvp.userId()));
    }
}
