package org.somoim.posts;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** How one person took a post or comment. At most one of each kind per person. */
public record Reaction(Id<User> userId, Kind kind, Instant createdAt) {

    /** The ways to react. */
    public enum Kind {
        LIKE,
        LOVE,
        LAUGH,
        WOW,
        SAD,
        THANKS
    }
}
