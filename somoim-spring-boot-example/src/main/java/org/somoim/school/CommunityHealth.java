package org.somoim.school;

import org.somoim.Somoim;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How the community is, for {@code /actuator/health} and the readiness of the whole. */
@Component("communityHealthIndicator")
class CommunityHealth implements HealthIndicator {
    private final Somoim somoim;

    CommunityHealth(Somoim somoim) {
        this.somoim = somoim;
    }

    @Override
    public Health health() {
        org.somoim.Health health = somoim.health();
        boolean works = health.status() != org.somoim.Health.Status.UNHEALTHY;
        return (works ? Health.up() : Health.down())
                .withDetail("status", health.status())
                .withDetail("factsWaiting", health.factsWaiting())
                .withDetail("factsSetAside", health.factsSetAside())
                .build();
    }
}
