package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.somoim.kernel.BellFact.Rang;
import org.somoim.kernel.FactPost.Delivered;
import org.somoim.memory.Memory;
import org.somoim.memory.MemoryFactLog;
import org.somoim.memory.TestClock;

class FactPostTest {
    private static final Id<User> RINGER = new Id<>(new UUID(7, 7));

    private final Memory memory = new Memory();
    private final FactLog log = new MemoryFactLog(memory);
    private final TestClock clock = new TestClock();
    private final Listener alice = new Listener("alice");
    private final Listener bora = new Listener("bora");
    private final FactPost post = new FactPost(memory, log, clock, List.of(alice, bora));

    private void ring(int from, int to) {
        memory.run(
                () -> IntStream.rangeClosed(from, to).forEach(n -> log.append(new Rang(RINGER, n), clock.instant())));
    }

    /** Notes what it hears, in a list that forgets what was undone, and cannot stand some numbers. */
    private class Listener implements FactListener {
        private final Word name;
        private final Memory.Table<Integer, Instant> kept = memory.table();
        private final List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        /** What it was told that it has heard for good. */
        private final List<Integer> settled = Collections.synchronizedList(new ArrayList<>());

        private Set<Integer> unbearable = Set.of();

        Listener(String name) {
            this.name = new Word(name);
        }

        @Override
        public Word name() {
            return name;
        }

        @Override
        public void on(Fact fact, Instant at) {
            int number = ((Rang) fact).times();
            heard.add(number);
            kept.add(number, at);
            if (unbearable.contains(number)) {
                throw new UnsupportedOperationException("cannot stand " + number);
            }
        }

        @Override
        public void heard(Fact fact) {
            settled.add(((Rang) fact).times());
        }
    }

    /** How many changes were made. */
    private static final class Counted implements Transactor {
        private final Transactor transactor;
        private int changes;

        Counted(Transactor transactor) {
            this.transactor = transactor;
        }

        @Override
        public <R> R call(Supplier<R> work) {
            changes++;
            return transactor.call(work);
        }

        @Override
        public <R> R read(Supplier<R> work) {
            return transactor.read(work);
        }
    }

