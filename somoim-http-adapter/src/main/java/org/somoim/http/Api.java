package org.somoim.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.somoim.Health;
import org.somoim.http.docs.ApiBrowser;
import org.somoim.http.docs.Code;
import org.somoim.http.docs.ErrorPages;
import org.somoim.http.health.HealthRoutes;
import org.somoim.http.openapi.OpenApiRoutes;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;

/** What every server has besides its capabilities: health, the OpenAPI document, and pages about both. */
public final class Api {
    private Api() {}

    /** {@code capabilities} and all that is said about them. */
    public static List<Routes> complete(Supplier<Health> health, List<? extends Routes> capabilities) {
        var all = new ArrayList<Routes>(capabilities);
        all.add(new HealthRoutes(health));
        List<Route> documented = all.stream().flatMap(c -> c.routes().stream()).toList();
        all.add(new OpenApiRoutes(documented, health.get().version().value()));
        all.add(new ApiBrowser());
        all.add(new ErrorPages(Code.all(all)));
        return List.copyOf(all);
    }
}
