package org.somoim.leaks;

/** What somebody is to the scene's group and to the author in it. */
public enum Relation {
    /** Not signed in. */
    VISITOR,
    STRANGER,
    /** Runs the community, and has nothing to do with the group. */
    SITE_ADMIN,
    INVITED,
    REQUESTED,
    /** Was invited, and said no. */
    DECLINED,
    MEMBER,
    /** Wrote most of what there is to read. */
    AUTHOR,
    MODERATOR,
    ADMIN,
    OWNER,
    /** Was a member when everything was written, as were the following two. */
    LEFT,
    REMOVED,
    BANNED,
    /** The author has blocked them. */
    BLOCKED_MEMBER,
    /** They have blocked the author. */
    BLOCKING_MEMBER,
    BLOCKED_STRANGER,
    BLOCKING_STRANGER,
    /** Moderates the group, and must see what they moderate. */
    BLOCKED_MODERATOR,
    /** A member whose account was closed by an administrator. */
    SUSPENDED,
    /** A member who has closed their account. */
    DEACTIVATED,
    /** A member who has been erased, and whose token has not run out yet. */
    ERASED
}
