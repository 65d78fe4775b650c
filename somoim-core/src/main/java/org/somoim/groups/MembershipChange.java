package org.somoim.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * One entry in the log of a group's memberships: what someone was, what they became, and who did it. Never changed.
 *
 * @param statusBefore null if there was no membership
 * @param roleBefore null unless they were active
 * @param roleAfter null unless they are active
 * @param by the person, or whoever did it to them
 * @param createdAt when it happened
 */
public record MembershipChange(
        Id<MembershipChange> id,
        Id<Group> groupId,
        Id<User> userId,
        Membership.@Nullable Status statusBefore,
        Membership.@Nullable Role roleBefore,
        Membership.Status statusAfter,
        Membership.@Nullable Role roleAfter,
        Id<User> by,
        Instant createdAt) {}
