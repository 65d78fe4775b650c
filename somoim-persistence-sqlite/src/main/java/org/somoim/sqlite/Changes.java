package org.somoim.sqlite;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.StoreFailure;

/**
 * Where changes wait for their turn, and for the disk. One runs at a time, behind a fair lock, on the one connection that
 * writes.
 *
 * <p>A change that has others behind it, which are to be on the disk as well, leaves its transaction open for them. Whoever began it waits in line once more, and
 * commits when everybody who came before has had their turn, unless someone has done it by then. So no transaction is left
 * open whoever gives up waiting, and none holds more changes than there were threads in line. Each change after the first
 * has a savepoint: it undoes itself and nothing else. What the later ones read of the earlier ones is not on the disk yet,
 * but nor can they be on it without those.
 *
 * <p>Source: group commit, as in DeWitt et al., "Implementation Techniques for Main Memory Database Systems", SIGMOD 1984.
 */
final class Changes {
    /** How long the first of those who share may wait for others. */
    static final Duration LONGEST_SHARED = Duration.ofMillis(10);

    private final Commits commits;
    private final Duration deadline;
    private final Duration longestShared;
    private final Function<Durability, OpenTransaction> opening;
    private final ReentrantLock turn = new ReentrantLock(true);
    /** How many wait for their turn to make a change that is to be on the disk. */
    private final AtomicInteger inLine = new AtomicInteger();
    /** The transaction that others may join. Only for whoever has the turn. */
    private @Nullable SharedTransaction open;

    /**
     * @param deadline the longest that one waits for its turn
     * @param longestShared when the first has waited for so long to be told, nobody else joins
     * @param opening begins a transaction that may write
     */
    Changes(Commits commits, Duration deadline, Duration longestShared, Function<Durability, OpenTransaction> opening) {
        this.commits = commits;
        this.deadline = deadline;
        this.longestShared = longestShared;
        this.opening = opening;
    }

    /** Does {@code work} wholly or not at all. When it returns, all of it is on the disk, as far as the file is kept so. */
    <R> R call(Function<Session, R> work) {
        return call(work, Durability.FULL);
    }

    /** Does {@code work} wholly or not at all. It need not be on the disk when it returns, only before what comes later. */
    <R> R callRelaxed(Function<Session, R> work) {
        return call(work, Durability.RELAXED);
    }

    private <R> R call(Function<Session, R> work, Durability least) {
        SharedTransaction mine;
        boolean isFirst;
        R result;
        takeTurn(least);
        try {
            SharedTransaction others = open;
            isFirst = others == null;
            mine = others == null ? new SharedTransaction(opening.apply(least)) : others;
            result = isFirst ? mine.begin(work) : join(mine, work);
            // One that does not wait for the disk gains nothing by company, and who joined might have to wait.
            boolean isWaiting = !isFirst || least == Durability.FULL;
            if (isWaiting && isSharedWithOthers(mine)) {
                open = mine;
            } else {
                commit(mine);
            }
        } finally {
            turn.unlock();
        }
        if (isFirst && !mine.isSettled()) {
            settle(mine);
        }
        mine.await();
        return result;
    }

    /** Does what needs the connection that writes, and no transaction on it. */
    <R> R between(Supplier<R> work) {
        takeTurn();
        try {
            if (open != null) {
                commit(open);
            }
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private <R> R join(SharedTransaction shared, Function<Session, R> work) {
        try {
            return shared.join(work);
        } finally {
            if (shared.isSettled()) {
                // It could not undo itself alone.
                open = null;
            }
        }
    }

    /** After all who were in line. Does not give up: those who joined rely on it. */
    private void settle(SharedTransaction shared) {
        turn.lock();
        try {
            if (open == shared) {
                commit(shared);
            }
        } finally {
            turn.unlock();
        }
    }

    private void commit(SharedTransaction shared) {
        open = null;
        shared.commit();
    }

    /** Whether anyone is in line who would have to wait for the disk by itself. */
    private boolean isSharedWithOthers(SharedTransaction shared) {
        return commits == Commits.SHARED && inLine.get() > 0 && shared.age() < longestShared.toNanos();
    }

    private void takeTurn(Durability least) {
        if (least != Durability.FULL) {
            takeTurn();
            return;
        }
        inLine.incrementAndGet();
        try {
            takeTurn();
        } finally {
            inLine.decrementAndGet();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreFailure(
                        "Other changes took too long for this one to have its turn; look for a change that waits for"
                                + " something else.",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("The thread was interrupted while it waited for its turn to change something.", e);
        }
    }
}
