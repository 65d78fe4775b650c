package org.somoim.http.moderation;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.http.moderation.Views.CaseView;
import org.somoim.http.moderation.Views.FileView;
import org.somoim.http.moderation.Views.MeasureView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.moderation.Case;
import org.somoim.moderation.Cases;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.ModerationAction;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;

/** Deciding over HTTP. */
public final class CaseRoutes implements Routes {
    private final Cases cases;

    public CaseRoutes(Cases cases) {
        this.cases = cases;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/cases", this::window)
                        .needs(ModerationAction.REVIEW)
                        .givesList(CaseView.class)
                        .says("The most urgent open cases, as many as are in front of the moderators at once."),
                post("/cases", this::open)
                        .needs(ModerationAction.REVIEW)
                        .takes(Opening.class)
                        .creates(CaseView.class)
                        .says("Begins a case about something one came across, and takes it."),
                post("/cases/next/claim", this::claimNext)
                        .needs(ModerationAction.REVIEW)
                        .givesList(CaseView.class)
                        .says(
                                "Takes the most urgent case that nobody holds, for a time; an empty list if there is none."),
                get("/cases/{case}", this::file)
                        .needs(ModerationAction.REVIEW)
                        .gives(FileView.class)
                        .says("A case with everything in it, except who reported it."),
                post("/cases/{case}/claim", this::claim)
                        .needs(ModerationAction.REVIEW)
                        .gives(CaseView.class)
                        .says("Takes a case, or keeps it longer."),
                post("/cases/{case}/release", this::release)
                        .needs(ModerationAction.REVIEW)
                        .takes(Version.class)
                        .gives(CaseView.class)
                        .says("Gives a case back."),
                post("/cases/{case}/escalate", this::escalate)
                        .needs(ModerationAction.REVIEW)
                        .takes(Version.class)
                        .gives(CaseView.class)
                        .says("Hands a case on to administrators."),
                post("/cases/{case}/snooze", this::snooze)
                        .needs(ModerationAction.REVIEW)
                        .takes(Snoozing.class)
                        .gives(CaseView.class)
                        .says("Puts a case off."),
                post("/cases/{case}/dismiss", this::dismiss)
                        .needs(ModerationAction.REVIEW)
                        .takes(Version.class)
                        .gives(CaseView.class)
                        .says("Decides that nothing is to be done."),
                post("/cases/{case}/decide", this::decide)
                        .needs(ModerationAction.REVIEW)
                        .takes(Deciding.class)
                        .gives(MeasureView.class)
                        .says("Decides what is to be done, and why. A ban waits for a second person."),
                get("/proposals", this::proposals)
                        .needs(ModerationAction.SECOND)
                        .givesList(MeasureView.class)
                        .says("What somebody else has proposed and a second person has to agree to."),
                post("/proposals/{measure}/agree", this::agree)
                        .needs(ModerationAction.SECOND)
                        .gives(MeasureView.class)
                        .says("Agrees: it comes into force."),
                post("/proposals/{measure}/disagree", this::disagree)
                        .needs(ModerationAction.SECOND)
                        .gives(MeasureView.class)
                        .says("Does not agree: the case is open again."),
                get("/social/moderation/queue", this::window)
                        .needs(ModerationAction.REVIEW)
                        .givesList(CaseView.class)
                        .says("The most urgent open cases.")
                        .aliasOf("GET /cases"),
                post("/social/moderation/cases/{case}/decide", this::decide)
                        .needs(ModerationAction.REVIEW)
                        .takes(Deciding.class)
                        .gives(MeasureView.class)
                        .says("Decides what is to be done, and why.")
                        .aliasOf("POST /cases/{case}/decide"));
    }

    private Response window(Request request) {
        return Response.ok(
                cases.window(request.actor()).stream().map(CaseView::of).toList());
    }

    private Response open(Request request) {
        Opening body = request.body(Opening.class);
        Case open = cases.open(request.actor(), new Subject(body.kind(), body.id()), body.ground());
        return Response.created("/cases/" + open.id(), CaseView.of(open));
    }

    private Response claimNext(Request request) {
        return Response.ok(
                cases.claimNext(request.actor()).stream().map(CaseView::of).toList());
    }

    private Response file(Request request) {
        return Response.ok(FileView.of(cases.get(request.actor(), request.id("case"))));
    }

    private Response claim(Request request) {
        return Response.ok(CaseView.of(cases.claim(request.actor(), request.id("case"))));
    }

    private Response release(Request request) {
        return Response.ok(CaseView.of(cases.release(
                request.actor(), request.id("case"), request.body(Version.class).version())));
    }

    private Response escalate(Request request) {
        return Response.ok(CaseView.of(cases.escalate(
                request.actor(), request.id("case"), request.body(Version.class).version())));
    }

    private Response snooze(Request request) {
        Snoozing body = request.body(Snoozing.class);
        return Response.ok(CaseView.of(
                cases.snooze(request.actor(), request.id("case"), body.version(), Duration.ofMinutes(body.minutes()))));
    }

    private Response dismiss(Request request) {
        return Response.ok(CaseView.of(cases.dismiss(
                request.actor(), request.id("case"), request.body(Version.class).version())));
    }

    private Response decide(Request request) {
        Deciding body = request.body(Deciding.class);
        return Response.ok(
                MeasureView.of(cases.decide(request.actor(), request.id("case"), body.version(), body.ruling())));
    }

    private Response proposals(Request request) {
        return Response.ok(
                cases.proposals(request.actor()).stream().map(MeasureView::of).toList());
    }

    private Response agree(Request request) {
        return Response.ok(MeasureView.of(cases.agree(request.actor(), request.id("measure"))));
    }

    private Response disagree(Request request) {
        return Response.ok(MeasureView.of(cases.disagree(request.actor(), request.id("measure"))));
    }

    /** @param kind such as {@code post} */
    record Opening(Word kind, Id<?> id, Ground ground) {}

    /** @param version which one was read */
    record Version(int version) {}

    record Snoozing(int version, int minutes) {}

    /**
     * @param rule which rule was broken
     * @param facts what was found
     * @param minutes how long, or left out for good
     * @param points strikes; what goes with the measure if it is left out
     * @param withKin for every open case with nearly the same words; no if it is left out
     */
    record Deciding(
            int version,
            Measure.Kind kind,
            Ground ground,
            Line rule,
            Prose facts,
            @Nullable Integer minutes,
            @Nullable Integer points,
            @Nullable Boolean withKin) {
        Ruling ruling() {
            return new Ruling(
                    kind,
                    ground,
                    rule,
                    facts,
                    minutes == null ? null : Duration.ofMinutes(minutes),
                    points == null ? Ruling.pointsOf(kind, ground) : points,
                    Boolean.TRUE.equals(withKin));
        }
    }
}
