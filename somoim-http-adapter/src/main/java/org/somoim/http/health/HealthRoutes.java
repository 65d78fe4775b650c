package org.somoim.http.health;

import static org.somoim.http.wire.Route.get;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.somoim.Health;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;

/** How the community is doing, for load balancers and operators. Answers 503 when it cannot work. */
public final class HealthRoutes implements Routes {
    private final Supplier<Health> check;

    /** @param check looked at anew for each call */
    public HealthRoutes(Supplier<Health> check) {
        this.check = check;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/health", this::look)
                        .gives(HealthView.class)
                        .forAnyone()
                        .alsoAtRoot()
                        .says("How the community is doing, looked at now."),
                get("/social/health", this::look)
                        .gives(HealthView.class)
                        .forAnyone()
                        .aliasOf("GET /health")
                        .says("The same, under an older name."));
    }

    private Response look(Request request) {
        Health health = check.get();
        return Response.of(health.status() == Health.Status.UNHEALTHY ? 503 : 200, HealthView.of(health));
    }

    record HealthView(
            String status,
            String version,
            String database,
            String cache,
            String moderationQueue,
            String privacyCompliance,
            String auditLog,
            String detection,
            @Nullable String privacyVerifiedAt,
            long factsWaiting,
            int factsSetAside)
            implements View {
        static HealthView of(Health health) {
            return new HealthView(
                    word(health.status()),
                    health.version().value(),
                    word(health.database()),
                    word(health.cache()),
                    word(health.moderationQueue()),
                    word(health.privacyCompliance()),
                    word(health.auditLog()),
                    word(health.detection()),
                    health.privacyVerifiedAt() == null
                            ? null
                            : health.privacyVerifiedAt().toString(),
                    health.factsWaiting(),
                    health.factsSetAside());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }
}
