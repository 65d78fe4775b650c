package org.somoim.groups;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Socket. Says for which event a crew may be formed. */
@FunctionalInterface
public interface Occasions {
    /** No event at all. */
    Occasions NONE = (founder, event, now) -> false;

    /** Whether there is such an event, {@code founder} sees it, and it is still to come. */
    boolean isOpenTo(Id<User> founder, Id<?> event, Instant now);
}
