package org.somoim.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * A thing or a person as it was at a moment. Kept with a report, so that what was seen can be judged whatever becomes of it.
 *
 * @param authorId who answers for it, or null if nobody does any more
 * @param placeId the group it is in, or null
 * @param saidAt when its words last changed
 * @param reach how many people it is open to, roughly
 */
public record Snapshot(
        Subject subject,
        @Nullable Id<User> authorId,
        @Nullable Id<? extends Place> placeId,
        @Nullable Line title,
        @Nullable Prose body,
        Instant saidAt,
        int reach) {

    public Snapshot {
        if (reach < 0) {
            throw new IllegalArgumentException("people are counted from 0");
        }
    }

    /** All of its words. */
    String words() {
        return (title == null ? "" : title.value() + "\n") + (body == null ? "" : body.value());
    }
}
