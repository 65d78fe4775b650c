package org.somoim.groups;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Everything that can happen to groups and memberships. {@code byId} is whoever did it. {@code changeId} names an
 * invitation or a request; whatever answers one names it as {@code settles}.
 */
public sealed interface GroupFact extends Fact {
    Id<Group> groupId();

    record Created(Id<Group> groupId, Id<User> userId) implements GroupFact {}

    /** Its terms changed. */
    record Edited(Id<Group> groupId, Id<User> byId) implements GroupFact {}

    record Deleted(Id<Group> groupId, Id<User> byId) implements GroupFact {}

    record Restored(Id<Group> groupId, Id<User> byId) implements GroupFact {}

    /** It is gone for good, with everything inside. */
    record Purged(Id<Group> groupId) implements GroupFact {}

    /** How someone came in. */
    enum Way {
        /** By joining an open group. */
        OPEN,
        /** By accepting an invitation, or asking while one was open. */
        INVITATION,
        /** By a request that was approved, or met by an invitation. */
        REQUEST,
        /** By an e-mail or a link. */
        INVITE
    }

    /**
     * Someone became a member.
     *
     * @param byId who let them in: the inviter, the approver, or themself in an open group
     * @param settles the invitation or request that this answered, or null
     */
    record Joined(
            Id<Group> groupId,
            Id<User> userId,
            Way way,
            Id<User> byId,
            @Nullable Id<MembershipChange> settles) implements GroupFact {}

    /** Someone who was a member elsewhere is one here. */
    record BroughtIn(Id<Group> groupId, Id<User> userId) implements GroupFact {}

    record Invited(Id<Group> groupId, Id<User> userId, Id<User> byId, Id<MembershipChange> changeId)
            implements GroupFact {}

    /** The person turned it down. */
    record InvitationDeclined(Id<Group> groupId, Id<User> userId, Id<User> inviterId, Id<MembershipChange> settles)
            implements GroupFact {}

    /** The group took it back. */
    record InvitationWithdrawn(Id<Group> groupId, Id<User> userId, Id<User> byId, Id<MembershipChange> settles)
            implements GroupFact {}

    record Requested(Id<Group> groupId, Id<User> userId, Id<MembershipChange> changeId) implements GroupFact {}

    /** The group turned it down. */
    record RequestDeclined(Id<Group> groupId, Id<User> userId, Id<User> byId, Id<MembershipChange> settles)
            implements GroupFact {}

    /** The person took it back. */
    record RequestWithdrawn(Id<Group> groupId, Id<User> userId, Id<MembershipChange> settles) implements GroupFact {}

    record Left(Id<Group> groupId, Id<User> userId) implements GroupFact {}

    record Removed(Id<Group> groupId, Id<User> userId, Id<User> byId) implements GroupFact {}

    /**
     * @param before what they were until then, or null if nothing
     * @param settles the invitation or request that came to nothing by it, or null
     */
    record Banned(
            Id<Group> groupId,
            Id<User> userId,
            Id<User> byId,
            Membership.@Nullable Status before,
            @Nullable Id<MembershipChange> settles)
            implements GroupFact {}

    record BanLifted(Id<Group> groupId, Id<User> userId, Id<User> byId) implements GroupFact {}

    record RoleChanged(Id<Group> groupId, Id<User> userId, Membership.Role before, Membership.Role after, Id<User> byId)
            implements GroupFact {}

    record OwnershipTransferred(Id<Group> groupId, Id<User> fromId, Id<User> toId) implements GroupFact {}

    /** Whoever owned it can no longer act, and somebody else owns it now. */
    record Inherited(Id<Group> groupId, Id<User> userId) implements GroupFact {}

    /** Somebody may now come in by e-mail or link. */
    record InviteIssued(Id<Group> groupId, Id<Invite> inviteId, Invite.Kind kind, Id<User> byId) implements GroupFact {}

    record InviteRevoked(Id<Group> groupId, Id<Invite> inviteId, Id<User> byId) implements GroupFact {}
}
