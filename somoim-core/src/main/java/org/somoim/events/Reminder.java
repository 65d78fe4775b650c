package org.somoim.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * Somebody's wish to be reminded of an event.
 *
 * @param minutes so long before it starts, 0 to 40,320
 * @param isWanted false if they would be reminded then usually, and do not want to be
 * @param dueAt when, as far as the start is known
 * @param doneFor the last start before which they were reminded, or which came before they could be; null for none. It waits
 *     while this is not the start it is due for
 */
public record Reminder(
        Id<Event> eventId,
        Id<User> userId,
        int minutes,
        boolean isWanted,
        Instant dueAt,
        @Nullable Instant doneFor,
        Instant createdAt) {

    static Reminder of(Event event, Id<User> user, int minutes, Instant now) {
        return new Reminder(event.id(), user, minutes, true, due(event, minutes), null, now);
    }

    /** When it is due for the present start of the event. */
    static Instant due(Event event, int minutes) {
        return event.startsAt().minus(Duration.ofMinutes(minutes));
    }

    Reminder unwanted() {
        return new Reminder(eventId, userId, minutes, false, dueAt, doneFor, createdAt);
    }

    /** Due by the present start of the event. */
    Reminder moved(Event event) {
        return new Reminder(eventId, userId, minutes, isWanted, due(event, minutes), doneFor, createdAt);
    }

    /** Done for the present start of the event. */
    Reminder done(Event event) {
        return new Reminder(eventId, userId, minutes, isWanted, due(event, minutes), event.startsAt(), createdAt);
    }
}
