package org.somoim.privacy.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.Metric;
import org.somoim.privacy.noise.NoiseSource;

/** A10. Makes the community spend, by asking or by starting epochs, many at a time. */
final class BudgetExhaustion implements Attack {
    private static final int STARTS = 10_000;

    @Override
    public String id() {
        return "A10";
    }

    @Override
    public String name() {
        return "Spending the budget of others";
    }

    @Override
    public String defence() {
        return "asking spends nothing, and an epoch is drawn once";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        int questions = Math.min(STARTS, 10 * lab.runs());
        var rush = new Rush();
        try (CommunityUnderAttack community = target.open(rush.meeting(lab.noise(id().hashCode())))) {
            crowd.moveIn(community);
            Crowd.ripen(community);
            int done = rush.on(community);
            long paid = paid(community);
            int releases = community.history().size();
            Metric metric = target.plan().metrics().get(0);
            for (int call = 0; call < questions; call++) {
                community.compare("m" + call % crowd.people, metric.id(), null, null);
            }
            return List.of(
                    Finding.rule(
                            "however many start an epoch at once, one release comes of it and is paid for once",
                            done == 1
                                    && releases == 1
                                    && paid == target.plan().epsilon().micro(),
                            String.format(
                                    Locale.ROOT,
                                    "%,d starts, %d release(s), %,d of %,d paid",
                                    STARTS,
                                    releases,
                                    paid,
                                    target.plan().epsilon().micro())),
                    Finding.rule(
                            "asking spends nothing",
                            paid(community) == paid && community.history().size() == releases,
                            String.format(Locale.ROOT, "%,d questions", questions)));
        }
    }

    private static long paid(CommunityUnderAttack community) {
        return community.ledger().stream().mapToLong(LedgerEntry::microEpsilon).sum();
    }

    /**
     * Many starts at once by some threads. Whoever draws first goes on only when another draws too, or when all others have
     * come to a stop: how busy the machine is decides nothing.
     */
    private static final class Rush {
        private static final int THREADS = 4;

        /** Looks, a millisecond apart, that find all others at rest: they are held up, and not merely about to go on. */
        private static final int LOOKS = 100;

        /** For those who look busy while they wait, as in native code. */
        private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);

        private final List<Thread> threads = new ArrayList<>();
        private final Set<Thread> drawing = ConcurrentHashMap.newKeySet();

        NoiseSource meeting(NoiseSource noise) {
            return epsilon -> {
                if (drawing.add(Thread.currentThread())) {
                    awaitAnother();
                }
                return noise.draw(epsilon);
            };
        }

        private void awaitAnother() {
            long end = System.nanoTime() + MOST_NANOS;
            int looks = 0;
            while (drawing.size() < 2 && looks < LOOKS && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                looks = threads.stream().allMatch(Rush::isAtRest) ? looks + 1 : 0;
            }
        }

        private static boolean isAtRest(Thread thread) {
            Thread.State state = thread.getState();
            return thread == Thread.currentThread() || state != Thread.State.NEW && state != Thread.State.RUNNABLE;
        }

        /** @return how many calls say that they have drawn the epoch */
        int on(CommunityUnderAttack community) {
            var done = new AtomicInteger();
            for (int i = 0; i < THREADS; i++) {
                threads.add(new Thread(() -> {
                    for (int call = 0; call < STARTS / THREADS; call++) {
                        done.addAndGet(runs(community) ? 1 : 0);
                    }
                }));
            }
            threads.forEach(Thread::start);
            try {
                for (Thread thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return done.get();
        }

        private static boolean runs(CommunityUnderAttack community) {
            try {
                return community.runEpoch();
            } catch (RuntimeException lostTheRace) {
                return false;
            }
        }
    }
}
