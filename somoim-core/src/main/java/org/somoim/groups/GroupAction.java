package org.somoim.groups;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/** Who may do what with a group and its members, by standing in it and by how far it can be seen from. */
public enum GroupAction implements Action {
    /** Know that it exists, and read its card. */
    SEE(Standing.PERSON, Standing.PERSON, Standing.INVITED),
    /** Read who belongs. */
    READ_MEMBERS(Standing.PERSON, Standing.MEMBER, Standing.MEMBER),
    /** Come in, or ask to, as far as the group's join policy goes. */
    JOIN(Standing.PERSON, Standing.PERSON, Standing.INVITED),
    /** Invite where the group lets any member invite. */
    INVITE_WHERE_MEMBERS_MAY(Standing.MEMBER),
    /** Invite where the group leaves it to admins. */
    INVITE(Standing.ADMIN),
    /** See and withdraw everyone's invitations and links. */
    MANAGE_INVITES(Standing.ADMIN),
    /** See and answer requests to join where the group lets moderators do so. */
    APPROVE_WHERE_MODERATORS_MAY(Standing.MODERATOR),
    /** See and answer requests to join where the group leaves it to admins. */
    APPROVE(Standing.ADMIN),
    /** Put out someone of lower standing, who may ask to come back. */
    REMOVE(Standing.MODERATOR),
    /** Put out, or keep out, someone of lower standing for good; see and lift such bans. */
    BAN(Standing.MODERATOR),
    /** Give roles below one's own to people below oneself. */
    APPOINT(Standing.ADMIN),
    /** Read what has happened to memberships. */
    READ_HISTORY(Standing.ADMIN),
    /** Pass the ownership on. */
    TRANSFER(Standing.OWNER),
    EDIT(Standing.OWNER),
    DELETE(Standing.OWNER),
    /** Bring back what was deleted. */
    RESTORE(Standing.OWNER);

    private final Standing ifPublic;
    private final Standing ifPrivate;
    private final Standing ifSecret;

    GroupAction(Standing least) {
        this(least, least, least);
    }

    GroupAction(Standing ifPublic, Standing ifPrivate, Standing ifSecret) {
        this.ifPublic = ifPublic;
        this.ifPrivate = ifPrivate;
        this.ifSecret = ifSecret;
    }

    @Override
    public Standing least(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> ifPublic;
            case PRIVATE -> ifPrivate;
            case SECRET -> ifSecret;
        };
    }

    /** A deleted group is known to its owner only, who alone can restore it. */
    @Override
    public Action see() {
        return this == RESTORE ? RESTORE : SEE;
    }

    @Override
    public boolean isForDeleted() {
        return this == RESTORE;
    }
}
