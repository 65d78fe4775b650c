package org.somoim.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps who comes, who waits, and how many seats are taken. Writes must happen inside a transaction. */
public interface RsvpStore {

    /**
     * Adds or replaces the one answer of this person to this event.
     *
     * @throws RuntimeException if two would have one number in the waitlist
     */
    void put(Rsvp rsvp);

    Optional<Rsvp> find(Id<Event> event, Id<User> user);

    /** @return false if there was none */
    boolean remove(Id<Event> event, Id<User> user);

    /**
     * Takes so many seats if the event has them.
     *
     * @param passingLine also while somebody waits who could come in, for whoever is next
     * @return false, and nothing is changed, if there are too few, or somebody waits
     */
    boolean takeSeats(Id<Event> event, int seats, boolean passingLine);

    void giveBackSeats(Id<Event> event, int seats);

    /** Seats that are taken or kept for someone. */
    int seatsTaken(Id<Event> event);

    /** A number that is greater than every one before it. */
    int nextInLine(Id<Event> event);

    /** Who has waited longest, has not been offered a seat, and is not with more people than the event takes at all. */
    Optional<Rsvp> firstInLine(Id<Event> event);

    /** First answer first ({@code createdAt}, then the person's id). */
    List<Rsvp> withAnswer(Id<Event> event, Rsvp.Answer answer, @Nullable Cursor after, int limit);

    /** In the order of their numbers; those who wait to be let in are not among them. */
    List<Rsvp> inLine(Id<Event> event, int afterLine, int limit);

    /** Those who said they come, may come or wait. First answer first. */
    List<Rsvp> comers(Id<Event> event, @Nullable Cursor after, int limit);

    Tally tally(Id<Event> event);

    /** Those of {@code events} that {@code user} goes to. */
    Set<Id<Event>> goingTo(Id<User> user, Set<Id<Event>> events);

    /** Offers that nobody has taken up until {@code time}, longest ago first, then by event and person. */
    List<Rsvp> lapsed(Instant time, int limit);

    /** Everything that {@code user} answered, first answer first ({@code createdAt}, then the event's id). */
    List<Rsvp> of(Id<User> user, @Nullable Cursor after, int limit);

    /** Whether anyone but {@code user} has answered. */
    boolean isAnswered(Id<Event> event, Id<User> user);
}
