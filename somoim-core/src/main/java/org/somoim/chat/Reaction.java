package org.somoim.chat;

import java.time.Instant;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** How someone reacted to a message. */
public record Reaction(Id<User> userId, Kind kind, Instant createdAt) {

    /** The ways there are. */
    public enum Kind {
        LIKE,
        LOVE,
        LAUGH,
        WOW,
        SAD,
        THANKS
    }
}
