package org.somoim.privacy.attacks;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.Metric;
import org.somoim.privacy.noise.NoiseSource;

/** A10. Makes the community spend, by asking or by starting epochs, many at a time. */
final class BudgetExhaustion implements Attack {
    private static final long MOST_WAIT_MILLIS = 100;
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
        try (CommunityUnderAttack community = target.open(meeting(lab.noise(id().hashCode())))) {
            crowd.moveIn(community);
            Crowd.ripen(community);
            long done = IntStream.range(0, STARTS)
                    .parallel()
                    .filter(call -> runs(community))
                    .count();
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
                                    "%,d starts, %d release(s), %,d of %,d paid",
                                    STARTS,
                                    releases,
                                    paid,
                                    target.plan().epsilon().micro())),
                    Finding.rule(
                            "asking spends nothing",
                            paid(community) == paid && community.history().size() == releases,
                            String.format("%,d questions", questions)));
        }
    }

    private static boolean runs(CommunityUnderAttack community) {
        try {
            return community.runEpoch();
        } catch (RuntimeException lostTheRace) {
            return false;
        }
    }

    private static long paid(CommunityUnderAttack community) {
        return community.ledger().stream().mapToLong(LedgerEntry::microEpsilon).sum();
    }

    /** Whoever draws first waits a moment for others to draw too, if they can. */
    private static NoiseSource meeting(NoiseSource noise) {
        var two = new CountDownLatch(2);
        ThreadLocal<Boolean> hasMet = ThreadLocal.withInitial(() -> false);
        return epsilon -> {
            if (!hasMet.get()) {
                hasMet.set(true);
                two.countDown();
                try {
                    two.await(MOST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return noise.draw(epsilon);
        };
    }
}
