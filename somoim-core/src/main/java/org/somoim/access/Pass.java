package org.somoim.access;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Who was let through, and what they are to the place.
 *
 * @param footing as it was when they were let through
 */
public record Pass(Id<User> person, Footing footing) {

    public Standing standing() {
        return footing.standing();
    }

    /** Whether they may also do {@code action} here. */
    public boolean allows(Action action) {
        return footing.allows(action);
    }
}
