package org.somoim.ratings;

import java.util.Optional;
import org.somoim.kernel.Id;

/** Where ratings learn who came to an event. Handed in by whoever knows both. */
@FunctionalInterface
public interface Attendances {

    /** Asked inside a transaction. Empty if there is no such event, or it was cancelled. */
    Optional<Attendance> of(Id<?> event);
}
