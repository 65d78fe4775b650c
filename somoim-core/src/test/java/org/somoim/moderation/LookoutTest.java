package org.somoim.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.metrics.Counters;
import org.somoim.metrics.Metric;
import org.somoim.metrics.Metrics;

@Covers("MOD-7")
class LookoutTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Snapshot SAID = new Snapshot(
            Subject.of("post", new Id<>(new UUID(1, 2))),
            null,
            null,
            null,
            Prose.of("[spam 0.9] [scam 0.2]"),
            Instant.EPOCH,
            3);

    private static List<Ground> look(Lookout lookout) {
        return lookout.look(SAID, Background.none()).stream()
                .map(sighting -> sighting.signal().ground())
                .toList();
    }

    @Test
    void oneThatThrowsIsCountedAndTheOthersAreHeard() {
        var counters = new Counters(() -> 0);
        Detector exhausted = new Scripted("exhausted", said -> {
            throw new StackOverflowError("made to fail");
        });
        Detector careless = new Scripted("careless", said -> null);
        try (var lookout = new Lookout(List.of(exhausted, careless, new Told()), LONG, counters)) {
            assertThat(lookout.hasLooked()).isFalse();
            for (int i = 0; i < 10; i++) {
                assertThat(lookout.isWell()).isTrue();
                assertThat(look(lookout)).containsExactly(Ground.SPAM, Ground.SCAM);
            }
            assertThat(lookout.isWell()).isFalse();
        }
        assertThat(counters.readings().entrySet().stream()
                        .filter(entry -> entry.getKey().metric() == Metric.LOOKS)
                        .map(entry -> entry.getKey() + " " + entry.getValue().count()))
                .containsExactlyInAnyOrder(
                        "somoim.looks{detector=exhausted, outcome=failed} 10",
                        "somoim.looks{detector=careless, outcome=failed} 10",
                        "somoim.looks{detector=told, outcome=answered} 10");
    }

    /** It costs patience once, and not each time. */
    @Test
    void oneThatNeverComesBackIsNotAskedAgain() {
        var asked = new AtomicInteger();
        Detector deaf = new Scripted("deaf", said -> {
            asked.incrementAndGet();
            var never = new CountDownLatch(1);
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // Goes on all the same.
                }
            }
        });
        try (var lookout = new Lookout(List.of(deaf), SHORT, Metrics.none())) {
            for (int i = 0; i < 20; i++) {
                assertThat(look(lookout)).isEmpty();
            }
            assertThat(asked).hasValue(1);
            assertThat(lookout.isWell()).isFalse();
        }
    }

    @Test
    void oneThatWasSlowIsAskedAgainOnceItIsDone() throws Exception {
        var begun = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Detector slowAtFirst = new Scripted("slow", said -> {
            if (begun.getCount() > 0) {
                begun.countDown();
                boolean interrupted = false;
                while (gone.getCount() > 0) {
                    try {
                        gone.await();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                done.countDown();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            return new Told().look(said, Background.none());
        });
        try (var lookout = new Lookout(List.of(slowAtFirst), Duration.ofSeconds(2), Metrics.none())) {
            assertThat(look(lookout)).isEmpty();
            begun.await();
            gone.countDown();
            done.await();
            List<Ground> seen = List.of();
            while (seen.isEmpty()) {
                seen = look(lookout);
            }
            assertThat(seen).containsExactly(Ground.SPAM, Ground.SCAM);
            assertThat(lookout.isWell()).isTrue();
        }
    }

    /** Or what was said while the process ends would pass as looked at. */
    @Test
    void closedItDoesNotPassForSilence() {
        var lookout = new Lookout(List.of(new Told()), LONG, Metrics.none());
        lookout.close();
        assertThatThrownBy(() -> look(lookout)).isInstanceOf(IllegalStateException.class);
    }
}
