package org.somoim.forum;

import java.time.Duration;

/** Bounds that more than one part of the forum keeps to. */
public final class ForumTerms {
    /** How long an author can bring back a topic or post after deleting it. Later it is purged. */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    /** How long a draft is kept after its last change. */
    public static final Duration DRAFTS_KEPT = Duration.ofDays(180);

    /** In one category. */
    public static final int MOST_PINNED = 5;

    /** Posts of one person that await approval in one category. */
    public static final int MOST_WAITING = 3;

    /** Posts of topics that are split or merged. */
    public static final int MOST_PLACED = 2000;

    public static final int MOST_CATEGORIES = 500;

    /** Of one person. */
    public static final int MOST_DRAFTS = 50;

    private ForumTerms() {}
}
