package org.somoim.http.dashboard;

import static org.somoim.http.wire.Route.get;

import java.util.List;
import java.util.Locale;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Reason;

/** What this dashboard is to whoever sits at it. */
final class SessionRoutes implements Routes {
    private final SessionView session;

    SessionRoutes(Rank rank, boolean readOnly, boolean upkeep) {
        this.session = new SessionView(rank.name().toLowerCase(Locale.ROOT), readOnly, upkeep);
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/session", request -> Response.ok(session))
                .gives(SessionView.class)
                .says("What one may do here at most."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(DashboardReason.values());
    }

    /** @param upkeep whether the store can be copied and verified from here */
    record SessionView(String rank, boolean readOnly, boolean upkeep) implements View {}
}
