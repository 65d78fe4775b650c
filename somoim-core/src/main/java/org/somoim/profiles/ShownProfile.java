package org.somoim.profiles;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/** What one person may see of another. What is null was not filled in or is not for the viewer; the two are not told apart. */
public record ShownProfile(
        Id<User> userId,
        Line displayName,
        @Nullable Line givenName,
        @Nullable Line familyName,
        @Nullable Prose bio,
        @Nullable Link avatar,
        @Nullable Line location,
        @Nullable Topics interests,
        @Nullable Topics expertise,
        @Nullable ContributionStanding standing) {

    /** Empty topics say nothing, so that they look like hidden ones. */
    public ShownProfile {
        interests = Topics.NONE.equals(interests) ? null : interests;
        expertise = Topics.NONE.equals(expertise) ? null : expertise;
    }
}
