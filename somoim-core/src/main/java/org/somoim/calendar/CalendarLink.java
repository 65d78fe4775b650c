package org.somoim.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/**
 * Lets a calendar program read what {@code userId} sees, as they see it at that moment, for as long as the link is there. The
 * secret itself is shown once, when it is issued, and not kept.
 *
 * @param id random: it says nothing about when it was made
 * @param name under which calendar programs show it
 * @param placeId the one group it is about, or null for everything
 */
public record CalendarLink(
        Id<CalendarLink> id,
        Id<User> userId,
        Line name,
        @Nullable Id<? extends Place> placeId,
        Instant createdAt) {

    /** A link with its secret. */
    public record Issued(CalendarLink link, Secrets.Secret secret) {}
}
