package org.somoim.examples;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.somoim.Settings;

/** Settings by hand. */
final class Configured {
    private Configured() {}

    static Settings settings() {
        // tag::settings
        Settings settings = Settings.builder(Path.of("community.db"))
                .minCohortSize(25)
                .epsilon(new BigDecimal("0.5"))
                .tokenLifetime(Duration.ofMinutes(5))
                .build();
        // end::settings
        return settings;
    }
}
