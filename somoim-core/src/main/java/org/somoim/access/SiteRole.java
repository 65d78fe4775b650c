package org.somoim.access;

/** What an account is to the whole community, weakest first. Gives no standing in any group. */
public enum SiteRole {
    USER,
    /** Handles what is reported. */
    MODERATOR,
    /** Looks after accounts and roles. */
    ADMIN;

    public boolean isAtLeast(SiteRole other) {
        return compareTo(other) >= 0;
    }
}
