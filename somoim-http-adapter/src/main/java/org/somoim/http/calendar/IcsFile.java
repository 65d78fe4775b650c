package org.somoim.http.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Geo;
import org.jspecify.annotations.Nullable;
import org.somoim.calendar.CalendarReason;
import org.somoim.events.Coordinates;
import org.somoim.events.EventReason;
import org.somoim.events.ForeignEvent;
import org.somoim.events.MeetingLink;
import org.somoim.events.Plan;
import org.somoim.events.Rule;
import org.somoim.events.Venue;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;

/**
 * Reads meetings from an iCalendar file. What is said of one meeting in several places (a rule, exceptions, what was moved)
 * is put together by its UID.
 *
 * <p>A time with a zone of the IANA database is taken by the clock on the wall. One with a zone that is known to the file
 * alone is taken as the instant that the file makes of it, in the zone that the file as a whole is in. Alarms, attendees and
 * organisers stay out: they are no business of this community.
 */
final class IcsFile {
    /** Meetings in one file. */
    static final int MOST = 500;
    /** The names, made into a set once: the JDK makes a new one at each call. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private final Zone zone;

    private IcsFile(Zone zone) {
        this.zone = zone;
    }

    /** One meeting, or why it cannot be taken. */
    record Entry(
            String uid,
            @Nullable String title,
            @Nullable ForeignEvent foreign,
            @Nullable Refusal refusal) {}

    /**
     * @param zone in which times without one are; null for what the file says, or else UTC
     * @throws Refusal {@link CalendarReason#NOT_A_CALENDAR}, {@link CalendarReason#TOO_MANY_ENTRIES}
     */
    static List<Entry> read(byte[] bytes, @Nullable Zone zone) {
        return parsed(bytes)
                .map(calendar -> entries(calendar, zone))
                .orElseGet(() -> withoutWhatIsBroken(new IcsParts(bytes), zone));
    }

    /** The library stops at the first value that it cannot read. That one meeting is told of, and the others are taken. */
    private static List<Entry> withoutWhatIsBroken(IcsParts parts, @Nullable Zone zone) {
        if (parts.meetings().size() > MOST) {
            throw CalendarReason.TOO_MANY_ENTRIES.refuse();
        }
        List<IcsParts.Meeting> readable = new ArrayList<>();
        Set<String> broken = new LinkedHashSet<>();
        for (IcsParts.Meeting meeting : parts.meetings()) {
            if (parsed(parts.with(List.of(meeting))).isPresent()) {
                readable.add(meeting);
            } else {
                broken.add(meeting.uid());
            }
        }
        // What is said of one meeting in several places is only right together.
        readable.removeIf(meeting -> broken.contains(meeting.uid()));
        Calendar whole = parsed(parts.with(readable)).orElseThrow(CalendarReason.NOT_A_CALENDAR::refuse);
        List<Entry> entries = new ArrayList<>(entries(whole, zone));
        broken.forEach(uid -> entries.add(new Entry(uid, null, null, CalendarReason.NOT_AN_ENTRY.refuse())));
        return entries;
    }

    private static List<Entry> entries(Calendar calendar, @Nullable Zone zone) {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        if (events.size() > MOST) {
            throw CalendarReason.TOO_MANY_ENTRIES.refuse();
        }
        return new IcsFile(zone == null ? zoneOf(calendar) : zone).entries(events);
    }

