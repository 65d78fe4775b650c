package org.somoim.goals;

import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * What can happen to shared goals. Sharing, changing and deleting announce nothing: facts carry the time to the millisecond,
 * and everybody's other deeds do too.
 */
public sealed interface GoalFact extends Fact {

    /**
     * Shares of somebody inspired others, as was counted at the turn of a day. Does not say which.
     *
     * @param under random, unlike for every other fact
     * @param veiled the owner, veiled under it; see {@link org.somoim.kernel.Pseudonyms#unveil}
     */
    record Inspired(Id<?> under, Id<User> veiled) implements GoalFact {}
}
