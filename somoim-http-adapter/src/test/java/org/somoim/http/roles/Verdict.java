package org.somoim.http.roles;

/** What must become of a call. */
enum Verdict {
    /** It is done, or turned down for a reason that has nothing to do with who calls. */
    LET_THROUGH,
    /** One may see, but not do. */
    FORBIDDEN,
    /** It is answered as if there were no such thing. */
    HIDDEN,
    SIGN_IN,
    BAD_TOKEN,
    /** There is an account, but it is closed. */
    CLOSED
}
