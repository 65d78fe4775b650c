package org.somoim.audit;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Which entries are wanted. Null stands for all.
 *
 * @param who the person who did it
 * @param about the person, group, post or comment that it was done to
 */
public record AuditFilter(@Nullable Id<User> who, @Nullable Id<?> about) {
    public static final AuditFilter ALL = new AuditFilter(null, null);

    public static AuditFilter who(Id<User> who) {
        return new AuditFilter(who, null);
    }

    public static AuditFilter about(Id<?> about) {
        return new AuditFilter(null, about);
    }
}
