package org.somoim.profiles;

import java.time.Instant;
import org.somoim.access.Standing;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Someone's profile as they see it themselves.
 *
 * @param updatedAt when what they say of themselves last changed
 */
public record Profile(
        Id<User> userId, About about, ContributionStanding standing, Instant createdAt, Instant updatedAt) {

    /** What of it is for someone who is {@code onPage} to it, if they may see the profile at all. */
    ShownProfile shownTo(Standing onPage, PrivacySettings settings) {
        return new ShownProfile(
                userId,
                about.displayName(),
                settings.shows(PrivacySetting.GIVEN_NAME_VISIBILITY, onPage) ? about.givenName() : null,
                settings.shows(PrivacySetting.FAMILY_NAME_VISIBILITY, onPage) ? about.familyName() : null,
                settings.shows(PrivacySetting.BIO_VISIBILITY, onPage) ? about.bio() : null,
                settings.shows(PrivacySetting.AVATAR_VISIBILITY, onPage) ? about.avatar() : null,
                settings.shows(PrivacySetting.LOCATION_VISIBILITY, onPage) ? about.location() : null,
                settings.shows(PrivacySetting.INTERESTS_VISIBILITY, onPage) ? about.interests() : null,
                settings.shows(PrivacySetting.EXPERTISE_VISIBILITY, onPage) ? about.expertise() : null,
                settings.shows(PrivacySetting.STANDING_VISIBILITY, onPage) ? standing : null);
    }
}
