package org.somoim.http.operations;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Line;
import org.somoim.limits.RateLimiter;
import org.somoim.operations.Operations;
import org.somoim.operations.OperationsAction;
import org.somoim.operations.Upkeep;

/** The store under the community, for administrators. Not part of the API that the public reaches. */
public final class UpkeepRoutes implements Routes {
    private final Operations operations;
    private final Upkeep upkeep;

    public UpkeepRoutes(Operations operations, Upkeep upkeep) {
        this.operations = operations;
        this.upkeep = upkeep;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/admin/migrations", this::steps)
                        .needs(OperationsAction.WATCH)
                        .givesList(StepView.class)
                        .says("The steps that brought the store to its present form, oldest first."),
                get("/admin/backups", this::copies)
                        .needs(OperationsAction.WATCH)
                        .givesList(CopyView.class)
                        .says("The copies there are, newest first."),
                post("/admin/backups", this::backUp)
                        .counted(RateLimiter.Kind.COSTLY)
                        .needs(OperationsAction.BACK_UP)
                        .gives(CopyView.class)
                        .says("Copies the whole community."),
                post("/admin/verification", this::check)
                        .counted(RateLimiter.Kind.COSTLY)
                        .needs(OperationsAction.VERIFY)
                        .gives(FindingsView.class)
                        .says("Looks for everything that must be true of the store in use."),
                post("/admin/backups/verification", this::checkCopy)
                        .counted(RateLimiter.Kind.COSTLY)
                        .needs(OperationsAction.VERIFY)
                        .takes(Named.class)
                        .gives(FindingsView.class)
                        .says("Looks for everything that must be true of a copy."));
    }

    private Response steps(Request request) {
        return Response.ok(operations.steps(request.actor(), upkeep).stream()
                .map(step -> new StepView(
                        step.version().value(), step.what().value(), step.at().toString()))
                .toList());
    }

    private Response copies(Request request) {
        return Response.ok(operations.copies(request.actor(), upkeep).stream()
                .map(CopyView::of)
                .toList());
    }

    private Response backUp(Request request) {
        return Response.ok(CopyView.of(operations.backUp(request.actor(), upkeep)));
    }

    private Response check(Request request) {
        return Response.ok(FindingsView.of(operations.check(request.actor(), upkeep)));
    }

    private Response checkCopy(Request request) {
        return Response.ok(FindingsView.of(operations.checkCopy(
                request.actor(), upkeep, request.body(Named.class).copy())));
    }

    record Named(Line copy) {}

    record StepView(String version, String what, String at) implements View {}

    record CopyView(String copy, String takenAt, long bytes) implements View {
        static CopyView of(Upkeep.Copy copy) {
            return new CopyView(copy.name().value(), copy.at().toString(), copy.bytes());
        }
    }

    record FindingsView(boolean sound, List<FindingView> broken) implements View {
        static FindingsView of(Upkeep.Findings findings) {
            return new FindingsView(
                    findings.isClean(),
                    findings.broken().stream().map(FindingView::of).toList());
        }
    }

    record FindingView(String law, List<String> where) implements View {
        static FindingView of(Upkeep.Finding finding) {
            return new FindingView(
                    finding.law().value(),
                    finding.where().stream().map(Line::value).toList());
        }
    }
}
