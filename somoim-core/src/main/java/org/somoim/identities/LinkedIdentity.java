package org.somoim.identities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * An outside identity by which a person enters. At most one of each provider.
 *
 * @param knownAs what the provider called them when they last came, or null if it did not say
 * @param createdAt when they first came, or linked it
 */
public record LinkedIdentity(
        Word provider,
        Subject subject,
        Id<User> userId,
        @Nullable Line knownAs,
        Instant createdAt,
        Instant updatedAt) {

    public Identity identity() {
        return new Identity(provider, subject);
    }
}
