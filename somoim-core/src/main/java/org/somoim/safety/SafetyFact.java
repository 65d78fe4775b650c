package org.somoim.safety;

import org.jspecify.annotations.Nullable;
import org.somoim.groups.Group;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Everything that can happen to alerts. Never what the matter is, nor where. Each says whether it is a drill. */
public sealed interface SafetyFact extends Fact {
    Id<Alert> alertId();

    boolean drill();

    record Raised(Id<Alert> alertId, Id<Batch> batchId, Id<Group> groupId, Id<User> userId, boolean drill)
            implements SafetyFact {}

    /** Somebody answered, or answered otherwise. */
    record Acknowledged(Id<Alert> alertId, Id<User> userId, Receipt.Answer answer, boolean drill)
            implements SafetyFact {}

    /**
     * Nobody had acknowledged it in time.
     *
     * @param step how often this has happened now, 1 or more
     * @param last whether it will not happen again
     */
    record Escalated(Id<Alert> alertId, int step, boolean last, boolean drill) implements SafetyFact {}

    /** @param byId null if nobody did and it lapsed */
    record Ended(Id<Alert> alertId, @Nullable Id<User> byId, Alert.Outcome outcome, boolean drill)
            implements SafetyFact {}

    /** Where the caller was is not known any more. */
    record LocationShredded(Id<Alert> alertId, boolean drill) implements SafetyFact {}
}
