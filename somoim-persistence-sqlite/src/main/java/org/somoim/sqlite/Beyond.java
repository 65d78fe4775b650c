package org.somoim.sqlite;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;

/**
 * Where a list begins when no place in it is given: beyond everything, so that one comparison serves every page and the
 * index is entered at its place.
 */
public final class Beyond {
    private static final Cursor NEWEST = new Cursor(Instant.ofEpochMilli(Long.MAX_VALUE), new UUID(-1, -1));
    private static final Cursor OLDEST = new Cursor(Instant.ofEpochMilli(Long.MIN_VALUE), new UUID(0, 0));

    private Beyond() {}

    /** For a list with the newest first. */
    public static Cursor newest(@Nullable Cursor after) {
        return after == null ? NEWEST : after;
    }

    /** For a list with the oldest first. */
    public static Cursor oldest(@Nullable Cursor after) {
        return after == null ? OLDEST : after;
    }
}
