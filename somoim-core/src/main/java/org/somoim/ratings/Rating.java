package org.somoim.ratings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/**
 * What one person thinks of another after they met at an event. Seen by whoever gave it, and by nobody else.
 *
 * @param eventId null once the event is gone for good
 * @param raterId who gave it; null once they have been erased, never otherwise
 * @param stars 1 to 5
 * @param comment null if nothing was said, or whoever said it has been erased
 * @param createdAt when it was given
 * @param closesAt from when on the other can no longer rate in return
 * @param publishedAt when it began to count, together with at least two more; null before that
 */
public record Rating(
        Id<Rating> id,
        @Nullable Id<?> eventId,
        @Nullable Id<User> raterId,
        Id<User> ratedId,
        int stars,
        @Nullable Prose comment,
        Instant createdAt,
        Instant closesAt,
        @Nullable Instant publishedAt) {

    /** @throws org.somoim.kernel.Refusal {@link RatingReason#NOT_ONESELF} */
    public Rating {
        if (ratedId.equals(raterId)) {
            throw RatingReason.NOT_ONESELF.refuse();
        }
    }
}
