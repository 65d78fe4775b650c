package org.somoim.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;

/** Keyset paging over rows ordered by time and, within a millisecond, by id. */
final class Order {
    private Order() {}

    /** Whether a row comes after the cursor in a list with the newest first. */
    static boolean isBefore(Instant at, Id<?> id, @Nullable Cursor after) {
        return after == null || compare(at, id, after) < 0;
    }

    /** Whether a row comes after the cursor in a list with the oldest first. */
    static boolean isAfter(Instant at, Id<?> id, @Nullable Cursor after) {
        return after == null || compare(at, id, after) > 0;
    }

    private static int compare(Instant at, Id<?> id, Cursor cursor) {
        int byTime = Long.compare(at.toEpochMilli(), cursor.at().toEpochMilli());
        return byTime != 0 ? byTime : new Id<Object>(id.value()).compareTo(new Id<>(cursor.id()));
    }
}
