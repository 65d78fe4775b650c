package org.somoim.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.somoim.kernel.Transactor;

/**
 * Changes that come at the same time. The first has its turn; while it is at work all the others come to stand in line, in
 * their order.
 */
final class Crowd {
    private final Transactor transactor;
    private final List<Member> members = new ArrayList<>();

    Crowd(Transactor transactor) {
        this.transactor = transactor;
    }

    /** One change and what became of it. */
    static final class Member {
        private final Thread thread;
        private volatile boolean hasReturned;
        private volatile boolean isInterrupted;
        private volatile Throwable thrown;

        private Member(Runnable change) {
            thread = new Thread(() -> {
                try {
                    change.run();
                } catch (Throwable e) {
                    thrown = e;
                } finally {
                    isInterrupted = Thread.currentThread().isInterrupted();
                    hasReturned = true;
                }
            });
        }

        /** Whether its caller has been told anything. */
        boolean hasReturned() {
            return hasReturned;
        }

        /** Whether its caller has been told that it is kept. */
        boolean isKept() {
            return hasReturned && thrown == null;
        }

        boolean isInterrupted() {
            return isInterrupted;
        }

        Optional<Throwable> thrown() {
            return Optional.ofNullable(thrown);
        }

        void interrupt() {
            thread.interrupt();
        }
    }

    /** Another change, behind those that are there. */
    Member add(Supplier<?> work) {
        boolean isFirst = members.isEmpty();
        var member = new Member(() -> transactor.call(() -> {
            if (isFirst) {
                comeAll();
            }
            return work.get();
        }));
        members.add(member);
        return member;
    }

    List<Member> members() {
        return members;
    }

    /** Until every caller has been told. */
    List<Member> run() throws InterruptedException {
        members.get(0).thread.start();
        for (Member member : members) {
            member.thread.join();
        }
        return members;
    }

    private void comeAll() {
        for (Member member : members.subList(1, members.size())) {
            member.thread.start();
            while (member.thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.yield();
            }
        }
    }
}
