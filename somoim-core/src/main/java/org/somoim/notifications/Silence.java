package org.somoim.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * What a person does not want to be told: a kind of notification, everything of one group, or one kind in one group.
 *
 * @param kind null for every kind in the group
 * @param groupId null for the kind everywhere
 */
public record Silence(
        Id<User> userId, @Nullable Word kind, @Nullable Id<? extends Place> groupId, Instant createdAt) {

    public Silence {
        if (kind == null && groupId == null) {
            throw new IllegalArgumentException("a silence is about a kind, a group or both");
        }
    }
}
