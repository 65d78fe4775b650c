package org.somoim.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Place;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * Something with a date, as one reader may know it.
 *
 * @param id of whatever it stands for; stays the same whatever is changed about it
 * @param placeId the group it takes place in, or null
 * @param startsOn by the clock on the wall of {@code zone}
 * @param endsAt null if nobody said
 * @param venue what the place is called, or null
 * @param address null if there is none or it is not for the reader; so are {@code point} and {@code online}
 * @param attending whether the reader comes for sure
 * @param sequence how often it was changed in a way that those who come must know of
 * @param cancelledAt when it was called off, or null
 * @param alarms minutes before the start at which the reader wants to be reminded, most first
 */
public record CalendarEntry(
        Id<?> id,
        @Nullable Id<? extends Place> placeId,
        Line title,
        @Nullable Prose description,
        LocalDateTime startsOn,
        ZoneId zone,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Line venue,
        @Nullable Line address,
        @Nullable Point point,
        @Nullable URI online,
        boolean attending,
        int sequence,
        @Nullable Instant cancelledAt,
        Instant createdAt,
        Instant updatedAt,
        List<Integer> alarms) {

    public CalendarEntry {
        alarms = List.copyOf(alarms);
    }

    /** Venue and address in one, or null if there is neither. */
    public @Nullable String location() {
        String words = Stream.of(venue, address)
                .filter(part -> part != null)
                .map(Line::value)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    /** In hundred-millionths of a degree. */
    public record Point(long latitude, long longitude) {

        /** Shows nothing of where it is. */
        @Override
        public String toString() {
            return "Point";
        }
    }

    /** In a list: earlier starts first, and of the same time by id. */
    public Cursor cursor() {
        return Cursor.of(startsAt, id);
    }
}
