package org.somoim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedRunTest {
    private static final int CROWD = 8;
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void whoComesAloneRunsItThemself() {
        var shared = new SharedRun(runs::incrementAndGet, PATIENT);

        shared.run();
        shared.run();

        assertThat(runs).hasValue(2);
    }

    /** The first is at it while all others come. */
    @Test
    void whoComesWhileItRunsSharesTheNextRunWithAllOthers() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var shared = new SharedRun(
                () -> {
                    if (runs.incrementAndGet() == 1) {
                        begun.countDown();
                        awaited(goOn);
                    }
                },
                PATIENT);
        List<Thread> all = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        all.add(new Thread(shared::run));
        all.get(0).start();
        begun.await();
        for (int i = 0; i < CROWD; i++) {
            var thread = new Thread(() -> {
                shared.run();
                synchronized (seen) {
                    seen.add(runs.get());
                }
            });
            all.add(thread);
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.yield();
            }
        }

        goOn.countDown();
        for (Thread thread : all) {
            thread.join();
        }

        assertThat(runs).hasValue(2);
        assertThat(seen).hasSize(CROWD).containsOnly(2);
    }

    @Test
    void afterOneThatFailedTheNextRunsItAnew() {
        var shared = new SharedRun(
                () -> {
                    if (runs.incrementAndGet() == 1) {
                        throw new IllegalStateException("on purpose");
                    }
                },
                PATIENT);

        assertThatThrownBy(shared::run).hasMessage("on purpose");
        shared.run();

        assertThat(runs).hasValue(2);
    }

    /** Such as whoever is in the middle of a change that the run waits for. */
    @Test
    void nobodyWaitsWithoutEnd() throws Exception {
        var begun = new CountDownLatch(1);
        var returned = new CountDownLatch(1);
        var shared = new SharedRun(
                () -> {
                    runs.incrementAndGet();
                    begun.countDown();
                    awaited(returned);
                },
                Duration.ofMillis(1));
        var first = new Thread(shared::run);
        first.start();
        begun.await();

        shared.run();
        returned.countDown();
        first.join();

        assertThat(runs).hasValue(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
