package org.somoim.profiles;

/** Who may see something of a person, widest first. The person always may. */
public enum Audience {
    /** Everyone with an account. */
    EVERYONE,
    /** Those who share a group with the person. */
    GROUPS,
    NOBODY;

    /** The smaller of the two circles. */
    public Audience within(Audience other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
