package org.somoim.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.access.Visibility;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * People who gather around something.
 *
 * @param description null if nobody wrote one
 * @param category what it is about, from the host's own list, or null
 * @param maxMembers most active members at one time, at least 1, or null for no limit; {@code members} may exceed it after
 *     it was lowered
 * @param members how many are active now
 * @param eventId the event that a crew was formed for, or null
 * @param createdBy who created it, which stays when the ownership passes on; null where that is not for the reader to know,
 *     never in the store
 * @param updatedAt when its terms last changed, or it was deleted or restored
 * @param deletedAt when it was deleted, or null while it lives
 */
public record Group(
        Id<Group> id,
        Line name,
        @Nullable Prose description,
        @Nullable Word category,
        Kind kind,
        Visibility visibility,
        JoinPolicy joinPolicy,
        InvitePolicy invitePolicy,
        boolean moderatorsApprove,
        @Nullable Integer maxMembers,
        int members,
        @Nullable Id<?> eventId,
        @Nullable Id<User> createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt)
        implements Place {

    /**
     * @throws org.somoim.kernel.Refusal {@link GroupReason#NO_ROOM_AT_ALL}, {@link GroupReason#FAMILIES_ARE_CLOSED}, {@link
     *     GroupReason#EVENTS_ARE_FOR_CREWS}
     */
    public Group {
        if (maxMembers != null && maxMembers < 1) {
            throw GroupReason.NO_ROOM_AT_ALL.refuse(id);
        }
        if (kind == Kind.FAMILY && (visibility == Visibility.PUBLIC || joinPolicy == JoinPolicy.OPEN)) {
            throw GroupReason.FAMILIES_ARE_CLOSED.refuse(id);
        }
        if (eventId != null && kind != Kind.CREW) {
            throw GroupReason.EVENTS_ARE_FOR_CREWS.refuse(id);
        }
    }

    /** What sort of people gather. */
    public enum Kind {
        /** People with an interest in common. */
        SOCIAL,
        /** A few who go to one event together. */
        CREW,
        /** A household. Never open to everyone's eyes, nor to everyone's entry. */
        FAMILY
    }

    /** How one becomes a member without being invited. */
    public enum JoinPolicy {
        /** By joining. */
        OPEN,
        /** By asking, and being let in. */
        REQUEST,
        /** Not at all. */
        INVITE
    }

    /** Who may invite. */
    public enum InvitePolicy {
        ANY_MEMBER,
        ADMINS
    }

    /** What one must be allowed to do to invite someone to this group. */
    public GroupAction toInvite() {
        return switch (invitePolicy) {
            case ANY_MEMBER -> GroupAction.INVITE_WHERE_MEMBERS_MAY;
            case ADMINS -> GroupAction.INVITE;
        };
    }

    /** What one must be allowed to do to answer a request to join this group. */
    public GroupAction toApprove() {
        return moderatorsApprove ? GroupAction.APPROVE_WHERE_MODERATORS_MAY : GroupAction.APPROVE;
    }

    /** What its owner has settled about it. */
    public Terms terms() {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }

    Group on(Terms terms, Instant now) {
        return of(id, terms, kind, members, eventId, createdBy, createdAt, now, deletedAt);
    }

    Group deleted(Instant now) {
        return of(id, terms(), kind, members, eventId, createdBy, createdAt, now, now);
    }

    Group restored(Instant now) {
        return of(id, terms(), kind, members, eventId, createdBy, createdAt, now, null);
    }

    /** For a reader who is not to know who created it. */
    Group withoutCreator() {
        return of(id, terms(), kind, members, eventId, null, createdAt, updatedAt, deletedAt);
    }

    static Group of(
            Id<Group> id,
            Terms terms,
            Kind kind,
            int members,
            @Nullable Id<?> eventId,
            @Nullable Id<User> createdBy,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant deletedAt) {
        return new Group(
                id,
                terms.name(),
                terms.description(),
                terms.category(),
                kind,
                terms.visibility(),
                terms.joinPolicy(),
                terms.invitePolicy(),
                terms.moderatorsApprove(),
                terms.maxMembers(),
                members,
                eventId,
                createdBy,
                createdAt,
                updatedAt,
                deletedAt);
    }
}
