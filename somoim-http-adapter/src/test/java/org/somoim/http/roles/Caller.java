package org.somoim.http.roles;

import java.util.Locale;

/** Who calls. Roles are roles in every group of others; in a group of their own, whoever has an account is the owner. */
enum Caller {
    VISITOR,
    BAD_TOKEN,
    /** Has an account, and nothing else. */
    STRANGER,
    /** A member whose account was closed by an administrator. */
    SUSPENDED,
    INVITED,
    MEMBER,
    MODERATOR,
    ADMIN,
    OWNER,
    /** Runs the community, and has nothing to do with the groups. */
    SITE_ADMIN,
    BANNED,
    /** A member whom everyone who wrote something has blocked. */
    BLOCKED;

    boolean hasAccount() {
        return this != VISITOR && this != BAD_TOKEN;
    }

    /** For people. */
    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
