package org.somoim.http.dashboard;

import static org.somoim.http.dashboard.Rank.ADMIN;
import static org.somoim.http.dashboard.Rank.MODERATOR;
import static org.somoim.http.dashboard.Rank.VIEWER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somoim.http.wire.BadRoute;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.kernel.Reason;

/** Which calls of the API there are at the dashboard, and who may make each at least. Any other is not there. */
final class Desk {
    private static final Map<String, Rank> CALLS = table("""
            GET /health                                      | VIEWER
            GET /session                                     | VIEWER
            GET /me/account                                  | VIEWER
            GET /admin/queue                                 | VIEWER
            GET /admin/transparency                          | VIEWER
            GET /cases                                       | VIEWER
            GET /cases/{case}                                | VIEWER
            POST /cases/next/claim                           | MODERATOR
            POST /cases/{case}/claim                         | MODERATOR
            POST /cases/{case}/release                       | MODERATOR
            POST /cases/{case}/escalate                      | MODERATOR
            POST /cases/{case}/snooze                        | MODERATOR
            POST /cases/{case}/dismiss                       | MODERATOR
            POST /cases/{case}/decide                        | MODERATOR
            GET /proposals                                   | VIEWER
            POST /proposals/{measure}/agree                  | MODERATOR
            POST /proposals/{measure}/disagree               | MODERATOR
            GET /appeals                                     | VIEWER
            POST /appeals/{appeal}/uphold                    | MODERATOR
            POST /appeals/{appeal}/reduce                    | MODERATOR
            POST /appeals/{appeal}/overturn                  | MODERATOR
            GET /measures                                    | VIEWER
            GET /admin/restrictions                          | VIEWER
            POST /admin/restrictions/{measure}/lift          | ADMIN
            GET /admin/audit                                 | VIEWER
            GET /admin/audit/verification                    | VIEWER
            GET /admin/statistics                            | VIEWER
            GET /admin/accounts                              | ADMIN
            PUT /admin/accounts/{account}/suspension         | ADMIN
            DELETE /admin/accounts/{account}/suspension      | ADMIN
            DELETE /admin/accounts/{account}/sessions        | ADMIN
            GET /admin/listeners                             | VIEWER
            GET /admin/facts                                 | VIEWER
            GET /admin/set-aside-facts                       | VIEWER
            POST /admin/set-aside-facts/retry                | ADMIN
            GET /admin/jobs                                  | VIEWER
            GET /admin/numbers                               | VIEWER
            GET /peer-comparison/plan                        | VIEWER
            GET /admin/peer-comparison/compliance            | VIEWER
            GET /admin/peer-comparison/epochs                | VIEWER
            POST /admin/peer-comparison/ledger/verifications | ADMIN
            GET /admin/migrations                            | VIEWER
            GET /admin/backups                               | VIEWER
            POST /admin/backups                              | ADMIN
            POST /admin/backups/verification                 | ADMIN
            POST /admin/verification                         | ADMIN
            """);

    private final List<Route> routes;

    /** @param all of the API, and of the dashboard alone */
    Desk(List<Route> all) {
        Map<String, Route> byName = new LinkedHashMap<>();
        all.forEach(route -> byName.putIfAbsent(route.name(), route));
        List<Route> found = new ArrayList<>();
        CALLS.keySet().forEach(name -> {
            Route route = byName.get(name);
            if (route == null) {
                throw new BadRoute("The dashboard knows " + name + ", which does not exist.");
            }
            found.add(route);
        });
        this.routes = List.copyOf(found);
    }

    /** As the API has them. */
    List<Route> routes() {
        return routes;
    }

    static Rank least(Route route) {
        Rank least = CALLS.get(route.name());
        if (least == null) {
            throw new BadRoute(route.name() + " is not at the dashboard");
        }
        return least;
    }

    /** For somebody of that rank: what is above it, or changes something where nothing may be changed, is refused. */
    List<Route> routes(Rank rank, boolean readOnly) {
        return routes.stream().map(route -> narrowed(route, rank, readOnly)).toList();
    }

    private static Route narrowed(Route route, Rank rank, boolean readOnly) {
        if (readOnly && route.method() != Method.GET) {
            return refusing(route, DashboardReason.READ_ONLY);
        }
        return rank.isAtLeast(least(route)) ? route : refusing(route, DashboardReason.RANK_TOO_LOW);
    }

    private static Route refusing(Route route, Reason why) {
        return new Route(
                route.method(),
                route.pattern(),
                request -> {
                    throw why.refuse();
                },
                route.callers(),
                route.takes(),
                route.gives(),
                route.params(),
                route.summary(),
                route.mount(),
                route.aliasOf(),
                route.counted(),
                route.veiled());
    }

    private static Map<String, Rank> table(String text) {
        Map<String, Rank> table = new LinkedHashMap<>();
        text.lines().map(line -> line.split("\\|")).forEach(cells -> table.put(cells[0].trim(), rank(cells[1].trim())));
        return table;
    }

    private static Rank rank(String name) {
        return switch (name) {
            case "VIEWER" -> VIEWER;
            case "MODERATOR" -> MODERATOR;
            case "ADMIN" -> ADMIN;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
