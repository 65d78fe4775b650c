package org.somoim.comparison;

import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to comparisons. Nothing in here depends on how many people there are, or on what they gave. */
public sealed interface ComparisonFact extends Fact {

    /** Someone has given figures, for the first time or anew. */
    record Contributed(Id<User> userId) implements ComparisonFact {}

    /** Someone has taken their figures back. */
    record Withdrawn(Id<User> userId) implements ComparisonFact {}

    /** An epoch was released, once and for all. */
    record EpochReleased(Id<KeptEpoch> epochId, long microEpsilon) implements ComparisonFact {}

    /** An epoch was skipped: it would have cost more than the year allows. */
    record BudgetSpent(Id<KeptEpoch> epochId) implements ComparisonFact {}

    /** Someone who takes part can look at the comparison anew. */
    record Updated(Id<User> userId, Id<KeptEpoch> epochId) implements ComparisonFact {}
}
