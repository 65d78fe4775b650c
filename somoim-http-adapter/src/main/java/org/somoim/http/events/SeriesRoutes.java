package org.somoim.http.events;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Course;
import org.somoim.events.EventAction;
import org.somoim.events.Recurrences;
import org.somoim.events.Rule;
import org.somoim.events.Span;
import org.somoim.http.events.EventBodies.NewEvent;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.profiles.Profiles;

/** Meetings that come again, over HTTP. */
public final class SeriesRoutes implements Routes {
    private final Recurrences recurrences;
    private final EventView.Maker views;
    private final InstantSource clock;

    /** @param clock for lists that begin now */
    public SeriesRoutes(Recurrences recurrences, Profiles profiles, InstantSource clock) {
        this.recurrences = recurrences;
        this.views = new EventView.Maker(profiles);
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/groups/{group}/series", this::begin)
                        .needs(EventAction.CALL, "group")
                        .takes(NewSeries.class)
                        .creates(SeriesView.class)
                        .says("Begins a series of a group, by a rule as in iCalendar."),
                post("/me/series", this::beginOwn)
                        .takes(NewSeries.class)
                        .creates(SeriesView.class)
                        .says("Begins a series that one hosts oneself."),
                get("/series/{series}", this::find)
                        .needs(EventAction.SEE, "series")
                        .gives(SeriesView.class)
                        .says("How a series runs."),
                get("/series/{series}/events", this::occurrences)
                        .needs(EventAction.SEE, "series")
                        .query("from", Instant.class)
                        .query("until", Instant.class)
                        .givesPage(EventView.class)
                        .says("The occurrences of a series, first start first; from now on unless said otherwise."),
                get("/series/{series}/occurrence", this::occurrence)
                        .needs(EventAction.SEE, "series")
                        .query("start", LocalDateTime.class)
                        .gives(EventView.class)
                        .says("One occurrence, by when it was first to start by the clock on the wall."),
                post("/series/{series}/end", this::end)
                        .needs(EventAction.SEE, "series")
                        .takes(Ending.class)
                        .gives(SeriesView.class)
                        .says("Ends a series: calls off what was first to start then or later."));
    }

    private Response begin(Request request) {
        var body = request.body(NewSeries.class);
        return created(recurrences.begin(
                request.actor(), request.id("group"), body.event().plan(), body.rule()));
    }

    private Response beginOwn(Request request) {
        var body = request.body(NewSeries.class);
        return created(recurrences.beginOwn(request.actor(), body.event().plan(), body.rule()));
    }

    private static Response created(Course course) {
        return Response.created("/series/" + course.id(), SeriesView.of(course));
    }

    private Response find(Request request) {
        return Response.ok(SeriesView.of(recurrences.find(request.actor(), request.id("series"))));
    }

    private Response occurrences(Request request) {
        Instant from = request.query("from", Instant.class).orElseGet(clock::instant);
        Span span = request.query("until", Instant.class)
                .map(until -> new Span(from, until))
                .orElseGet(() -> Span.from(from));
        var page = recurrences.occurrences(request.actor(), request.id("series"), span, request.ask());
        return Response.page(views.views(request.actor(), page));
    }

    private Response occurrence(Request request) {
        LocalDateTime start = request.query("start", LocalDateTime.class).orElse(LocalDateTime.MIN);
        var event = recurrences.occurrence(request.actor(), request.id("series"), start);
        return Response.ok(views.view(request.actor(), event));
    }

    private Response end(Request request) {
        var body = request.body(Ending.class);
        return Response.ok(SeriesView.of(recurrences.endFrom(request.actor(), request.id("series"), body.from())));
    }

    record NewSeries(NewEvent event, Rule rule) {}

    record Ending(LocalDateTime from) {}

    record SeriesView(
            String id,
            @Nullable String groupId,
            @Nullable String pageOf,
            String rule,
            String startsOn,
            String zone,
            @Nullable String endedAt)
            implements View {
        static SeriesView of(Course course) {
            return new SeriesView(
                    course.id().toString(),
                    course.groupId() == null ? null : course.groupId().toString(),
                    course.pageOf() == null ? null : course.pageOf().toString(),
                    course.rule().value(),
                    course.startsOn().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                    course.zone().value(),
                    course.endedAt() == null ? null : course.endedAt().toString());
        }
    }
}
