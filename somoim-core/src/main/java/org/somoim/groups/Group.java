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
 * @param maxMembers most active members at one time, at least 1, or null for no limit
 * @param members how many are active now
 * @param eventId the event that a crew was formed for, or null
 * @param createdBy who created it; stays when the ownership passes on
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
        Id<User> createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt)
        implements Place {

    public Group {
        if (maxMembers != null && maxMembers < 1) {
            throw GroupReason.NO_ROOM_AT_ALL.refuse(id);
        }
    }

    /** What sort of people gather. */
    public enum Kind {
        /** People with an interest in common. */
        SOCIAL,
        /** A few who go to one event together. */
        CREW,
        /** A household. Not listed, and entered by invitation only. */
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
}
