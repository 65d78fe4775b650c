package org.somoim.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * One person's answer to one event.
 *
 * @param guests how many people they bring along
 * @param line their number in the waitlist: lower comes first. Null if they do not wait, or wait to be let in
 * @param offeredUntil a seat is kept for them until then; null if none was offered
 * @param attendance whether they came, as far as somebody has noted it down
 * @param createdAt when they first answered
 */
public record Rsvp(
        Id<Event> eventId,
        Id<User> userId,
        Answer answer,
        int guests,
        @Nullable Integer line,
        @Nullable Instant offeredUntil,
        @Nullable Attendance attendance,
        Instant createdAt,
        Instant updatedAt) {

    public Rsvp {
        if (line != null && answer != Answer.WAITLISTED
                || offeredUntil != null && line == null
                || attendance != null && answer != Answer.GOING) {
            throw new IllegalArgumentException("who does not wait has no number, who does not go did not come");
        }
    }

    /** Whether they come. */
    public enum Answer {
        GOING,
        INTERESTED,
        NOT_GOING,
        /** Waits for a seat, or to be let in. Nobody answers so: it is what becomes of an answer. */
        WAITLISTED
    }

    /** Whether they came. */
    public enum Attendance {
        CHECKED_IN,
        NO_SHOW
    }

    /** With their guests. */
    public int seats() {
        return 1 + guests;
    }

    public boolean is(Answer wanted) {
        return answer == wanted;
    }

    /** Whether somebody who looks after the event has yet to let them in. */
    public boolean waitsForApproval() {
        return answer == Answer.WAITLISTED && line == null;
    }

    /** Whether a seat is kept for them. */
    public boolean isOffered() {
        return offeredUntil != null;
    }

    /** Whether seats are taken on their account. */
    public boolean holdsSeats() {
        return answer == Answer.GOING || isOffered();
    }

    Rsvp answered(Answer now, int guests, Instant at) {
        return new Rsvp(eventId, userId, now, guests, null, null, null, createdAt, at);
    }

    Rsvp lined(int guests, int line, Instant at) {
        return new Rsvp(eventId, userId, Answer.WAITLISTED, guests, line, null, null, createdAt, at);
    }

    Rsvp offered(Instant until, Instant at) {
        return new Rsvp(eventId, userId, answer, guests, line, until, null, createdAt, at);
    }

    Rsvp bringing(int guests, Instant at) {
        return new Rsvp(eventId, userId, answer, guests, line, offeredUntil, attendance, createdAt, at);
    }

    Rsvp noted(@Nullable Attendance attendance, Instant at) {
        return new Rsvp(eventId, userId, answer, guests, line, offeredUntil, attendance, createdAt, at);
    }
}
