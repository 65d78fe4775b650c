package org.somoim.audit;

/** Everything that the audit log remembers. A name that is in somebody's log is never given another meaning. */
public enum Deed {
    /** To the role of an ordinary user, which takes away any other. */
    SITE_USER_APPOINTED,
    SITE_MODERATOR_APPOINTED,
    SITE_ADMIN_APPOINTED,
    ACCOUNT_SUSPENDED,
    ACCOUNT_REINSTATED,
    /** By its owner. */
    ACCOUNT_DEACTIVATED,
    ACCOUNT_REOPENED,
    ADDRESS_CHANGED,
    PASSWORD_CHANGED,
    /** Every session of somebody, by somebody else. */
    SESSIONS_REVOKED,
    /** A refresh token came back that was spent: somebody has a copy. */
    TOKEN_REUSED,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    GROUP_DELETED,
    GROUP_RESTORED,
    /** By its owner, to the person it is about. */
    OWNERSHIP_TRANSFERRED,
    /** To the person it is about, because its owner could not act any more. */
    OWNERSHIP_INHERITED,
    GROUP_MEMBER_APPOINTED,
    GROUP_MODERATOR_APPOINTED,
    GROUP_ADMIN_APPOINTED,
    MEMBER_REMOVED,
    MEMBER_BANNED,
    BAN_LIFTED,
    /** By somebody other than its author, whom it is about. */
    POST_REMOVED,
    COMMENT_REMOVED,
    MESSAGE_REMOVED,
    /** Of a category of the forum, the person whom it is about. */
    CATEGORY_MODERATOR_APPOINTED,
    CATEGORY_MODERATOR_DISMISSED,
    CATEGORY_REMOVED,
    /** By somebody other than its author, whom it is about. */
    TOPIC_REMOVED,
    /** Into another one; about its author. */
    TOPIC_MERGED,
    FORUM_POST_REMOVED,
    FORUM_POST_REJECTED,
    /** Against whom it is about, or something of theirs; the thing is the measure. */
    MEASURE_TAKEN,
    MEASURE_LIFTED,
    MEASURE_OVERTURNED,
    MEASURE_PROPOSED,
    MEASURE_DECLINED,
    CASE_DISMISSED,
    APPEAL_JUDGED,
    FLAGGER_APPOINTED,
    FLAGGER_DISMISSED,
    ERASURE_ASKED,
    ERASURE_FINISHED,
    KEYS_ROTATED,
    /** Of the whole community, through the library. */
    BACKUP_TAKEN,
    BACKUP_RESTORED,
    /** A listener was let try again what it could not take. */
    FACT_RETRIED
}
