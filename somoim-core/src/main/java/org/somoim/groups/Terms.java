package org.somoim.groups;

import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;

/**
 * What the owner of a group settles: what it is called, who sees it, and how one comes in. Start from {@link #of} and say
 * what differs.
 *
 * @param category what it is about, from the host's own list, or null
 * @param moderatorsApprove whether moderators may answer requests to join, too
 * @param maxMembers most active members, at least 1, or null for no limit
 */
public record Terms(
        Line name,
        @Nullable Prose description,
        @Nullable Word category,
        Visibility visibility,
        Group.JoinPolicy joinPolicy,
        Group.InvitePolicy invitePolicy,
        boolean moderatorsApprove,
        @Nullable Integer maxMembers) {
    /** So many go to an event together, unless they say otherwise. */
    public static final int CREW = 10;

    /**
     * What a new group of this kind starts from. Social groups and crews are public and open, and any member may invite; a
     * crew takes {@value #CREW}. A family is secret, and only its admins invite.
     */
    public static Terms of(Group.Kind kind, Line name) {
        return switch (kind) {
            case SOCIAL -> open(name, null);
            case CREW -> open(name, CREW);
            case FAMILY ->
                new Terms(
                        name,
                        null,
                        null,
                        Visibility.SECRET,
                        Group.JoinPolicy.INVITE,
                        Group.InvitePolicy.ADMINS,
                        false,
                        null);
        };
    }

    private static Terms open(Line name, @Nullable Integer maxMembers) {
        return new Terms(
                name,
                null,
                null,
                Visibility.PUBLIC,
                Group.JoinPolicy.OPEN,
                Group.InvitePolicy.ANY_MEMBER,
                false,
                maxMembers);
    }

    public Terms named(Line name) {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }

    /** @param description null to take it away */
    public Terms described(@Nullable Prose description) {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }

    /** @param category null for none */
    public Terms about(@Nullable Word category) {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }

    public Terms seen(Visibility visibility) {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }

    public Terms joined(Group.JoinPolicy joinPolicy) {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }

    public Terms invited(Group.InvitePolicy invitePolicy) {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }

    public Terms approved(boolean moderatorsApprove) {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }

    /** @param maxMembers null for no limit; nobody is put out when it is lowered */
    public Terms limited(@Nullable Integer maxMembers) {
        return new Terms(
                name, description, category, visibility, joinPolicy, invitePolicy, moderatorsApprove, maxMembers);
    }
}
