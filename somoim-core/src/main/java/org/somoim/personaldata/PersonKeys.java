package org.somoim.personaldata;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Port. A key for each person, kept apart from the store, under which the store seals what is most personal. Who is erased
 * loses it: what copies of the store still hold of them cannot be read any more, and that they were erased is known here
 * even when an old copy is put back. Not part of a transaction; safe between threads.
 */
public interface PersonKeys {

    /** Makes keys for people who have none yet. They are made one by one otherwise, when first needed. */
    void make(Collection<Id<User>> people);

    /**
     * Destroys the key of a person for good; they never get another. Asked again, it changes nothing.
     *
     * @param at when, to the millisecond
     */
    void destroy(Id<User> person, Instant at);

    /** Forgets the keys of people who came to nothing, as if they had never been made. Not for anyone of whom something is kept. */
    void discard(Collection<Id<User>> people);

    /** Everyone whose key was destroyed, and when. */
    Map<Id<User>, Instant> destroyed();
}
