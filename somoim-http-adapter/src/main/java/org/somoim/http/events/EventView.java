package org.somoim.http.events;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Coordinates;
import org.somoim.events.Event;
import org.somoim.http.markdown.Markdown;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.profiles.Profiles;

/**
 * An event as one reader may see it.
 *
 * @param html {@code description} rendered, safe to put into a page
 * @param recurrence when this occurrence of a series was first to start
 * @param startsOn by the clock on the wall of {@code zone}; {@code startsAt} is what it comes to
 */
record EventView(
        String id,
        @Nullable String groupId,
        @Nullable String pageOf,
        @Nullable CallerView creator,
        @Nullable String seriesId,
        @Nullable String recurrence,
        String title,
        @Nullable String description,
        @Nullable String html,
        String kind,
        boolean isPublic,
        String startsOn,
        @Nullable String endsOn,
        String zone,
        String startsAt,
        @Nullable String endsAt,
        @Nullable VenueView venue,
        @Nullable Integer maxAttendees,
        AdmissionView admission,
        int sequence,
        boolean isCancelled,
        String createdAt,
        String updatedAt)
        implements View {

    /** @param name left out where the reader may not know it */
    record CallerView(String id, @Nullable String name) implements View {}

    /** How to get there is left out where it is not for the reader. */
    record VenueView(
            @Nullable String label,
            @Nullable String address,
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String online,
            String shownTo)
            implements View {}

    record AdmissionView(boolean byApproval, String promotion, int offerHours, int mostGuests) implements View {}

    /** Makes views, with all names of one answer asked for at once. */
    static final class Maker {
        /** With seconds always, as iCalendar has it. */
        private static final DateTimeFormatter ON_THE_WALL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

        private final Profiles profiles;
        private final Markdown markdown = new Markdown();

        Maker(Profiles profiles) {
            this.profiles = profiles;
        }

        EventView view(Actor reader, Event event) {
            return views(reader, List.of(event)).get(0);
        }

        Page<EventView> views(Actor reader, Page<Event> page) {
            return new Page<>(views(reader, page.items()), page.next());
        }

        List<EventView> views(Actor reader, List<Event> events) {
            Map<Id<User>, Line> names = profiles.names(
                    reader,
                    events.stream()
                            .map(Event::creatorId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
            return events.stream().map(event -> view(event, names)).toList();
        }

        private EventView view(Event event, Map<Id<User>, Line> names) {
            return new EventView(
                    event.id().toString(),
                    text(event.groupId()),
                    text(event.pageOf()),
                    event.creatorId() == null ? null : caller(event.creatorId(), names),
                    text(event.seriesId()),
                    onTheWall(event.recurrence()),
                    event.title().value(),
                    event.description() == null ? null : event.description().value(),
                    event.description() == null ? null : markdown.html(event.description()),
                    event.kind().name(),
                    event.isPublic(),
                    event.startsOn().format(ON_THE_WALL),
                    onTheWall(event.endsOn()),
                    event.zone().value(),
                    event.startsAt().toString(),
                    text(event.endsAt()),
                    venue(event),
                    event.maxAttendees(),
                    new AdmissionView(
                            event.byApproval(), event.promotion().name(), event.offerHours(), event.mostGuests()),
                    event.sequence(),
                    event.isCancelled(),
                    event.createdAt().toString(),
                    event.updatedAt().toString());
        }

        private static CallerView caller(Id<User> person, Map<Id<User>, Line> names) {
            Line name = names.get(person);
            return new CallerView(person.toString(), name == null ? null : name.value());
        }

        private static @Nullable VenueView venue(Event event) {
            if (event.venueFor() == null) {
                return null;
            }
            Coordinates point = event.coordinates();
            return new VenueView(
                    event.venueLabel() == null ? null : event.venueLabel().value(),
                    event.address() == null ? null : event.address().value(),
                    point == null ? null : Degrees.of(point.latitude()).value(),
                    point == null ? null : Degrees.of(point.longitude()).value(),
                    event.online() == null ? null : event.online().value(),
                    event.venueFor().name());
        }

        private static @Nullable String onTheWall(@Nullable LocalDateTime time) {
            return time == null ? null : time.format(ON_THE_WALL);
        }

        private static @Nullable String text(@Nullable Object idOrTime) {
            return idOrTime == null ? null : idOrTime.toString();
        }
    }
}
