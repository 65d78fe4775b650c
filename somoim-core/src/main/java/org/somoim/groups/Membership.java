package org.somoim.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Standing;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/**
 * What a person is to a group. One per pair, whatever happens between them.
 *
 * @param role only, and always, while {@code ACTIVE}
 * @param message what they wrote when they asked to join, only while {@code REQUESTED}, or null
 * @param by who brought about the present status or role: the person, or whoever invited, approved, removed or banned them;
 *     the person also where a reader is parted from whoever it was by a block
 * @param changeId the last entry about it in the log; names this invitation or request apart from any earlier one
 * @param putOut whether they were put out, and nobody has let them in since; they then need someone else to agree,
 *     whatever the group's policy
 * @param joinedAt when it last became {@code ACTIVE}, or null if it never was
 * @param updatedAt when status or role last changed
 */
public record Membership(
        Id<Group> groupId,
        Id<User> userId,
        Status status,
        @Nullable Role role,
        @Nullable Line message,
        Id<User> by,
        Id<MembershipChange> changeId,
        boolean putOut,
        @Nullable Instant joinedAt,
        Instant createdAt,
        Instant updatedAt) {

    public Membership {
        if ((status == Status.ACTIVE) != (role != null)) {
            throw new IllegalArgumentException("a role belongs to an active membership, and to no other");
        }
        if (status == Status.ACTIVE && joinedAt == null) {
            throw new IllegalArgumentException("an active member has joined at some time");
        }
        if (putOut ? status == Status.ACTIVE || status == Status.LEFT : isPutOut(status)) {
            throw new IllegalArgumentException("whoever is put out is in only when let in again");
        }
        if (message != null && status != Status.REQUESTED) {
            throw new IllegalArgumentException("a message belongs to a request, and to nothing else");
        }
    }

    /** Where someone is on the way in or out. */
    public enum Status {
        /** Asked to come, and has not answered. */
        INVITED,
        /** Has asked to come, and has not been answered. */
        REQUESTED,
        /** Belongs. */
        ACTIVE,
        /** Went. */
        LEFT,
        /** An invitation or a request that came to nothing: turned down, or taken back. */
        DECLINED,
        /** Was put out, and may ask to come back. */
        REMOVED,
        /** Was put out, or kept out, for good. Stays so until someone lifts it. */
        BANNED;

        /**
         * The table of moves.
         *
         * @param from null where there is no membership yet
         */
        public static boolean isMove(@Nullable Status from, Status to) {
            if (from == null) {
                return to == INVITED || to == REQUESTED || to == ACTIVE || to == BANNED;
            }
            return switch (from) {
                case INVITED, REQUESTED -> to == ACTIVE || to == DECLINED || to == BANNED;
                case ACTIVE -> to == LEFT || to == REMOVED || to == BANNED;
                case LEFT, DECLINED -> to == INVITED || to == REQUESTED || to == ACTIVE || to == BANNED;
                // Whoever was put out does not walk back in; someone else has to agree.
                case REMOVED -> to == INVITED || to == REQUESTED || to == BANNED;
                case BANNED -> to == REMOVED;
            };
        }
    }

    /** What an active member may do, weakest first. */
    public enum Role {
        MEMBER,
        MODERATOR,
        ADMIN,
        OWNER;

        /** What it makes of someone in the group. */
        public Standing standing() {
            return switch (this) {
                case MEMBER -> Standing.MEMBER;
                case MODERATOR -> Standing.MODERATOR;
                case ADMIN -> Standing.ADMIN;
                case OWNER -> Standing.OWNER;
            };
        }
    }

    public boolean is(Status status) {
        return this.status == status;
    }

    /** For a reader who is parted from {@link #by}. */
    Membership withoutName() {
        return new Membership(
                groupId, userId, status, role, message, userId, changeId, putOut, joinedAt, createdAt, updatedAt);
    }

    /** Whether being in this status is being put out. */
    static boolean isPutOut(Status status) {
        return status == Status.REMOVED || status == Status.BANNED;
    }

    /** What this makes the person to the group. */
    public Standing standing() {
        if (role != null) {
            return role.standing();
        }
        return switch (status) {
            case INVITED -> Standing.INVITED;
            case BANNED -> Standing.BANNED;
            case REQUESTED, ACTIVE, LEFT, DECLINED, REMOVED -> Standing.PERSON;
        };
    }
}
