package org.somoim.groups;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that can be refused about groups and memberships. */
public enum GroupReason implements Reason {
    NO_ROOM_AT_ALL(
            Kind.INVALID, "A group that limits its members must take at least one. Send 1 or more, or no limit."),
    FAMILIES_ARE_CLOSED(
            Kind.INVALID,
            "A family is never public and never open to join. Make it private or secret, entered by request or invitation."),
    EVENTS_ARE_FOR_CREWS(
            Kind.INVALID, "Only a crew is formed for one event. Leave the event out, or create a group of kind CREW."),
    NO_SUCH_EVENT(
            Kind.INVALID,
            "A crew is formed for an event that you see, that was not called off and is not over. Check the id of the event."),
    TOO_LATE(Kind.GONE, "The group was deleted more than 30 days ago and cannot be brought back. Create a new one."),

    FULL(Kind.CONFLICT, "The group has as many members as it takes. Try again when someone has left."),
    ALREADY_MEMBER(Kind.CONFLICT, "They are a member already. Nothing need be done."),
    ALREADY_INVITED(Kind.CONFLICT, "They have been invited already. Wait for their answer."),
    ALREADY_REQUESTED(Kind.CONFLICT, "You have asked already. Wait for an answer, or withdraw the request."),
    ALREADY_BANNED(Kind.CONFLICT, "They are banned already. Nothing need be done."),
    BANNED(Kind.CONFLICT, "They are banned from this group. Lift the ban first, then ask again."),
    NOT_A_MEMBER(Kind.CONFLICT, "They are not a member of this group now. Read the list of members again."),
    NOT_INVITED(Kind.CONFLICT, "No invitation is open. Ask a member to send one."),
    NOT_REQUESTED(Kind.CONFLICT, "No request to join is open. It may have been answered or withdrawn already."),
    NOT_BANNED(Kind.CONFLICT, "They are not banned from this group. Nothing need be done."),
    REMOVED_BEFORE(
            Kind.CONFLICT, "You were removed from this group. Send a request to join, or ask a member to invite you."),
    ASK_FIRST(Kind.FORBIDDEN, "One joins this group by asking. Send a request to join."),
    BY_INVITATION(Kind.FORBIDDEN, "One joins this group by invitation only. Ask a member to invite you."),
    NOT_BELOW_YOU(Kind.FORBIDDEN, "This is for people and roles below your own. Ask someone with a higher role."),
    OWNER_MUST_TRANSFER(
            Kind.CONFLICT,
            "A group always has one owner. Transfer the ownership to another member first, or delete the group."),

    INVITE_TIME(Kind.INVALID, "An invite is valid for 1 hour to 90 days. Send a time between them."),
    INVITE_USES(Kind.INVALID, "A link can be used 1 to 1000 times. Send a number between them."),
    OWNER_CAN_ACT(
            Kind.CONFLICT,
            "The owner's account is in good standing, so the group is theirs to pass on. Ask them to transfer it."),
    NO_HEIR(Kind.CONFLICT, "Nobody else in the group has an account in good standing. Delete the group, or wait.");

    private final Kind kind;
    private final String advice;

    GroupReason(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return advice;
    }
}
