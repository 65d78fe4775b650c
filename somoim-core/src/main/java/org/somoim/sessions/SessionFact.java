package org.somoim.sessions;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to sessions. */
public sealed interface SessionFact extends Fact {
    record Opened(Id<User> userId) implements SessionFact {}

    /** Its owner ended it. */
    record Ended(Id<User> userId) implements SessionFact {}

    /** @param by whoever ended all of them, or null if the host did */
    record AllEnded(Id<User> userId, @Nullable Id<User> by) implements SessionFact {}

    /** A refresh token came that had been used before: it may have been stolen, so the session has ended. */
    record ReuseDetected(Id<User> userId) implements SessionFact {}
}
