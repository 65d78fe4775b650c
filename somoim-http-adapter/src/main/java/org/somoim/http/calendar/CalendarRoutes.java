package org.somoim.http.calendar;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.calendar.CalendarEntry;
import org.somoim.calendar.CalendarLink;
import org.somoim.calendar.CalendarReason;
import org.somoim.calendar.Calendars;
import org.somoim.events.EventAction;
import org.somoim.events.ForeignEvent;
import org.somoim.events.ForeignEvents;
import org.somoim.events.Reminders;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.Upload;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets;

/**
 * Calendars over HTTP, and what people want to be reminded of. The secret of a link is part of an address, unlike any other,
 * for calendar programs know of nothing else; it opens nothing but what it shows.
 */
public final class CalendarRoutes implements Routes {
    private static final Duration AHEAD = Duration.ofDays(60);

    private final Calendars calendars;
    private final ForeignEvents foreignEvents;
    private final Reminders reminders;
    private final InstantSource clock;

    /** @param clock for lists that begin now */
    public CalendarRoutes(Calendars calendars, ForeignEvents foreignEvents, Reminders reminders, InstantSource clock) {
        this.calendars = calendars;
        this.foreignEvents = foreignEvents;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/me/calendar", this::entries)
                        .query("group", Id.class)
                        .query("from", Instant.class)
                        .query("until", Instant.class)
                        .givesPage(EntryView.class)
                        .says("What takes place in one's groups, what one hosts and goes to, first start first; for 60"
                                + " days from now on unless said otherwise."),
                get("/me/calendar/links", this::links)
                        .givesList(LinkView.class)
                        .says("One's links for calendar programs, oldest first, without their secrets."),
                post("/me/calendar/links", this::issue)
                        .takes(NewLink.class)
                        .creates(IssuedView.class)
                        .says(
                                "Makes a link for a calendar program, to everything or to one group. It is shown this once."),
                delete("/me/calendar/links/{link}", this::revoke).says("Takes a link away."),
                get("/calendar/{secret}/somoim.ics", this::feed)
                        .forAnyone()
                        .givesFile()
                        .says("What a link shows, as iCalendar; for whoever has the link."),
                post("/groups/{group}/calendar", this::bringToGroup)
                        .needs(EventAction.CALL, "group")
                        .query("zone", Zone.class)
                        .takes(CalendarFile.class)
                        .gives(ReportView.class)
                        .says("Takes over what is still to come in an iCalendar file as events of a group. What came in"
                                + " before is left as it is."),
                post("/me/calendar", this::bring)
                        .query("zone", Zone.class)
                        .takes(CalendarFile.class)
                        .gives(ReportView.class)
                        .says("The same, as events that one hosts oneself."),
                get("/events/{event}/reminders", this::reminders)
                        .needs(EventAction.SEE, "event")
                        .gives(RemindersView.class)
                        .says("When one is reminded of an event, in minutes before it starts."),
                put("/events/{event}/reminders", this::want)
                        .needs(EventAction.SEE, "event")
                        .takes(WantedReminders.class)
                        .gives(RemindersView.class)
                        .says("Says when one wants to be reminded of an event."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(CalendarReason.values());
    }

    private Response entries(Request request) {
        Id<Group> group = request.<Group>queryId("group").orElse(null);
        Instant from = request.query("from", Instant.class).orElseGet(clock::instant);
        Instant until = request.query("until", Instant.class).orElseGet(() -> from.plus(AHEAD));
        return Response.page(calendars
                .entries(request.actor(), group, from, until, request.ask())
                .map(EntryView::of));
    }

    private Response links(Request request) {
        return Response.ok(
                calendars.links(request.actor()).stream().map(LinkView::of).toList());
    }

    private Response issue(Request request) {
        var body = request.body(NewLink.class);
        CalendarLink.Issued issued = calendars.issue(request.actor(), body.name(), body.groupId());
        return Response.created("/me/calendar/links/" + issued.link().id(), IssuedView.of(issued));
    }

    private Response revoke(Request request) {
        calendars.revoke(request.actor(), request.id("link"));
        return Response.nothing();
    }

    private Response feed(Request request) {
        var secret = new Secrets.Secret(request.segment("secret"));
        return Response.feed(IcsFeed.MEDIA_TYPE, IcsFeed.write(calendars.feed(request.actor(), secret)));
    }

    private Response bringToGroup(Request request) {
        return bring(request, request.id("group"));
    }

    private Response bring(Request request) {
        return bring(request, null);
    }

    private Response bring(Request request, @Nullable Id<Group> group) {
        foreignEvents.check(request.actor(), group);
        Zone zone = request.query("zone", Zone.class).orElse(null);
        List<BroughtView> report = IcsFile.read(request.body(CalendarFile.class).bytes(), zone).stream()
                .map(entry -> brought(request.actor(), group, entry))
                .toList();
        return Response.ok(new ReportView(
                count(report, ForeignEvent.Outcome.ADDED.name()),
                count(report, ForeignEvent.Outcome.KNOWN.name()),
                count(report, BroughtView.REFUSED),
                report));
    }

    private BroughtView brought(Actor actor, @Nullable Id<Group> group, IcsFile.Entry entry) {
        if (entry.foreign() == null) {
            return BroughtView.of(entry, entry.refusal());
        }
        try {
            return BroughtView.of(entry, foreignEvents.bring(actor, group, entry.foreign()));
        } catch (Refusal refusal) {
            return BroughtView.of(entry, refusal);
        }
    }

    private static int count(List<BroughtView> report, String outcome) {
        return (int)
                report.stream().filter(entry -> entry.outcome().equals(outcome)).count();
    }

    private Response reminders(Request request) {
        return Response.ok(new RemindersView(reminders.of(request.actor(), request.id("event"))));
    }

    private Response want(Request request) {
        Set<Integer> minutes = Set.copyOf(request.body(WantedReminders.class).minutesBefore());
        return Response.ok(new RemindersView(reminders.want(request.actor(), request.id("event"), minutes)));
    }

    /** @param groupId everything if nobody says */
    record NewLink(Line name, @Nullable Id<Group> groupId) {}

    @Upload("text/calendar")
    record CalendarFile(byte[] bytes) {}

    record ReportView(int added, int known, int refused, List<BroughtView> entries) implements View {}

    /**
     * @param outcome ADDED, KNOWN or REFUSED
     * @param code why it was refused
     * @param detail what to do about it
     */
    record BroughtView(
            String uid,
            @Nullable String title,
            String outcome,
            @Nullable String code,
            @Nullable String detail) implements View {
        static final String REFUSED = "REFUSED";

        static BroughtView of(IcsFile.Entry entry, ForeignEvent.Outcome outcome) {
            return new BroughtView(entry.uid(), entry.title(), outcome.name(), null, null);
        }

        static BroughtView of(IcsFile.Entry entry, @Nullable Refusal refusal) {
            Reason reason = refusal == null ? CalendarReason.NOT_AN_ENTRY : refusal.reason();
            return new BroughtView(entry.uid(), entry.title(), REFUSED, reason.code(), reason.advice());
        }
    }

    record WantedReminders(List<Integer> minutesBefore) {}

    record RemindersView(List<Integer> minutesBefore) implements View {}

    /**
     * @param startsOn by the clock on the wall of {@code zone}
     * @param latitude in degrees, up to 8 decimals
     */
    record EntryView(
            String id,
            @Nullable String groupId,
            String title,
            @Nullable String description,
            String startsOn,
            String zone,
            String startsAt,
            @Nullable String endsAt,
            @Nullable String location,
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String online,
            boolean attending,
            @Nullable String cancelledAt,
            List<Integer> remindersMinutesBefore)
            implements View {
        static EntryView of(CalendarEntry entry) {
            return new EntryView(
                    entry.id().toString(),
                    text(entry.placeId()),
                    entry.title().value(),
                    entry.description() == null ? null : entry.description().value(),
                    entry.startsOn().toString(),
                    entry.zone().toString(),
                    entry.startsAt().toString(),
                    text(entry.endsAt()),
                    entry.location(),
                    entry.point() == null ? null : degrees(entry.point().latitude()),
                    entry.point() == null ? null : degrees(entry.point().longitude()),
                    text(entry.online()),
                    entry.attending(),
                    text(entry.cancelledAt()),
                    entry.alarms());
        }

        private static String degrees(long parts) {
            return BigDecimal.valueOf(parts, 8).stripTrailingZeros().toPlainString();
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    record LinkView(String id, String name, @Nullable String groupId, String createdAt) implements View {
        static LinkView of(CalendarLink link) {
            return new LinkView(
                    link.id().toString(),
                    link.name().value(),
                    link.placeId() == null ? null : link.placeId().toString(),
                    link.createdAt().toString());
        }
    }

    /** @param path from where the API is mounted; whoever has it reads by it */
    record IssuedView(LinkView link, String path) implements View {
        static IssuedView of(CalendarLink.Issued issued) {
            return new IssuedView(
                    LinkView.of(issued.link()),
                    Route.BASE + "/calendar/" + issued.secret().value() + "/somoim.ics");
        }
    }
}
