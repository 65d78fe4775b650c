package org.somoim.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Standing;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * What a person is to a group. One per pair, whatever happens between them.
 *
 * @param role only, and always, while {@code ACTIVE}
 * @param by who brought about the present status: the person, or whoever invited, approved, removed or banned them
 * @param joinedAt when it last became {@code ACTIVE}, or null if it never was
 * @param updatedAt when status or role last changed
 */
public record Membership(
        Id<Group> groupId,
        Id<User> userId,
        Status status,
        @Nullable Role role,
        Id<User> by,
        @Nullable Instant joinedAt,
        Instant createdAt,
        Instant updatedAt) {

    public Membership {
        if ((status == Status.ACTIVE) != (role != null)) {
            throw new IllegalArgumentException("a role belongs to an active membership, and to no other");
        }
    }

    /** Where someone is on the way in or out. */
    public enum Status {
        INVITED,
        REQUESTED,
        ACTIVE,
        LEFT,
        DECLINED,
        REMOVED,
        BANNED
    }

    /** What an active member may do, weakest first. */
    public enum Role {
        MEMBER,
        MODERATOR,
        ADMIN,
        OWNER
    }

    /** What this makes the person to the group. */
    public Standing standing() {
        return switch (status) {
            case INVITED -> Standing.INVITED;
            case BANNED -> Standing.BANNED;
            case REQUESTED, LEFT, DECLINED, REMOVED -> Standing.PERSON;
            case ACTIVE -> Standing.valueOf(String.valueOf(role));
        };
    }
}
