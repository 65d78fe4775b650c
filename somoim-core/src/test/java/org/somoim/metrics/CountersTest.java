package org.somoim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.KernelReason;
import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;
import org.somoim.metrics.Label.Ending;
import org.somoim.metrics.Label.LetterOutcome;

class CountersTest {
    private static final Series SENT = letters(LetterOutcome.SENT);

    private final AtomicLong nanos = new AtomicLong();
    private final Counters counters = new Counters(nanos::get);

    private static Series letters(LetterOutcome outcome) {
        return Series.of(Metric.LETTERS, Tag.of(Label.LETTER, outcome));
    }

    @Test
    @Covers("OPS-5")
    void whatIsCountedAndTimedAddsUp() {
        Series kept = Series.of(Metric.CHANGES, Tag.of(Label.ENDING, Ending.KEPT));
        long begun = counters.ticks();
        nanos.set(700);
        counters.time(kept, counters.since(begun));
        counters.time(kept, Duration.ofNanos(200));
        counters.count(SENT);
        counters.count(SENT, 2);

        assertThat(counters.readings())
                .containsEntry(kept, new Counters.Reading(2, Duration.ofNanos(900), Duration.ofNanos(700)))
                .containsEntry(SENT, new Counters.Reading(3, Duration.ZERO, Duration.ZERO))
                .hasSize(2);
        assertThat(counters.counted(letters(LetterOutcome.DELAYED))).isZero();
    }

    @Test
    void aClockThatIsSetBackTakesNothingAway() {
        nanos.set(-5);

        assertThat(counters.since(0)).isZero();
    }

    @Test
    void nothingIsLostBetweenThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> {
                    for (int n = 0; n < 10_000; n++) {
                        counters.count(SENT);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(counters.counted(SENT)).isEqualTo(40_000);
    }

    @Test
    void thereAreOnlySoManySeries() {
        var few = new Counters(nanos::get, 2);
        few.count(letters(LetterOutcome.SENT));
        few.count(letters(LetterOutcome.DELAYED));
        few.count(letters(LetterOutcome.GIVEN_UP), 5);
        few.count(letters(LetterOutcome.GIVEN_UP), 5);
        few.count(letters(LetterOutcome.SENT));

        assertThat(few.counted(letters(LetterOutcome.SENT))).isEqualTo(2);
        assertThat(few.counted(letters(LetterOutcome.GIVEN_UP))).isZero();
        assertThat(few.counted(Series.of(Metric.LEFT_OUT))).isEqualTo(2);
        assertThat(few.readings()).hasSize(3);
    }

    @Test
    void aSeriesTakesTheTagsOfItsMetricAndNoOthers() {
        Tag sent = Tag.of(Label.LETTER, LetterOutcome.SENT);

        assertThat(SENT).hasToString("somoim.letters{outcome=sent}");
        assertThatThrownBy(() -> Series.of(Metric.LETTERS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Series.of(Metric.LETTERS, sent, sent)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Series.of(Metric.CHANGES, sent)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tag.of(Label.LETTER, Ending.KEPT)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The ways in for a value, each with what somebody might try to slip through it. */
    @Test
    @Covers("OPS-5")
    void whatWasNotSaidBeforehandIsNoTag() {
        var routes = new Vocabulary(Label.ROUTE, List.of("/groups/{group}"));

        assertThat(routes.tag("/groups/{group}").value()).isEqualTo("/groups/{group}");
        assertThat(routes.tag("/groups/0195e4f2-7c1b-7aaa-8000-000000000001")).isEqualTo(routes.other());
        assertThat(routes.tag("minji@example.org").value()).isEqualTo("other");
        assertThatThrownBy(() -> new Vocabulary(Label.ROUTE, List.of("minji@example.org")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("minji");
        assertThatThrownBy(() -> new Vocabulary(Label.ROUTE, List.of("/민지"))).hasMessageNotContaining("민지");
        assertThat(Tag.of(KernelReason.NOT_A_WORD).value()).isEqualTo("kernel.not-a-word");
        assertThat(Tag.of(madeUp("민지")).value()).isEqualTo("other");
    }

    private static Reason madeUp(String name) {
        return new Reason() {
            @Override
            public Kind kind() {
                return Kind.INVALID;
            }

            @Override
            public String advice() {
                return name;
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
