package org.somoim.profiles;

import org.somoim.access.Standing;

/** Who may see something of a person, widest first. The person always may. */
public enum Audience implements Choice {
    /** Everyone with an account. */
    EVERYONE(Standing.PERSON),
    /** Those who share a group with the person. */
    GROUPS(Standing.MEMBER),
    NOBODY(Standing.OWNER);

    private final Standing least;

    Audience(Standing least) {
        this.least = least;
    }

    /** The smaller of the two circles. */
    public Audience within(Audience other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether it includes someone who is so much to the person's page. */
    public boolean admits(Standing onPage) {
        return onPage.isAtLeast(least);
    }
}