    /** The library that reads throws many things; each means that this is no calendar. */
    private static Optional<Calendar> parsed(byte[] bytes) {
        try {
            return Optional.of(new CalendarBuilder().build(new ByteArrayInputStream(bytes)));
        } catch (IOException | ParserException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Zone zoneOf(Calendar calendar) {
        return calendar.getProperty("X-WR-TIMEZONE")
                .map(Property::getValue)
                .filter(ZONES::contains)
                .map(Zone::new)
                .orElse(Zone.UTC);
    }

    private List<Entry> entries(List<VEvent> events) {
        var byUid = new LinkedHashMap<String, List<VEvent>>();
        for (VEvent event : events) {
            String uid = text(event, Property.UID).orElse("");
            byUid.computeIfAbsent(uid, any -> new ArrayList<>()).add(event);
        }
        return byUid.entrySet().stream()
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Entry entry(String uid, List<VEvent> parts) {
        String title = text(parts.get(0), Property.SUMMARY).orElse(null);
        try {
            return new Entry(uid, title, foreign(uid, parts), null);
        } catch (Refusal refusal) {
            return new Entry(uid, title, null, refusal);
        } catch (RuntimeException unreadable) {
            // As above: the library gives null, or throws what it likes, for values that are none.
            return new Entry(uid, title, null, CalendarReason.NOT_AN_ENTRY.refuse());
        }
    }

    private ForeignEvent foreign(String uid, List<VEvent> parts) {
        List<VEvent> wholes = parts.stream()
                .filter(part -> part.getProperty(Property.RECURRENCE_ID).isEmpty())
                .toList();
        if (wholes.size() != 1 || wholes.get(0).getProperty(Property.RDATE).isPresent()) {
            throw CalendarReason.NOT_AN_ENTRY.refuse();
        }
        VEvent whole = wholes.get(0);
        if (isOff(whole)) {
            throw EventReason.CANCELLED.refuse();
        }
        Plan plan = plan(whole);
        Rule rule = text(whole, Property.RRULE).map(Rule::of).orElse(null);
        Set<LocalDateTime> without = new HashSet<>();
        for (Property property : whole.getProperties(Property.EXDATE)) {
            DateListProperty<?> dates = (DateListProperty<?>) property;
            dates.getDates().forEach(date -> without.add(start(date, dates, plan.when())));
        }
        Map<LocalDateTime, Plan> moved = new HashMap<>();
        for (VEvent part : parts) {
            part.<DateProperty<?>>getProperty(Property.RECURRENCE_ID).ifPresent(id -> {
                LocalDateTime start = start(id.getDate(), id, plan.when());
                if (isOff(part)) {
                    without.add(start);
                } else {
                    moved.put(start, plan(part));
                }
            });
        }
        return new ForeignEvent(new ForeignEvent.Uid(uid), plan, rule, without, moved);
    }

    private static boolean isOff(VEvent event) {
        return text(event, Property.STATUS)
                .filter("CANCELLED"::equalsIgnoreCase)
                .isPresent();
    }

    private Plan plan(VEvent event) {
        Line title = Line.of(text(event, Property.SUMMARY).orElse(""));
        return Plan.of(title, when(event))
                .described(text(event, Property.DESCRIPTION)
                        .filter(words -> !words.isBlank())
                        .map(Prose::of)
                        .orElse(null))
                .open(text(event, Property.CLASS)
                        .filter(open -> !open.equalsIgnoreCase("PUBLIC"))
                        .isEmpty())
                .in(venue(event));
    }

    private When when(VEvent event) {
        DateProperty<?> start =
                event.<DateProperty<?>>getProperty(Property.DTSTART).orElseThrow(CalendarReason.NOT_AN_ENTRY::refuse);
        // A rule for a time in UTC counts the days of UTC.
        boolean isByUtc = start.getValue().endsWith("Z")
                && event.getProperty(Property.RRULE).isPresent();
        Zone where = isByUtc ? Zone.UTC : zone(start.getDate(), start);
        LocalDateTime starts = local(start.getDate(), start, where);
        return new When(starts, ends(event, starts, start.getDate() instanceof LocalDate, where), where);
    }

    /** A day that says no more lasts until midnight. */
    private @Nullable LocalDateTime ends(VEvent event, LocalDateTime starts, boolean isDay, Zone where) {
        Optional<DateProperty<?>> end = event.getProperty(Property.DTEND);
        if (end.isPresent()) {
            LocalDateTime ends = local(end.get().getDate(), end.get(), where);
            return ends.equals(starts) ? null : ends;
        }
        Optional<net.fortuna.ical4j.model.property.Duration> lasts = event.getProperty(Property.DURATION);
        if (lasts.isPresent()) {
            TemporalAmount amount = lasts.get().getDuration();
            // Hours are hours, whatever the clocks do; days are days.
            return amount instanceof Duration time
                    ? where.local(where.at(starts).plus(time))
                    : starts.plus(amount);
        }
        return isDay ? starts.plusDays(1) : null;
    }

    private Zone zone(Temporal date, Property property) {
        Optional<String> named = property.getParameter(Parameter.TZID).map(Parameter::getValue);
        return date instanceof ZonedDateTime
                ? named.filter(ZONES::contains).map(Zone::new).orElse(zone)
                : zone;
    }

    /** Which start is meant. Some programs name no more than its day. */
    private LocalDateTime start(Temporal date, Property property, When first) {
        return date instanceof LocalDate day
                ? day.atTime(first.starts().toLocalTime())
                : local(date, property, first.zone());
    }

    /** What the clock on the wall of {@code where} shows. */
    private LocalDateTime local(Temporal date, Property property, Zone where) {
        if (date instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (date instanceof LocalDateTime time) {
            return zone.equals(where) ? time : where.local(zone.at(time));
        }
        if (date instanceof ZonedDateTime time) {
            return zone(date, property).equals(where) && isNamed(property)
                    ? time.toLocalDateTime()
                    : where.local(time.toInstant());
        }
        if (date instanceof OffsetDateTime time) {
            return where.local(time.toInstant());
        }
        return where.local(Instant.from(date));
    }

    private static boolean isNamed(Property property) {
        return property.getParameter(Parameter.TZID)
                .map(Parameter::getValue)
                .filter(ZONES::contains)
                .isPresent();
    }

    /** How to get there; members learn it. A link that is none of ours is left out. */
    private static @Nullable Venue venue(VEvent event) {
        Line address = text(event, Property.LOCATION)
                .filter(words -> !words.isBlank())
                .map(Line::of)
                .orElse(null);
        Coordinates point =
                event.<Geo>getProperty(Property.GEO).map(IcsFile::point).orElse(null);
        MeetingLink link = text(event, "CONFERENCE")
                .or(() -> text(event, Property.URL))
                .filter(IcsFile::isMeetingLink)
                .map(MeetingLink::new)
                .orElse(null);
        return address == null && point == null && link == null
                ? null
                : new Venue(null, address, point, link, Venue.ShownTo.MEMBERS);
    }

    private static Coordinates point(Geo geo) {
        return new Coordinates(
                geo.getLatitude().movePointRight(8).longValue(),
                geo.getLongitude().movePointRight(8).longValue());
    }

    private static boolean isMeetingLink(String text) {
        try {
            new MeetingLink(URI.create(text).toString());
            return true;
        } catch (Refusal | IllegalArgumentException none) {
            return false;
        }
    }

    private static Optional<String> text(Component component, String property) {
        return component.getProperty(property).map(Property::getValue);
    }
}
