package org.somoim.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;

@Covers("MOD-7")
class DetectorsTest {
    private static final Writing ANYTHING = Made.writing("anything");
    private static final TextDetector SPAM = writing -> List.of(new Signal(Category.SPAM, 0.7, List.of()));
    private static final TextDetector STUCK = writing -> {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of(new Signal(Category.HATE, 1, List.of()));
    };

    @Test
    void theStrongerSignalOfACategoryStands() {
        TextDetector surer = writing ->
                List.of(new Signal(Category.SPAM, 0.9, List.of()), new Signal(Category.SCAM, 0.2, List.of()));

        try (var detectors = new Detectors(List.of(SPAM, surer, SPAM), Duration.ofMinutes(1), 2)) {
            assertThat(detectors.look(ANYTHING))
                    .extracting(Signal::category, Signal::probability)
                    .containsExactlyInAnyOrder(tuple(Category.SPAM, 0.9), tuple(Category.SCAM, 0.2));
            assertThat(detectors.silent()).isZero();
        }
    }

    @Test
    void oneThatFailsGivesNoSignal() {
        TextDetector broken = writing -> {
            throw new IllegalStateException("made to fail");
        };
        TextDetector exhausted = writing -> {
            throw new StackOverflowError("made to fail");
        };
        TextDetector careless = writing -> null;

        try (var detectors = new Detectors(List.of(broken, exhausted, careless, SPAM), Duration.ofMinutes(1), 2)) {
            assertThat(detectors.look(ANYTHING)).extracting(Signal::category).containsExactly(Category.SPAM);
            assertThat(detectors.silent()).isEqualTo(3);
        }
    }

    @Test
    void oneThatIsSlowGivesNoSignal() {
        // Long enough for the other one, however busy the machine is.
        try (var detectors = new Detectors(List.of(SPAM, STUCK), Duration.ofSeconds(5), 2)) {
            assertThat(detectors.look(ANYTHING)).extracting(Signal::category).containsExactly(Category.SPAM);
            assertThat(detectors.silent()).isEqualTo(1);
        }
    }

    @Test
    void thoseThatNeverComeBackDoNotHoldUpWriters() {
        TextDetector deaf = writing -> {
            var never = new CountDownLatch(1);
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // Goes on all the same.
                }
            }
        };
        try (var detectors = new Detectors(List.of(deaf, SPAM), Duration.ofMillis(50), 1)) {
            for (int i = 0; i < 3; i++) {
                assertThat(detectors.look(ANYTHING)).isEmpty();
            }
            assertThat(detectors.silent()).isEqualTo(6);
        }
    }

    @Test
    void closedOnesGiveNoSignal() {
        var detectors = new Detectors(List.of(SPAM), Duration.ofMinutes(1), 1);
        detectors.close();

        assertThat(detectors.look(ANYTHING)).isEmpty();
    }
}
