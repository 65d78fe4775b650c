package org.somoim.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {
    private static final Instant REAL = Instant.parse("2026-11-21T12:00:00Z");
    private static final InstantSource STOPPED = InstantSource.fixed(REAL);

    @TempDir
    Path folder;

    private DemoClock clock() {
        return new DemoClock(STOPPED, folder.resolve("clock"));
    }

    @Test
    void itShowsTheRealTimeUntilItIsSet() {
        assertThat(clock().instant()).isEqualTo(REAL);
    }

    @Test
    void whatItWasSetForwardByIsKeptForTheNextStart() {
        DemoClock first = clock();
        first.forward(Duration.ofDays(92));
        first.forward(Duration.ofHours(1));

        assertThat(first.instant()).isEqualTo(REAL.plus(Duration.ofDays(92)).plus(Duration.ofHours(1)));
        assertThat(clock().instant()).isEqualTo(first.instant());
    }

    @Test
    void itNeverGoesBackNorTooFar() {
        DemoClock clock = clock();

        assertThatThrownBy(() -> clock.forward(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.forward(DemoClock.MOST_AT_ONCE.plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        for (int turn = 0; turn < 40; turn++) {
            if (clock.canForward(DemoClock.MOST_AT_ONCE)) {
                clock.forward(DemoClock.MOST_AT_ONCE);
            }
        }
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(3_600));
        assertThat(clock.instant()).isAfter(REAL);
    }
}
