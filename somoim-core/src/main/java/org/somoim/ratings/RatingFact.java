package org.somoim.ratings;

import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to ratings. None says who rated whom: facts are kept, and may be shown. */
public sealed interface RatingFact extends Fact {

    /** Somebody rated somebody they met. */
    record Given(Id<?> eventId) implements RatingFact {}

    /** Several ratings of this person began to count. */
    record Published(Id<User> userId) implements RatingFact {}
}
