package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;

/** What every transactor does, seen through a log of facts. */
public interface TransactorContract {
    Word COUNTER = new Word("counter");

    FactLog log();

    Transactor transactor();

    private long count() {
        return log().progress(COUNTER).position();
    }

    private void increment() {
        long before = count();
        assertThat(log().advance(COUNTER, before, before + 1)).isTrue();
    }

    private static void failOnPurpose() {
        throw new IllegalArgumentException("on purpose");
    }

    @Test
    default void aChangeGivesWhatItsWorkGives() {
        assertThat(transactor().<String>call(() -> "done")).isEqualTo("done");
        assertThat(transactor().<String>read(() -> "seen")).isEqualTo("seen");
    }

    @Test
    @Covers("DAT-9")
    default void aChangeThatFailsLeavesNothingBehind() {
        transactor().run(this::increment);

        assertThatThrownBy(() -> transactor().run(() -> {
                    increment();
                    increment();
                    failOnPurpose();
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(count()).isEqualTo(1);
        transactor().run(this::increment);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    default void whatIsThrownComesOutAsItIs() {
        for (Throwable thrown : List.of(
                KernelReason.BLANK.refuse(),
                new IllegalStateException("plain"),
                new StackOverflowError(),
                new IOException("checked, by a trick"))) {
            assertThatThrownBy(() -> transactor().call(() -> TransactorContract.<RuntimeException, Long>sneak(thrown)))
                    .isSameAs(thrown);
            assertThatThrownBy(() -> transactor().read(() -> TransactorContract.<RuntimeException, Long>sneak(thrown)))
                    .isSameAs(thrown);
        }
    }

    @SuppressWarnings("unchecked") // generics are gone when it runs: any throwable passes as unchecked
    private static <E extends Throwable, R> R sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    default void aChangeReadsItsOwnWrites() {
        long seen = transactor().call(() -> {
            increment();
            increment();
            return transactor().read(this::count);
        });

        assertThat(seen).isEqualTo(2);
    }

    @Test
    default void aChangeInsideAChangeIsPartOfIt() {
        assertThatThrownBy(() -> transactor().run(() -> {
                    transactor().run(this::increment);
                    assertThat(count()).isEqualTo(1);
                    failOnPurpose();
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(count()).isZero();
    }

    @Test
    @Covers("DAT-9")
    default void aRelaxedChangeIsAChange() {
        transactor().callRelaxed(() -> {
            increment();
            return true;
        });
        assertThatThrownBy(() -> transactor().callRelaxed(() -> {
                    increment();
                    failOnPurpose();
                    return true;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(count()).isEqualTo(1);

        assertThatThrownBy(() -> transactor().run(() -> {
                    transactor().callRelaxed(() -> {
                        increment();
                        return true;
                    });
                    failOnPurpose();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(count()).isEqualTo(1);

        assertThatThrownBy(() -> transactor().read(() -> transactor().callRelaxed(() -> true)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aWriteOutsideAChangeIsRefused() {
        assertThatThrownBy(this::increment).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactor().read(() -> {
                    increment();
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count()).isZero();
    }

    @Test
    default void aChangeInsideAQuestionIsRefused() {
        assertThatThrownBy(() -> transactor().read(() -> transactor().call(() -> true)))
                .isInstanceOf(IllegalStateException.class);

        transactor().run(this::increment);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    default void oneQuestionSeesOneStateThroughout() throws Exception {
        var asked = new CountDownLatch(1);
        var threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> change = threads.submit(() -> {
                asked.await();
                transactor().run(this::increment);
                return true;
            });
            // Whether the change gets through meanwhile, or waits for the question to end, is up to the store.
            List<Long> seen = transactor().read(() -> {
                long first = count();
                asked.countDown();
                return Stream.concat(
                                Stream.of(first), Stream.generate(this::count).limit(200))
                        .toList();
            });

            assertThat(seen).containsOnly(0L);
            change.get();
            assertThat(count()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void nobodySeesHalfAChange() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> changes = threads.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    transactor().run(() -> {
                        increment();
                        increment();
                    });
                }
            });
            while (!changes.isDone()) {
                assertThat(count() % 2).isZero();
            }
            changes.get();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void twoThreadsNeverLoseEachOthersChanges() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = Stream.generate(() -> threads.submit(() -> {
                        for (int i = 0; i < 100; i++) {
                            transactor().run(this::increment);
                        }
                    }))
                    .limit(2)
                    .<Future<?>>map(future -> future)
                    .toList();
            for (Future<?> one : both) {
                one.get();
            }
            assertThat(count()).isEqualTo(200);
        } finally {
            threads.shutdownNow();
        }
    }
}
