package org.somoim.ratings;

import java.util.Optional;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Where ratings learn who came to an event. Handed in by whoever knows both. */
@FunctionalInterface
public interface Attendances {

    /**
     * Asked inside a transaction.
     *
     * @return empty if there is no such event, it was cancelled, or it is not for {@code reader} to see
     */
    Optional<Attendance> of(Id<?> event, Id<User> reader);
}
