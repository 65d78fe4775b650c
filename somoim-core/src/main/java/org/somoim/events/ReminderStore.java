package org.somoim.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps who wants to be reminded of what. Writes must happen inside a transaction. */
public interface ReminderStore {

    /** Adds or replaces the one of this person for this event so many minutes before. */
    void put(Reminder reminder);

    /** Does nothing if there is none. */
    void remove(Id<Event> event, Id<User> user, int minutes);

    /** Unwanted ones too; most minutes first. */
    List<Reminder> of(Id<Event> event, Id<User> user);

    /** The same for several events, by event and then most minutes first. */
    List<Reminder> ofEvents(Set<Id<Event>> events, Id<User> user);

    /** Those of all events that are wanted and wait, and are due at {@code now}; longest due first. */
    List<Reminder> due(Instant now, int limit);

    /** All that are there of an event come due by its new start; those that were done for another start wait again, and those
     * that were done for this one do not. */
    void move(Id<Event> event, Instant startsAt);

    /**
     * Everything that {@code user} wants, by event and then most minutes first.
     *
     * @param after only what comes after this, or null
     */
    List<Reminder> ofPerson(Id<User> user, @Nullable Reminder after, int limit);

    /** @return how many */
    int removeAll(Id<User> user, int limit);

    /**
     * Removes those that were due before {@code time}.
     *
     * @return how many
     */
    int prune(Instant time, int limit);
}
