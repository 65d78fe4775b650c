package org.somoim.school;

import org.somoim.Somoim;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the community wants to be told of time. */
@Component
class Heartbeat {
    private final Somoim somoim;

    Heartbeat(Somoim somoim) {
        this.somoim = somoim;
    }

    // tag::spring-boot-heartbeat
    @Scheduled(fixedDelay = 1_000)
    void deliver() {
        somoim.deliver();
    }

    @Scheduled(fixedDelay = 60_000)
    void tick() {
        somoim.tick();
    }
    // end::spring-boot-heartbeat
}
