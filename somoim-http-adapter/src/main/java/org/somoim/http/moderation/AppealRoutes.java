package org.somoim.http.moderation;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.time.Instant;
import java.util.List;
import org.somoim.http.moderation.Views.AppealView;
import org.somoim.http.moderation.Views.MeasureView;
import org.somoim.http.moderation.Views.ObjectionView;
import org.somoim.http.moderation.Views.RecordView;
import org.somoim.http.moderation.Views.StatementView;
import org.somoim.http.moderation.Views.ToldView;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Prose;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.ModerationAction;
import org.somoim.moderation.Subject;

/** Reasons and objections over HTTP; also for who is suspended or banned. */
public final class AppealRoutes implements Routes {
    private final Appeals appeals;

    public AppealRoutes(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/me/statements", this::statements)
                        .givesPage(StatementView.class)
                        .says("Everything that restricts one or did, with the reasons, newest first."),
                get("/statements/{measure}", this::statement)
                        .gives(StatementView.class)
                        .says("Why one is restricted, and what one can do about it."),
                get("/me/goal-shares/{goal}/statements", this::onGoal)
                        .givesList(ToldView.class)
                        .says(
                                "Everything that restricts a goal one shares or did, with the reasons and what one objected, last decided first."),
                post("/statements/{measure}/appeal", this::object)
                        .takes(Objection.class)
                        .creates(AppealView.class)
                        .says("Objects to a measure that restricts one, or a goal one shares: then without one's name.")
                        .veilingCallers(),
                post("/reports/{report}/appeal", this::insist)
                        .takes(Objection.class)
                        .creates(AppealView.class)
                        .says("Objects to one's report being dismissed."),
                get("/me/appeals", this::mine)
                        .givesPage(AppealView.class)
                        .says("What one has objected to and what became of it, newest first."),
                get("/appeals", this::waiting)
                        .needs(ModerationAction.JUDGE)
                        .givesPage(ObjectionView.class)
                        .says("Objections that one can judge, longest waiting first."),
                post("/appeals/{appeal}/uphold", this::uphold)
                        .needs(ModerationAction.JUDGE)
                        .takes(Answer.class)
                        .gives(ObjectionView.class)
                        .says("Says that the decision stands."),
                post("/appeals/{appeal}/reduce", this::reduce)
                        .needs(ModerationAction.JUDGE)
                        .takes(Reduction.class)
                        .gives(ObjectionView.class)
                        .says("Lets the measure end sooner."),
                post("/appeals/{appeal}/overturn", this::overturn)
                        .needs(ModerationAction.JUDGE)
                        .takes(Answer.class)
                        .gives(ObjectionView.class)
                        .says("Says that the decision was wrong, and takes back everything that followed from it."),
                get("/admin/restrictions", this::restricted)
                        .needs(ModerationAction.LIFT)
                        .givesPage(MeasureView.class)
                        .says("Who is banned, suspended, muted or slowed now, last decided first."),
                post("/admin/restrictions/{measure}/lift", this::lift)
                        .needs(ModerationAction.LIFT)
                        .gives(MeasureView.class)
                        .says("Takes a measure back although it was right, such as a ban that has lasted long enough."),
                get("/measures", this::record)
                        .needs(ModerationAction.REVIEW)
                        .givesPage(MeasureView.class)
                        .says("Every measure that was taken, last decided first."),
                get("/social/moderation/actions", this::aliasRecord)
                        .needs(ModerationAction.REVIEW)
                        .givesPage(RecordView.class)
                        .says("Every measure that was taken, last decided first.")
                        .aliasOf("GET /measures"),
                post("/social/moderation/actions/{measure}/appeal", this::object)
                        .takes(Objection.class)
                        .creates(AppealView.class)
                        .says("Objects to a measure that restricts one.")
                        .veilingCallers()
                        .aliasOf("POST /statements/{measure}/appeal"));
    }

    private Response statements(Request request) {
        return Response.page(appeals.statements(request.actor(), request.ask()).map(StatementView::of));
    }

    private Response statement(Request request) {
        return Response.ok(StatementView.of(appeals.statement(request.actor(), request.id("measure"))));
    }

    private Response onGoal(Request request) {
        Subject goal = Subject.of("goal", request.id("goal"));
        return Response.ok(appeals.statementsOn(request.actor(), goal).stream()
                .map(ToldView::of)
                .toList());
    }

    private Response object(Request request) {
        return filed(appeals.object(
                request.actor(),
                request.id("measure"),
                request.body(Objection.class).words()));
    }

    private Response insist(Request request) {
        return filed(appeals.insist(
                request.actor(),
                request.id("report"),
                request.body(Objection.class).words()));
    }

    private static Response filed(Appeals.Own appeal) {
        return Response.created("/me/appeals", AppealView.of(appeal));
    }

    private Response mine(Request request) {
        return Response.page(appeals.mine(request.actor(), request.ask()).map(AppealView::of));
    }

    private Response waiting(Request request) {
        return Response.page(appeals.waiting(request.actor(), request.ask()).map(ObjectionView::of));
    }

    private Response uphold(Request request) {
        return Response.ok(ObjectionView.of(appeals.uphold(
                request.actor(),
                request.id("appeal"),
                request.body(Answer.class).words())));
    }

    private Response reduce(Request request) {
        Reduction body = request.body(Reduction.class);
        return Response.ok(
                ObjectionView.of(appeals.reduce(request.actor(), request.id("appeal"), body.until(), body.words())));
    }

    private Response overturn(Request request) {
        return Response.ok(ObjectionView.of(appeals.overturn(
                request.actor(),
                request.id("appeal"),
                request.body(Answer.class).words())));
    }

    private Response restricted(Request request) {
        return Response.page(appeals.restricted(request.actor(), request.ask()).map(MeasureView::of));
    }

    private Response lift(Request request) {
        return Response.ok(MeasureView.of(appeals.lift(request.actor(), request.id("measure"))));
    }

    private Response record(Request request) {
        return Response.page(appeals.record(request.actor(), request.ask()).map(MeasureView::of));
    }

    private Response aliasRecord(Request request) {
        return Response.page(appeals.record(request.actor(), request.ask()).map(RecordView::of));
    }

    record Objection(Prose words) {}

    record Answer(Prose words) {}

    record Reduction(Instant until, Prose words) {}
}