    @Test
    void thoseWhoHaveComeEquallyFarHearAFactInOneChange() {
        var counted = new Counted(memory);
        ring(1, 5);

        new FactPost(counted, log, clock, List.of(alice, bora)).deliver();

        assertThat(counted.changes).isEqualTo(5);
        assertThat(bora.settled).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatAListenerAnnouncesIsHeardInTheSameRound() {
        Listener echo = new Listener("echo") {
            @Override
            public void on(Fact fact, Instant at) {
                super.on(fact, at);
                if (((Rang) fact).times() < 3) {
                    log.append(new Rang(RINGER, ((Rang) fact).times() + 1), at);
                }
            }
        };
        ring(1, 1);

        new FactPost(memory, log, clock, List.of(alice, echo)).deliver();

        assertThat(alice.settled).containsExactly(1, 2, 3);
        assertThat(echo.settled).containsExactly(1, 2, 3);
    }

    @Test
    void whoIsBehindCatchesUpByThemselfAndGoesOnWithTheOthers() {
        ring(1, 2);
        new FactPost(memory, log, clock, List.of(alice)).deliver();
        ring(3, 3);

        assertThat(post.deliver()).isEqualTo(new Delivered(4, 0, 0));
        assertThat(alice.settled).containsExactly(1, 2, 3);
        assertThat(bora.settled).containsExactly(1, 2, 3);

        var counted = new Counted(memory);
        ring(4, 4);
        new FactPost(counted, log, clock, List.of(alice, bora)).deliver();
        assertThat(counted.changes).isEqualTo(1);
    }

    @Test
    void whoCannotTakeAFactUndoesNothingOfTheOthers() {
        ring(1, 3);
        bora.unbearable = Set.of(2);

        assertThat(post.deliver()).isEqualTo(new Delivered(4, 1, 0));
        assertThat(alice.kept.all()).hasSize(3);
        assertThat(alice.settled).containsExactly(1, 2, 3);
        assertThat(bora.kept.all()).hasSize(1);
        assertThat(bora.settled).containsExactly(1);

        clock.advance(Duration.ofMinutes(1));
        bora.unbearable = Set.of();
        assertThat(post.deliver()).isEqualTo(new Delivered(2, 0, 0));
        assertThat(bora.settled).containsExactly(1, 2, 3);
        assertThat(alice.settled).containsExactly(1, 2, 3);
    }

    @Test
    void everyListenerHearsEveryFactOnceInOrderWithItsTime() {
        ring(1, 250);
        clock.advance(Duration.ofHours(1));

        assertThat(post.deliver()).isEqualTo(new Delivered(500, 0, 0));
        assertThat(post.deliver()).isEqualTo(new Delivered(0, 0, 0));

        List<Integer> all = IntStream.rangeClosed(1, 250).boxed().toList();
        assertThat(alice.heard).isEqualTo(all);
        assertThat(bora.heard).isEqualTo(all);
        assertThat(alice.kept.get(1)).contains(TestClock.START);
    }

    @Test
    void twoThreadsThatDeliverAtOnceTellNothingTwice() throws Exception {
        ring(1, 300);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Delivered> deliver = () -> {
                Delivered sum = new Delivered(0, 0, 0);
                while (log.progress(alice.name()).position() < 300
                        || log.progress(bora.name()).position() < 300) {
                    sum = sum.plus(post.deliver());
                }
                return sum;
            };
            int heard = 0;
            for (Future<Delivered> one : threads.invokeAll(List.of(deliver, deliver))) {
                heard += one.get().heard();
            }

            assertThat(heard).isEqualTo(600);
            assertThat(alice.heard)
                    .isEqualTo(IntStream.rangeClosed(1, 300).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aListenerThatFailsIsTriedAgainLaterAndLeavesNothingBehindMeanwhile() {
        ring(1, 3);
        alice.unbearable = Set.of(2);

        assertThat(post.deliver()).isEqualTo(new Delivered(4, 1, 0));
        assertThat(alice.kept.all()).hasSize(1);
        assertThat(bora.heard).containsExactly(1, 2, 3);

        clock.advance(Duration.ofSeconds(59));
        assertThat(post.deliver()).isEqualTo(new Delivered(0, 0, 0));

        alice.unbearable = Set.of();
        clock.advance(Duration.ofSeconds(1));
        assertThat(post.deliver()).isEqualTo(new Delivered(2, 0, 0));
        assertThat(alice.heard).containsExactly(1, 2, 2, 3);
        assertThat(log.progress(alice.name())).isEqualTo(new FactLog.Progress(3, 0, null));
    }

    @Test
    void eachWaitIsTwiceAsLongAsTheOneBefore() {
        ring(1, 1);
        alice.unbearable = Set.of(1);
        post.deliver();

        for (int minutes = 1; minutes <= 32; minutes *= 2) {
            assertThat(log.progress(alice.name()).retryAt())
                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(minutes)));
            clock.advance(Duration.ofMinutes(minutes));
            assertThat(post.deliver().failed()).isEqualTo(1);
        }
    }

    private void failUntilSetAside() {
        for (int failure = 1; failure < FactPost.MOST_FAILURES; failure++) {
            assertThat(post.deliver().setAside()).isZero();
            clock.advance(Duration.ofHours(3));
        }
        assertThat(post.deliver().setAside()).isEqualTo(1);
    }

    @Test
    void afterEightFailuresTheFactIsSetAsideAndTheListenerGoesOn() {
        ring(1, 3);
        alice.unbearable = Set.of(2);

        failUntilSetAside();

        assertThat(alice.kept.all()).hasSize(2);
        assertThat(alice.heard).endsWith(2, 3);
        assertThat(post.setAside())
                .containsExactly(new FactLog.SetAside(
                        alice.name(),
                        2,
                        FactPost.MOST_FAILURES,
                        new FactLog.Error("UnsupportedOperationException"),
                        clock.instant()));
        assertThat(bora.heard).containsExactly(1, 2, 3);
    }

    @Test
    void aFactThatWasSetAsideCanBeTriedAgain() {
        ring(1, 2);
        alice.unbearable = Set.of(1);
        failUntilSetAside();

        assertThatThrownBy(() -> post.retry(alice.name(), 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(post.setAside()).hasSize(1);

        alice.unbearable = Set.of();
        assertThat(post.retry(alice.name(), 1)).isTrue();
        assertThat(alice.kept.all()).hasSize(2);
        assertThat(post.setAside()).isEmpty();
        assertThat(post.retry(alice.name(), 1)).isFalse();
        assertThat(post.retry(new Word("nobody"), 1)).isFalse();
    }

    @Test
    void onlyWhatEveryoneHasHeardIsForgotten() {
        ring(1, 4);
        alice.unbearable = Set.of(3);
        post.deliver();

        assertThat(post.trim()).isEqualTo(2);
        assertThat(log.after(0, 10)).extracting(FactLog.Entry::position).containsExactly(3L, 4L);
        assertThat(post.trim()).isZero();
    }

    @Test
    void aFactThatWasSetAsideOutlivesTheTrimming() {
        ring(1, 2);
        alice.unbearable = Set.of(1);
        failUntilSetAside();

        assertThat(post.trim()).isEqualTo(1);

        alice.unbearable = Set.of();
        assertThat(post.retry(alice.name(), 1)).isTrue();
        assertThat(post.trim()).isEqualTo(1);
    }

    @Test
    void aStoreThatIsBrokenIsNotTheListenersFault() {
        ring(1, 1);
        FactListener unlucky = new FactListener() {
            @Override
            public Word name() {
                return new Word("unlucky");
            }

            @Override
            public void on(Fact fact, Instant at) {
                throw new StoreFailure("The disk is full.", null);
            }
        };

        assertThatThrownBy(() -> new FactPost(memory, log, clock, List.of(unlucky)).deliver())
                .isInstanceOf(StoreFailure.class);
        assertThat(log.progress(unlucky.name())).isEqualTo(new FactLog.Progress(0, 0, null));
    }
}
