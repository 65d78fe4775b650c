package org.somoim.sqlite;

import org.sqlite.SQLiteConfig.SynchronousMode;

/** What a committed change survives. The most first. */
public enum Durability {
    /** A crash of the program, and loss of power: every commit waits for the disk. */
    FULL(SynchronousMode.FULL),
    /**
     * A crash of the program. Loss of power may undo the last changes that were reported as done; the file stays sound.
     * For data that can be made again.
     */
    RELAXED(SynchronousMode.NORMAL);

    private final SynchronousMode mode;

    Durability(SynchronousMode mode) {
        this.mode = mode;
    }

    SynchronousMode mode() {
        return mode;
    }
}
