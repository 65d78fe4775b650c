package org.somoim.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.StoreFailure;

/**
 * One transaction, for changes that come one after the other, each of its own thread. All but {@link #await} is for whoever
 * has the turn.
 */
final class SharedTransaction {
    private final OpenTransaction transaction;
    private long firstDone = System.nanoTime();
    private final CountDownLatch settled = new CountDownLatch(1);
    /** Why nothing of it was kept, or null; final once it is settled. */
    private @Nullable Throwable lost;

    SharedTransaction(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    /** For how long the first has waited to be told, in nanoseconds. */
    long age() {
        return System.nanoTime() - firstDone;
    }

    boolean isSettled() {
        return settled.getCount() == 0;
    }

    /** The first change. If it fails, there is nothing else to keep. */
    <R> R begin(Function<Session, R> work) {
        boolean isDone = false;
        try {
            R result = work.apply(transaction.session());
            transaction.session().requireWhole();
            firstDone = System.nanoTime();
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                undo(null);
            }
        }
    }

    /** Another change. If it fails, those before it stay; if it cannot be undone by itself, they do not. */
    <R> R join(Function<Session, R> work) {
        Session session = transaction.session();
        boolean isDone = false;
        try {
            session.mark();
            R result = work.apply(session);
            session.keepSinceMark();
            isDone = true;
            return result;
        } catch (SQLException e) {
            throw Failures.of(e);
        } finally {
            if (!isDone) {
                undoLast(session);
            }
        }
    }

    /** Ends it, and tells those who wait. */
    void commit() {
        Throwable failed = null;
        try {
            transaction.keep();
        } catch (SQLException | RuntimeException e) {
            failed = e;
        } catch (Error e) {
            failed = e;
            throw e;
        } finally {
            lost = failed;
            settled.countDown();
        }
    }

    /**
     * Returns when what was done is on the disk. An interrupted thread learns what became of it, too, and stays interrupted.
     *
     * @throws StoreFailure if nothing of it was kept
     */
    void await() {
        boolean isInterrupted = false;
        while (!isSettled()) {
            try {
                settled.await();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (lost instanceof SQLException sql) {
            throw Failures.of(sql);
        }
        if (lost != null) {
            throw new StoreFailure("The change could not be kept; try it again as a whole.", lost);
        }
    }

    private void undoLast(Session session) {
        try {
            session.undoToMark();
        } catch (SQLException gone) {
            // SQLite has undone everything, as when a statement that writes is stopped or the disk is full.
            undo(gone);
        }
    }

    private void undo(@Nullable Throwable reason) {
        try {
            transaction.undo();
        } finally {
            lost = reason;
            settled.countDown();
        }
    }
}
