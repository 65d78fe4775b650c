package org.somoim.profiles;

import org.somoim.access.Standing;

/** Somebody else, as whom one can look at one's own profile. */
public enum Onlooker {
    /** Has an account, and nothing in common with the person. */
    STRANGER(Standing.PERSON),
    /** Shares a group with the person. */
    FELLOW(Standing.MEMBER),
    /** Is parted from the person by a block. */
    BLOCKED(Standing.BANNED);

    private final Standing onPage;

    Onlooker(Standing onPage) {
        this.onPage = onPage;
    }

    /** What they are to the person's page. */
    public Standing onPage() {
        return onPage;
    }
}
