package org.somoim.accounts;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes on the threads that ask, a few at a time: hashing is slow on purpose, and a crowd that signs in must not take every
 * processor from everyone else. Who comes when the queue is full is turned down at once. Safe between threads.
 */
public final class BoundedHasher implements PasswordHasher {
    private final PasswordHasher hasher;
    private final Semaphore turns;
    private final int mostWaiting;

    /**
     * @param atOnce how many hash at the same time, at least 1; half the processors is a good choice
     * @param mostWaiting how many may wait for that, at least 0
     */
    public BoundedHasher(PasswordHasher hasher, int atOnce, int mostWaiting) {
        if (atOnce < 1 || mostWaiting < 0) {
            throw new IllegalArgumentException("At least one must be able to hash, and none or more to wait: " + atOnce
                    + " at once and " + mostWaiting + " waiting make no sense.");
        }
        this.hasher = hasher;
        this.turns = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
    }

    /** @throws org.somoim.kernel.Refusal {@link AccountReason#BUSY} */
    @Override
    public PasswordHash hash(Password password) {
        return inTurn(() -> hasher.hash(password));
    }

    /** @throws org.somoim.kernel.Refusal {@link AccountReason#BUSY} */
    @Override
    public boolean verify(Password password, @Nullable PasswordHash kept) {
        return inTurn(() -> hasher.verify(password, kept));
    }

    @Override
    public boolean needsRehash(PasswordHash kept) {
        return hasher.needsRehash(kept);
    }

    @Override
    public boolean knows(PasswordHash kept) {
        return hasher.knows(kept);
    }

    private <R> R inTurn(Supplier<R> work) {
        if (!turns.tryAcquire()) {
            if (turns.getQueueLength() >= mostWaiting) {
                throw AccountReason.BUSY.refuse();
            }
            turns.acquireUninterruptibly();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
