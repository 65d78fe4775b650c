package org.somoim.accounts;

import org.jspecify.annotations.Nullable;
import org.somoim.access.SiteRole;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to an account. Where there is a {@code by}, it is null if the host did it. */
public sealed interface AccountFact extends Fact {
    record Opened(Id<User> userId) implements AccountFact {}

    record EmailChanged(Id<User> userId) implements AccountFact {}

    record PasswordChanged(Id<User> userId) implements AccountFact {}

    /** Its owner closed it. */
    record Deactivated(Id<User> userId) implements AccountFact {}

    /** Its owner came back. */
    record Reopened(Id<User> userId) implements AccountFact {}

    record Suspended(Id<User> userId, @Nullable Id<User> by) implements AccountFact {}

    /** Its owner may open it again. */
    record Reinstated(Id<User> userId, @Nullable Id<User> by) implements AccountFact {}

    record Appointed(
            Id<User> userId, SiteRole role, @Nullable Id<User> by) implements AccountFact {}
}
