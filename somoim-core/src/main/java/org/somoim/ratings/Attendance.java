package org.somoim.ratings;

import java.time.Instant;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Who came to an event.
 *
 * @param eventId the event
 * @param ended when it was over, or will be
 * @param people who came
 */
public record Attendance(Id<?> eventId, Instant ended, Set<Id<User>> people) {
    public Attendance {
        people = Set.copyOf(people);
    }

    boolean has(Id<User> person) {
        return people.contains(person);
    }
}
