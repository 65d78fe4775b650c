package org.somoim.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Socket. Which facts of a capability are critical, and what the audit log remembers of each. */
public interface AuditSource {

    /**
     * Asked inside the change that announces {@code fact}, when what it changed is in the store. Empty for facts that are not
     * critical, and for those of other capabilities.
     */
    Optional<Act> actOf(Fact fact);

    /**
     * What was done.
     *
     * @param about the person it was done to, or null
     * @param thing the group, post or comment it was done to or in, or null
     */
    record Act(
            Who who,
            Deed deed,
            @Nullable Id<User> about,
            @Nullable Id<?> thing) {}
}
