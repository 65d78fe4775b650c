package org.somoim.accounts;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Socket. What stands open to someone who has signed in, such as their sessions. */
@FunctionalInterface
public interface OpenRights {

    /** Inside a change: ends all of it. */
    void end(Id<User> person);
}
