package org.somoim.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.somoim.access.Access;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.personaldata.Walk;

/** Knows who came, for other capabilities and inside a transaction of theirs. */
public final class Comers {
    private final RsvpStore store;
    private final EventStore events;
    private final EventGate gate;

    public Comers(EventStore events, RsvpStore store, Access access) {
        this.store = store;
        this.events = events;
        this.gate = new EventGate(events, store, access);
    }

    /** An event that was not called off, as {@code reader} sees it; empty if they do not. */
    public Optional<Event> event(Id<Event> event, Id<User> reader) {
        return events.find(event)
                .filter(found -> !found.isCancelled())
                .flatMap(found -> gate.shown(reader, List.of(found)).stream().findFirst());
    }

    /**
     * Those who were noted down as having come. Where nobody was, everyone who was going and was not noted down as missing.
     */
    public Set<Id<User>> whoCame(Id<Event> event) {
        List<Rsvp> went = new ArrayList<>();
        Walk.through(
                (after, limit) -> store.withAnswer(event, Rsvp.Answer.GOING, after, limit),
                rsvp -> Cursor.of(rsvp.createdAt(), rsvp.userId()),
                went::add);
        boolean isNoted = went.stream().anyMatch(rsvp -> rsvp.attendance() == Rsvp.Attendance.CHECKED_IN);
        return went.stream()
                .filter(rsvp -> isNoted ? rsvp.attendance() == Rsvp.Attendance.CHECKED_IN : rsvp.attendance() == null)
                .map(Rsvp::userId)
                .collect(Collectors.toSet());
    }
}
