package org.somoim.access;

/** How far a group, or a person's page, can be seen from. */
public enum Visibility {
    /** Listed, and open to everyone with an account. */
    PUBLIC,
    /** Listed; what is inside is for members. */
    PRIVATE,
    /** Not listed; outsiders cannot tell it from nothing. */
    SECRET
}
