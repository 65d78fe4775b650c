package org.somoim.access;

/** What someone is to a group, or to a person's page; weakest first, and the order is the rule. */
public enum Standing {
    /** Put out for good, or parted from the page's owner by a block. Sees nothing. */
    BANNED,
    /** Not signed in. */
    VISITOR,
    /** Has an account. */
    PERSON,
    /** Was asked to come and has not answered. */
    INVITED,
    /** Belongs. To a page belong those who share a group with its owner. */
    MEMBER,
    MODERATOR,
    ADMIN,
    /** Exactly one per group. A page is owned by its person. */
    OWNER;

    public boolean isAtLeast(Standing other) {
        return compareTo(other) >= 0;
    }
}
