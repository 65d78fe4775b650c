package org.somoim.http.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Conference;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.somoim.calendar.CalendarEntry;
import org.somoim.calendar.Calendars;
import org.somoim.kernel.Line;

/**
 * Writes a calendar as RFC 5545 and RFC 7986 have it.
 *
 * <p>Every occurrence is a VEVENT of its own, with a UID that stays, at an instant in UTC. A rule with exceptions would be
 * shorter, but calendar programs do not agree on rules in all cases, least of all where clocks go forward; an instant is the
 * same everywhere. It moves when a country changes its clocks, for a program reads anew every hour.
 */
final class IcsFeed {
    static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

    private static final Duration AGAIN = Duration.ofHours(1);

    private static final int UNFOLDED = Integer.MAX_VALUE;
    private static final int LINE = 75;
    private static final byte[] END = {'\r', '\n'};
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private IcsFeed() {}

    /** The same bytes for the same entries, so that a program that has them already need not read them again. */
    static byte[] write(Calendars.Feed feed) {
        List<CalendarComponent> events =
                feed.entries().stream().<CalendarComponent>map(IcsFeed::event).toList();
        var calendar = new Calendar(new PropertyList(about(feed.name())), new ComponentList<>(events));
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, UNFOLDED).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        }
        return folded(text.toString());
    }

    /**
     * Breaks long lines as RFC 5545 has it in section 3.1, at 75 octets and never within a character. The library that writes
     * the rest counts in halves of characters, and cuts through them.
     */
    private static byte[] folded(String text) {
        var bytes = new ByteArrayOutputStream();
        text.lines().forEach(line -> {
            int used = 0;
            int[] characters = line.codePoints().toArray();
            for (int character : characters) {
                byte[] octets = Character.toString(character).getBytes(StandardCharsets.UTF_8);
                if (used + octets.length > LINE) {
                    bytes.writeBytes(FOLD);
                    used = 1;
                }
                bytes.writeBytes(octets);
                used += octets.length;
            }
            bytes.writeBytes(END);
        });
        return bytes.toByteArray();
    }

    /** The older names are what most programs still read. */
    private static List<Property> about(Line name) {
        return List.of(
                new ProdId("-//Somoim//Somoim//EN"),
                ImmutableVersion.VERSION_2_0,
                new Name(name.value()),
                new XProperty("X-WR-CALNAME", name.value()),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), AGAIN),
                new XProperty("X-PUBLISHED-TTL", AGAIN.toString()));
    }

    private static VEvent event(CalendarEntry entry) {
        var all = new ArrayList<Property>(List.of(
                new Uid(entry.id().toString()),
                new DtStamp(seconds(entry.updatedAt())),
                new Created(seconds(entry.createdAt())),
                new LastModified(seconds(entry.updatedAt())),
                new Sequence(entry.sequence()),
                new DtStart<>(seconds(entry.startsAt())),
                new Summary(entry.title().value()),
                entry.cancelledAt() == null ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED,
                entry.attending() ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT));
        if (entry.endsAt() != null) {
            all.add(new DtEnd<>(seconds(entry.endsAt())));
        }
        if (entry.description() != null) {
            all.add(new Description(entry.description().value()));
        }
        if (entry.location() != null) {
            all.add(new Location(entry.location()));
        }
        if (entry.point() != null) {
            all.add(new Geo(
                    degrees(entry.point().latitude()), degrees(entry.point().longitude())));
        }
        if (entry.online() != null) {
            all.add(new Url(entry.online()));
            all.add(new Conference(
                    new ParameterList(List.of(Value.URI)), entry.online().toString()));
        }
        List<VAlarm> alarms = entry.cancelledAt() == null
                ? entry.alarms().stream()
                        .map(minutes -> alarm(minutes, entry.title()))
                        .toList()
                : List.of();
        return new VEvent(new PropertyList(all), new ComponentList<>(alarms));
    }

    private static VAlarm alarm(int minutes, Line title) {
        return new VAlarm(new PropertyList(List.of(
                ImmutableAction.DISPLAY,
                new Trigger(Duration.ofMinutes(minutes).negated()),
                new Description(title.value()))));
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static BigDecimal degrees(long parts) {
        return BigDecimal.valueOf(parts, 8).stripTrailingZeros();
    }
}
