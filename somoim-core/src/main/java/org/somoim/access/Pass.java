package org.somoim.access;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Who was let through, and what they are to the place.
 *
 * @param footing as it was when they were let through
 * @param silent whether they may add no words there, for they are muted or the place is locked
 */
public record Pass(Id<User> person, Footing footing, boolean silent) {

    /** For someone on whom nothing is laid. */
    public Pass(Id<User> person, Footing footing) {
        this(person, footing, false);
    }

    public Standing standing() {
        return footing.standing();
    }

    /** Whether they may also do {@code action} here. */
    public boolean allows(Action action) {
        return footing.allows(action) && !(silent && action.speaks());
    }
}
