package org.somoim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.memory.Refused.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;

@Covers({"ACC-3", "SEC-4"})
class BoundedHasherTest {
    private static final Password PASSWORD = Password.of("correct horse battery staple");

    /** Hashes for as long as a test wants. */
    private static final class Slow implements PasswordHasher {
        final CountDownLatch busy = new CountDownLatch(2);
        final CountDownLatch done = new CountDownLatch(1);
        final AtomicInteger now = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        @Override
        public PasswordHash hash(Password password) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            busy.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            now.decrementAndGet();
            return new PasswordHash("slow$hash");
        }

        @Override
        public boolean verify(Password password, @Nullable PasswordHash kept) {
            throw new IllegalStateException("broken");
        }

        @Override
        public boolean knows(PasswordHash kept) {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public boolean needsRehash(PasswordHash kept) {
            return false;
        }
    }

    @Test
    void noMoreThanItsNumberHashAtOnceAndWhoFindsTheQueueFullIsTurnedDown() throws Exception {
        var slow = new Slow();
        var hasher = new BoundedHasher(slow, 2, 3);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<PasswordHash>> hashing = new ArrayList<>();
            hashing.add(threads.submit(() -> hasher.hash(PASSWORD)));
            hashing.add(threads.submit(() -> hasher.hash(PASSWORD)));
            slow.busy.await();
            var none = new BoundedHasher(slow, 1, 0);
            hashing.add(threads.submit(() -> none.hash(PASSWORD)));
            while (slow.now.get() < 3) {
                Thread.onSpinWait();
            }
            assertRefused("accounts.busy", () -> none.hash(PASSWORD));
            assertRefused("accounts.busy", () -> none.verify(PASSWORD, null));
            for (int i = 0; i < 3; i++) {
                hashing.add(threads.submit(() -> hasher.hash(PASSWORD)));
            }
            slow.done.countDown();
            for (Future<PasswordHash> one : hashing) {
                assertThat(one.get()).isNotNull();
            }
            assertThat(slow.most.get()).isLessThanOrEqualTo(3);
        } finally {
            slow.done.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void whatThrowsGivesItsTurnBack() {
        var hasher = new BoundedHasher(new Slow(), 1, 0);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> hasher.verify(PASSWORD, null)).hasMessage("broken");
        }
        assertThatThrownBy(() -> new BoundedHasher(new Slow(), 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
