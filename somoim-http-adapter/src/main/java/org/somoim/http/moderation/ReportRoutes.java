package org.somoim.http.moderation;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.limits.RateLimiter;
import org.somoim.mail.Email;
import org.somoim.moderation.Ground;
import org.somoim.moderation.ModerationReason;
import org.somoim.moderation.Reports;
import org.somoim.moderation.Subject;

/** Saying over HTTP that something is wrong. */
public final class ReportRoutes implements Routes {
    private static final String REPORT = "POST /reports";

    private final Reports reports;

    public ReportRoutes(Reports reports) {
        this.reports = reports;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/reports", this::report)
                        .takes(NewReport.class)
                        .creates(ReportView.class)
                        .says(
                                "Says that a thing or a person is not as it should be. Nobody but oneself learns who did."),
                get("/me/reports", this::mine)
                        .givesPage(ReportView.class)
                        .says("What one has reported and what became of it, newest first."),
                post("/notices", this::notice)
                        .forAnyone()
                        .takes(NewNotice.class)
                        .accepts()
                        .counted(RateLimiter.Kind.COSTLY)
                        .says("The same without an account. Counts once the address is confirmed."),
                post("/notices/confirm", this::confirm)
                        .forAnyone()
                        .takes(Confirmation.class)
                        .accepts()
                        .counted(RateLimiter.Kind.COSTLY)
                        .says("Confirms the address of a notice with the secret of the letter."),
                post("/social/moderation/reports", this::report)
                        .takes(NewReport.class)
                        .creates(ReportView.class)
                        .says("Says that a thing or a person is not as it should be.")
                        .aliasOf(REPORT));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(ModerationReason.values());
    }

    private Response report(Request request) {
        NewReport body = request.body(NewReport.class);
        Reports.Own own =
                reports.report(request.actor(), new Subject(body.kind(), body.id()), body.ground(), body.words());
        return Response.created("/me/reports", ReportView.of(own));
    }

    private Response mine(Request request) {
        return Response.page(reports.mine(request.actor(), request.ask()).map(ReportView::of));
    }

    private Response notice(Request request) {
        NewNotice body = request.body(NewNotice.class);
        reports.notice(request.actor(), body.from(), new Subject(body.kind(), body.id()), body.ground(), body.words());
        return Response.accepted();
    }

    private Response confirm(Request request) {
        reports.confirm(request.actor(), request.body(Confirmation.class).secret());
        return Response.accepted();
    }

    /** @param kind such as {@code post} */
    record NewReport(
            Word kind, Id<?> id, Ground ground, @Nullable Prose words) {}

    /** @param kind such as {@code post} */
    record NewNotice(
            Email from,
            Word kind,
            Id<?> id,
            Ground ground,
            @Nullable Prose words) {}

    record Confirmation(Secrets.Secret secret) {}

    record ReportView(
            String id,
            String kind,
            String subjectId,
            String ground,
            @Nullable String words,
            String status,
            String createdAt,
            @Nullable String closedAt)
            implements View {
        static ReportView of(Reports.Own own) {
            return new ReportView(
                    own.id().toString(),
                    own.subject().kind().value(),
                    own.subject().id().toString(),
                    own.ground().name(),
                    own.words() == null ? null : own.words().value(),
                    own.status().name(),
                    own.createdAt().toString(),
                    own.closedAt() == null ? null : own.closedAt().toString());
        }
    }
}
