package org.somoim.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Plug. A capability with things that have a date. */
public interface CalendarSource {

    /**
     * What concerns a person in a stretch of time and is for them to see at this moment, called off or not: what takes place
     * in their groups, what they host, and what they go to elsewhere. Earlier starts first, and of the same time by id.
     *
     * @param place only what takes place there, or null for everything
     * @param from what is over before it is left out
     * @param until what starts then or later is left out
     * @param after only what comes later in this order, or null
     * @return fewer than {@code limit} only if that is all
     */
    List<CalendarEntry> entries(
            Id<User> person,
            @Nullable Id<? extends Place> place,
            Instant from,
            Instant until,
            @Nullable Cursor after,
            int limit);
}
