package org.somoim.calendar;

import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to calendars. */
public sealed interface CalendarFact extends Fact {

    /** @param placeId null for everything that concerns {@code userId} */
    record LinkIssued(
            Id<CalendarLink> linkId,
            Id<User> userId,
            @Nullable Id<? extends Place> placeId) implements CalendarFact {}

    record LinkRevoked(Id<CalendarLink> linkId, Id<User> userId) implements CalendarFact {}
}
