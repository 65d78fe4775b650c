package org.somoim.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;

/** Whether something comes after a place in a list. */
final class Keyset {
    private Keyset() {}

    /** In a list that shows the newest first. */
    static boolean isBefore(Instant at, Id<?> id, @Nullable Cursor place) {
        return place == null || compare(at, id, place) < 0;
    }

    /** In a list that shows the oldest first. */
    static boolean isAfter(Instant at, Id<?> id, @Nullable Cursor place) {
        return place == null || compare(at, id, place) > 0;
    }

    private static int compare(Instant at, Id<?> id, Cursor place) {
        int byTime = at.compareTo(place.at());
        return byTime != 0 ? byTime : new Id<Object>(id.value()).compareTo(new Id<>(place.id()));
    }
}
