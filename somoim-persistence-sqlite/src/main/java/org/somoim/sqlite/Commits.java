package org.somoim.sqlite;

/** Whether changes that come at the same time wait for the disk together. What each is promised is the same. */
public enum Commits {
    /**
     * Changes whose turn comes while others wait are written to disk in one go. Each keeps or undoes only itself, and its
     * caller is told once it is on the disk. With one writer at a time nothing is shared, and nothing is slower.
     */
    SHARED,
    /** Every change waits for the disk by itself, and holds up those behind it meanwhile. */
    ALONE
}
