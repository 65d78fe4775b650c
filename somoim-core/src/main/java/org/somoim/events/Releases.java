package org.somoim.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.somoim.access.Access;
import org.somoim.accounts.AccountFact;
import org.somoim.groups.GroupFact;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Walk;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.ProfileFact;

/**
 * Gives back the seats of people who may come no longer: they have left the group, were put out of it, have closed their
 * account, are parted from the host by a block, or the host shows it to fewer. Their answers are taken back as if by
 * themselves, and whoever waits next moves up. What is over stays as it was, with who came.
 *
 * <p>Everything is looked at as it is when the fact is heard: who has come back meanwhile keeps their seat.
 */
public final class Releases implements FactListener {
    private static final Word NAME = new Word("seats");

    private final EventStore events;
    private final RsvpStore rsvps;
    private final EventGate gate;
    private final Seats seats;
    private final Access access;
    private final Work work;

    public Releases(EventStore events, RsvpStore rsvps, Access access, Work work) {
        this.events = events;
        this.rsvps = rsvps;
        this.gate = new EventGate(events, rsvps, access);
        this.seats = new Seats(rsvps);
        this.access = access;
        this.work = work;
    }

    @Override
    public Word name() {
        return NAME;
    }

    @Override
    public void on(Fact fact, Instant at) {
        if (fact instanceof GroupFact.Left left) {
            release(left.userId());
        } else if (fact instanceof GroupFact.Removed removed) {
            release(removed.userId());
        } else if (fact instanceof GroupFact.Banned banned) {
            release(banned.userId());
        } else if (fact instanceof AccountFact.Deactivated closed) {
            release(closed.userId());
        } else if (fact instanceof AccountFact.Suspended suspended) {
            release(suspended.userId());
        } else if (fact instanceof AccountFact.Reopened back) {
            // Whom they may have lost meanwhile.
            releaseGuestsOf(back.userId());
        } else if (fact instanceof AccountFact.Reinstated back) {
            releaseGuestsOf(back.userId());
        } else if (fact instanceof ProfileFact.Blocked blocked) {
            // Theirs at what the other hosts, and the other's at what they host.
            release(blocked.by());
        } else if (fact instanceof ProfileFact.SettingChanged changed
                && changed.setting() == PrivacySetting.PROFILE_VISIBILITY) {
            releaseGuestsOf(changed.userId());
        } else if (fact instanceof EventFact.Edited edited) {
            releaseFrom(edited.eventId());
        } else if (fact instanceof EventFact.EventRestored restored) {
            // While it was out of sight nobody lost what they held.
            releaseAllFrom(restored.eventId());
        }
    }

    /** Theirs everywhere, and those of others at what they host. */
    private void release(Id<User> person) {
        work.call(tx -> {
            List<Rsvp> answers = new ArrayList<>();
            Walk.through(
                    (after, limit) -> rsvps.of(person, after, limit),
                    rsvp -> Cursor.of(rsvp.createdAt(), rsvp.eventId()),
                    answers::add);
            answers.forEach(rsvp -> release(tx, rsvp));
            return person;
        });
        releaseGuestsOf(person);
    }

    /** Nobody loses a seat because a host has closed their account for a while. */
    private void releaseGuestsOf(Id<User> host) {
        if (!access.isActive(host)) {
            return;
        }
        work.call(tx -> {
            List<Event> hosted = new ArrayList<>();
            Walk.through(
                    (after, limit) -> events.onPage(host, Span.from(tx.now()), true, after, limit),
                    event -> Cursor.of(event.startsAt(), event.id()),
                    hosted::add);
            hosted.forEach(event -> releaseAll(tx, event));
            return host;
        });
    }

    /** Whoever sees a group's event by being a member sees it however closed it is. */
    private void releaseFrom(Id<Event> id) {
        work.call(tx -> {
            events.find(id).filter(event -> event.pageOf() != null).ifPresent(event -> releaseAll(tx, event));
            return id;
        });
    }

    private void releaseAllFrom(Id<Event> id) {
        work.call(tx -> {
            events.find(id).ifPresent(event -> releaseAll(tx, event));
            return id;
        });
    }

    private void releaseAll(Work.Tx tx, Event event) {
        List<Rsvp> comers = new ArrayList<>();
        Walk.through(
                (after, limit) -> rsvps.comers(event.id(), after, limit),
                rsvp -> Cursor.of(rsvp.createdAt(), rsvp.userId()),
                comers::add);
        comers.forEach(rsvp -> release(tx, rsvp));
    }

    /** Read anew: a seat that fell free a moment ago may have become theirs. */
    private void release(Work.Tx tx, Rsvp seen) {
        Event event =
                events.find(seen.eventId()).filter(found -> !found.isDeleted()).orElse(null);
        if (event == null
                || !event.overAt().isAfter(tx.now())
                || isWaitedFor(event, seen)
                || gate.mayAnswer(seen.userId(), event)) {
            return;
        }
        rsvps.find(event.id(), seen.userId()).ifPresent(rsvp -> {
            seats.remove(tx, event, rsvp);
            tx.announce(new EventFact.AnswerWithdrawn(event.id(), rsvp.userId()));
        });
    }

    /** Whether nobody sees the event because its host is away, and this person is not. */
    private boolean isWaitedFor(Event event, Rsvp seen) {
        return event.pageOf() != null && !access.isActive(event.pageOf()) && access.isActive(seen.userId());
    }
}
