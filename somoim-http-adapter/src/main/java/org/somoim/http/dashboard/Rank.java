package org.somoim.http.dashboard;

/** What somebody may do at the dashboard, at most. What they may do at all is for their role in the community to say. */
public enum Rank {
    /** Look. */
    VIEWER,
    /** Decide what due process asks to be decided. */
    MODERATOR,
    /** Everything. */
    ADMIN;

    boolean isAtLeast(Rank least) {
        return compareTo(least) >= 0;
    }
}
