package org.somoim.http.moderation;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.put;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.moderation.HalfYear;
import org.somoim.moderation.ModerationAction;
import org.somoim.moderation.Oversight;
import org.somoim.moderation.Transparency;

/** Due process as a whole, for those who run the community. */
public final class OversightRoutes implements Routes {
    private final Oversight oversight;
    private final InstantSource clock;

    public OversightRoutes(Oversight oversight, InstantSource clock) {
        this.oversight = oversight;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/admin/queue", this::queue)
                        .needs(ModerationAction.OVERSEE)
                        .gives(QueueView.class)
                        .says("How the queue is doing."),
                get("/admin/transparency", this::transparency)
                        .needs(ModerationAction.OVERSEE)
                        .query("year", Integer.class)
                        .query("half", Integer.class)
                        .gives(TransparencyView.class)
                        .says(
                                "What was decided in half a calendar year, the last one that is over if nobody says; cells under ten are withheld."),
                put("/admin/flaggers/{person}", this::trust)
                        .needs(ModerationAction.APPOINT_FLAGGER)
                        .says("Lets somebody's reports count in full."),
                delete("/admin/flaggers/{person}", this::distrust)
                        .needs(ModerationAction.APPOINT_FLAGGER)
                        .says("Lets somebody's reports count as everybody's do."),
                get("/social/moderation/health", this::queue)
                        .needs(ModerationAction.OVERSEE)
                        .gives(QueueView.class)
                        .says("How the queue is doing.")
                        .aliasOf("GET /admin/queue"));
    }

    private Response queue(Request request) {
        return Response.ok(QueueView.of(oversight.queue(request.actor())));
    }

    private Response transparency(Request request) {
        HalfYear last = HalfYear.before(clock.instant());
        var half = new HalfYear(
                request.query("year", Integer.class).orElse(last.year()),
                request.query("half", Integer.class).orElse(last.half()));
        return Response.ok(TransparencyView.of(oversight.transparency(request.actor(), half)));
    }

    private Response trust(Request request) {
        oversight.trust(request.actor(), request.id("person"), true);
        return Response.nothing();
    }

    private Response distrust(Request request) {
        oversight.trust(request.actor(), request.id("person"), false);
        return Response.nothing();
    }

    record QueueView(
            String state,
            int window,
            int backlog,
            int held,
            int snoozed,
            int proposed,
            int escalated,
            int appeals,
            long oldestMinutes)
            implements View {
        static QueueView of(Oversight.Queue queue) {
            return new QueueView(
                    queue.state().name(),
                    queue.window(),
                    queue.backlog(),
                    queue.held(),
                    queue.snoozed(),
                    queue.proposed(),
                    queue.escalated(),
                    queue.appeals(),
                    queue.oldest().toMinutes());
        }
    }

    /** @param count left out for fewer than ten, none included */
    record CellView(
            String ground,
            String kind,
            boolean automated,
            @Nullable Integer count) implements View {}

    /** @param count left out for fewer than ten, none included */
    record VerdictView(String outcome, @Nullable Integer count) implements View {}

    /** @param all left out where it would tell a cell that is withheld */
    record TransparencyView(
            String from,
            String to,
            List<CellView> measures,
            List<VerdictView> appeals,
            @Nullable Integer all) implements View {
        static TransparencyView of(Transparency told) {
            return new TransparencyView(
                    told.half().from().toString(),
                    told.half().to().toString(),
                    told.measures().stream()
                            .map(cell -> new CellView(
                                    cell.ground().name(), cell.kind().name(), cell.automated(), cell.count()))
                            .toList(),
                    told.appeals().stream()
                            .map(verdict -> new VerdictView(verdict.status().name(), verdict.count()))
                            .toList(),
                    told.all());
        }
    }
}
