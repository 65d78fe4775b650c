package org.somoim.http.roles;

/** What must become of a call. */
enum Verdict {
    /** It is done, or turned down for a reason that has nothing to do with who calls. */
    LET_THROUGH,
    /** It is let through, and answered like a call about what does not exist. */
    TELLS_NOTHING,
    /** One may see, but not do. */
    FORBIDDEN,
    /** One may do nothing of the sort, whether the thing exists or not. */
    FORBIDDEN_AT_ALL,
    /** It is answered as if there were no such thing. */
    HIDDEN,
    SIGN_IN,
    BAD_TOKEN,
    /** There is an account, but it is closed. */
    CLOSED
}
