package org.somoim.http.events;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.events.Event;
import org.somoim.events.EventAction;
import org.somoim.events.Rsvp;
import org.somoim.events.Rsvp.Answer;
import org.somoim.events.Rsvps;
import org.somoim.events.Tally;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;
import org.somoim.profiles.Profiles;

/** Who comes, over HTTP. */
public final class RsvpRoutes implements Routes {
    private final Rsvps rsvps;
    private final Profiles profiles;

    public RsvpRoutes(Rsvps rsvps, Profiles profiles) {
        this.rsvps = rsvps;
        this.profiles = profiles;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/events/{event}/rsvp", this::own)
                        .needs(EventAction.SEE, "event")
                        .gives(RsvpView.class)
                        .says("One's own answer."),
                put("/events/{event}/rsvp", this::answer)
                        .needs(EventAction.ANSWER, "event")
                        .takes(Answering.class)
                        .gives(RsvpView.class)
                        .says(
                                "Says whether one comes. A full event answers WAITLISTED; going again takes up an offer."),
                delete("/events/{event}/rsvp", this::withdraw)
                        .needs(EventAction.SEE, "event")
                        .says("Takes one's answer back, as if one had never answered."),
                get("/events/{event}/tally", this::tally)
                        .needs(EventAction.SEE, "event")
                        .gives(TallyView.class)
                        .says("How many come."),
                get("/events/{event}/rsvps", this::list)
                        .needs(EventAction.ANSWER, "event")
                        .query("answer", Answer.class)
                        .givesPage(RsvpView.class)
                        .says("Who goes, or gave another answer, first answer first."),
                put("/events/{event}/rsvps/{person}/approval", this::approve)
                        .needs(EventAction.SEE, "event")
                        .gives(RsvpView.class)
                        .says("Lets somebody in who asked."),
                put("/events/{event}/rsvps/{person}/seat", this::promote)
                        .needs(EventAction.SEE, "event")
                        .gives(RsvpView.class)
                        .says("Gives a free seat to somebody who waits."),
                delete("/events/{event}/rsvps/{person}", this::turnDown)
                        .needs(EventAction.SEE, "event")
                        .says("Puts somebody off the list, or turns down their wish to come."),
                put("/events/{event}/rsvps/{person}/attendance", this::note)
                        .needs(EventAction.SEE, "event")
                        .takes(Noting.class)
                        .gives(RsvpView.class)
                        .says("Notes down whether somebody came."),
                post("/group/event/vote", this::vote)
                        .takes(Ballot.class)
                        .gives(VoteView.class)
                        .says("Says whether one comes.")
                        .aliasOf("PUT /events/{event}/rsvp"));
    }

    private Response own(Request request) {
        return shown(request, rsvps.own(request.actor(), request.id("event")));
    }

    private Response answer(Request request) {
        var body = request.body(Answering.class);
        return shown(request, answered(request.actor(), request.id("event"), body.meant(), body.company()));
    }

    private Rsvp answered(Actor actor, Id<Event> event, Answer answer, int guests) {
        return switch (answer) {
            case GOING -> rsvps.attend(actor, event, guests);
            case INTERESTED -> rsvps.interested(actor, event);
            case NOT_GOING -> rsvps.decline(actor, event);
            // Nobody answers so: it is what becomes of an answer.
            case WAITLISTED -> throw WireReason.UNKNOWN_VALUE.refuse();
        };
    }

    private Response withdraw(Request request) {
        rsvps.withdraw(request.actor(), request.id("event"));
        return Response.nothing();
    }

    private Response tally(Request request) {
        Tally tally = rsvps.tally(request.actor(), request.id("event"));
        return Response.ok(new TallyView(tally.going(), tally.interested(), tally.waiting()));
    }

    private Response list(Request request) {
        Answer answer = request.query("answer", Answer.class).orElse(Answer.GOING);
        Page<Rsvp> page = rsvps.list(request.actor(), request.id("event"), answer, request.ask());
        return Response.page(new Page<>(views(request.actor(), page.items()), page.next()));
    }

    private Response approve(Request request) {
        return shown(request, rsvps.approve(request.actor(), request.id("event"), request.id("person")));
    }

    private Response promote(Request request) {
        return shown(request, rsvps.promote(request.actor(), request.id("event"), request.id("person")));
    }

    private Response turnDown(Request request) {
        rsvps.turnDown(request.actor(), request.id("event"), request.id("person"));
        return Response.nothing();
    }

    private Response note(Request request) {
        var attendance = request.body(Noting.class).attendance();
        return shown(request, rsvps.note(request.actor(), request.id("event"), request.id("person"), attendance));
    }

    private Response vote(Request request) {
        var body = request.body(Ballot.class);
        Rsvp rsvp = answered(request.actor(), body.eventId(), body.vote().answer(), 0);
        return Response.ok(VoteView.of(rsvp));
    }

    private Response shown(Request request, Rsvp rsvp) {
        return Response.ok(views(request.actor(), List.of(rsvp)).get(0));
    }

    private List<RsvpView> views(Actor reader, List<Rsvp> some) {
        Set<Id<User>> people = some.stream().map(Rsvp::userId).collect(Collectors.toSet());
        Map<Id<User>, Line> names = profiles.names(reader, people);
        return some.stream()
                .map(rsvp -> RsvpView.of(rsvp, names.get(rsvp.userId())))
                .toList();
    }

    /**
     * @param answer going unless said otherwise
     * @param guests none unless said otherwise
     */
    record Answering(@Nullable Answer answer, @Nullable Integer guests) {
        Answer meant() {
            return answer == null ? Answer.GOING : answer;
        }

        int company() {
            return guests == null ? 0 : guests;
        }
    }

    /** @param attendance null takes the note back */
    record Noting(Rsvp.@Nullable Attendance attendance) {}

    record Ballot(Id<Event> eventId, Vote vote) {}

    /** {@code going}, {@code interested} or {@code not_going}. */
    record Vote(String value) {
        Vote {
            if (!Set.of("going", "interested", "not_going").contains(value)) {
                throw WireReason.UNKNOWN_VALUE.refuse();
            }
        }

        Answer answer() {
            return Answer.valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    record VoteView(String eventId, String userId, String vote) implements View {
        static VoteView of(Rsvp rsvp) {
            return new VoteView(
                    rsvp.eventId().toString(),
                    rsvp.userId().toString(),
                    rsvp.answer().name().toLowerCase(Locale.ROOT));
        }
    }

    record TallyView(int going, int interested, int waiting) implements View {}

    /**
     * @param name left out where the reader may not know it
     * @param line number in the waitlist
     */
    record RsvpView(
            String eventId,
            String userId,
            @Nullable String name,
            String answer,
            int guests,
            @Nullable Integer line,
            boolean waitsForApproval,
            @Nullable String offeredUntil,
            @Nullable String attendance,
            String createdAt,
            String updatedAt)
            implements View {
        static RsvpView of(Rsvp rsvp, @Nullable Line name) {
            return new RsvpView(
                    rsvp.eventId().toString(),
                    rsvp.userId().toString(),
                    name == null ? null : name.value(),
                    rsvp.answer().name(),
                    rsvp.guests(),
                    rsvp.line(),
                    rsvp.waitsForApproval(),
                    rsvp.offeredUntil() == null ? null : rsvp.offeredUntil().toString(),
                    rsvp.attendance() == null ? null : rsvp.attendance().name(),
                    rsvp.createdAt().toString(),
                    rsvp.updatedAt().toString());
        }
    }
}
