package org.somoim.http.events;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Coordinates;
import org.somoim.events.Event;
import org.somoim.events.EventAction;
import org.somoim.events.EventReason;
import org.somoim.events.Events;
import org.somoim.events.Near;
import org.somoim.events.OwnEventAction;
import org.somoim.events.Plan;
import org.somoim.events.Span;
import org.somoim.events.Venue;
import org.somoim.events.When;
import org.somoim.events.Zone;
import org.somoim.groups.Group;
import org.somoim.http.events.EventBodies.EventPatch;
import org.somoim.http.events.EventBodies.NewEvent;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.profiles.Profiles;

/** Events over HTTP. */
public final class EventRoutes implements Routes {
    /** In metres. */
    private static final int AROUND = 5000;

    private final Events events;
    private final EventView.Maker views;
    private final InstantSource clock;

    /** @param clock for lists that begin now */
    public EventRoutes(Events events, Profiles profiles, InstantSource clock) {
        this.events = events;
        this.views = new EventView.Maker(profiles);
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/groups/{group}/events", this::inGroup)
                        .needs(EventAction.SEE, "group")
                        .query("from", Instant.class)
                        .query("until", Instant.class)
                        .givesPage(EventView.class)
                        .says("What a group hosts, first start first; from now on unless said otherwise."),
                post("/groups/{group}/events", this::call)
                        .needs(EventAction.CALL, "group")
                        .takes(NewEvent.class)
                        .creates(EventView.class)
                        .says("Calls a meeting of a group."),
                get("/people/{person}/events", this::onPage)
                        .needs(OwnEventAction.SEE, "person")
                        .query("from", Instant.class)
                        .query("until", Instant.class)
                        .givesPage(EventView.class)
                        .says("What a person hosts, first start first; from now on unless said otherwise."),
                post("/me/events", this::callOwn)
                        .takes(NewEvent.class)
                        .creates(EventView.class)
                        .says("Calls a meeting that one hosts oneself."),
                get("/events/near", this::near)
                        .query("latitude", Degrees.class)
                        .query("longitude", Degrees.class)
                        .query("radius", Metres.class)
                        .query("from", Instant.class)
                        .query("until", Instant.class)
                        .givesPage(NearView.class)
                        .says("What takes place around a point, nearest first; from now on unless said otherwise."),
                get("/events/{event}", this::find)
                        .needs(EventAction.SEE, "event")
                        .gives(EventView.class)
                        .says("One event."),
                patch("/events/{event}", this::edit)
                        .needs(EventAction.SEE, "event")
                        .takes(EventPatch.class)
                        .gives(EventView.class)
                        .says("Changes an event: one's own, or as a moderator of its group anyone's."),
                post("/events/{event}/cancel", this::cancel)
                        .needs(EventAction.SEE, "event")
                        .gives(EventView.class)
                        .says("Calls an event off. It stays, as cancelled, and those who come are told."),
                delete("/events/{event}", this::remove)
                        .needs(EventAction.SEE, "event")
                        .says("Deletes an event: one's own, or as a moderator of its group anyone's."),
                post("/events/{event}/restore", this::restore)
                        .needs(EventAction.SEE, "event")
                        .gives(EventView.class)
                        .says("Brings back a deleted event, within 30 days."),
                post("/group/event", this::callByBody)
                        .takes(GroupEvent.class)
                        .creates(EventView.class)
                        .says("Calls a meeting of a group.")
                        .aliasOf("POST /groups/{group}/events"));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(EventReason.values());
    }

    private Response inGroup(Request request) {
        var page = events.inGroup(request.actor(), request.id("group"), span(request), request.ask());
        return Response.page(views.views(request.actor(), page));
    }

    private Response onPage(Request request) {
        var page = events.onPage(request.actor(), request.id("person"), span(request), request.ask());
        return Response.page(views.views(request.actor(), page));
    }

    private Response near(Request request) {
        Coordinates center = Degrees.point(
                request.query("latitude", Degrees.class).orElseThrow(EventReason.NOT_ON_EARTH::refuse),
                request.query("longitude", Degrees.class).orElseThrow(EventReason.NOT_ON_EARTH::refuse));
        int metres = request.query("radius", Metres.class).map(Metres::number).orElse(AROUND);
        Page<Near> page = events.near(request.actor(), center, metres, span(request), request.ask());
        List<EventView> shown = views.views(
                request.actor(), page.items().stream().map(Near::event).toList());
        List<NearView> near = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            near.add(new NearView(page.items().get(i).metres(), shown.get(i)));
        }
        return Response.page(new Page<>(near, page.next()));
    }

    private Span span(Request request) {
        Span fromNow = Span.from(request.query("from", Instant.class).orElseGet(clock::instant));
        return request.query("until", Instant.class)
                .map(until -> new Span(fromNow.from(), until))
                .orElse(fromNow);
    }

    private Response call(Request request) {
        Plan plan = request.body(NewEvent.class).plan();
        return created(request, events.call(request.actor(), request.id("group"), plan));
    }

    private Response callByBody(Request request) {
        var body = request.body(GroupEvent.class);
        return created(request, events.call(request.actor(), body.groupId(), body.plan()));
    }

    private Response callOwn(Request request) {
        Plan plan = request.body(NewEvent.class).plan();
        return created(request, events.callOwn(request.actor(), plan));
    }

    private Response created(Request request, Event event) {
        return Response.created("/events/" + event.id(), views.view(request.actor(), event));
    }

    private Response find(Request request) {
        return shown(request, events.find(request.actor(), request.id("event")));
    }

    private Response edit(Request request) {
        return shown(request, events.edit(request.actor(), request.id("event"), request.body(EventPatch.class)::over));
    }

    private Response cancel(Request request) {
        return shown(request, events.cancel(request.actor(), request.id("event")));
    }

    private Response remove(Request request) {
        events.delete(request.actor(), request.id("event"));
        return Response.nothing();
    }

    private Response restore(Request request) {
        return shown(request, events.restore(request.actor(), request.id("event")));
    }

    private Response shown(Request request, Event event) {
        return Response.ok(views.view(request.actor(), event));
    }

    /** Whole metres, at most six digits. */
    record Metres(String value) {
        Metres {
            if (!value.matches("[0-9]{1,6}")) {
                throw EventReason.TOO_FAR.refuse();
            }
        }

        int number() {
            return Integer.parseInt(value);
        }
    }

    /** @param metres as the crow flies */
    record NearView(int metres, EventView event) implements View {}

    /**
     * In the vocabulary of clients that know an instant and nothing of clocks on walls.
     *
     * @param zone where that instant is spoken of; UTC unless said otherwise
     * @param location an address
     */
    record GroupEvent(
            Id<Group> groupId,
            Line title,
            @Nullable Prose description,
            Instant eventTime,
            @Nullable Zone zone,
            @Nullable Line location) {
        Plan plan() {
            Zone where = zone == null ? Zone.UTC : zone;
            return Plan.of(title, new When(where.local(eventTime), null, where))
                    .described(description)
                    .in(location == null ? null : Venue.at(location));
        }
    }
}
