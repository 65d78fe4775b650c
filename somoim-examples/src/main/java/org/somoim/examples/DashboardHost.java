package org.somoim.examples;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.somoim.Somoim;
import org.somoim.http.Call;
import org.somoim.http.dashboard.Dashboard;
import org.somoim.http.dashboard.Operator;
import org.somoim.http.dashboard.Operators;
import org.somoim.http.dashboard.Rank;
import org.somoim.http.jetty.MountHandler;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.operations.SqliteUpkeep;

/** The operator's dashboard behind a host's own login. */
final class DashboardHost {
    /** A host's own session. */
    record Session(Id<User> account, boolean isChief) {}

    /** A host's own sessions. */
    interface Sessions {
        Optional<Session> of(Call call);
    }

    private DashboardHost() {}

    static MountHandler dashboard(
            Somoim somoim, SqliteDatabase database, Path folder, Sessions sessions, InstantSource clock) {
        // tag::dashboard
        Operators operators = call -> sessions.of(call)
                .map(session -> new Operator(session.account(), session.isChief() ? Rank.ADMIN : Rank.VIEWER));
        var upkeep = new SqliteUpkeep(database, folder.resolve("backups"), clock);
        var terms = Dashboard.Terms.PRESET.with(upkeep);

        var dashboard = new Dashboard(somoim, operators, terms, clock);
        var mounted = new MountHandler("/somoim", dashboard);
        // end::dashboard
        return mounted;
    }
}
