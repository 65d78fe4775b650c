package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.somoim.privacy.LedgerEntry;
import org.somoim.privacy.Metric;
import org.somoim.privacy.noise.NoiseSource;

/** A13. Pulls the plug in the middle of an epoch, to have it drawn again, and compares what was kept with what is told. */
final class CrashAndRestart implements Attack {
    @Override
    public String id() {
        return "A13";
    }

    @Override
    public String name() {
        return "Crash, restart, and the answers before and after";
    }

    @Override
    public String defence() {
        return "release and debit are one transaction, under a key that is taken once";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        int points = Math.max(40, lab.runs() / 100);
        int sound = 0;
        int same = 0;
        int cuts = 0;
        for (int point = 0; point < points; point++) {
            SplittableRandom random = lab.random(point);
            var draws = new AtomicInteger();
            var cutAt = new AtomicInteger(Integer.MAX_VALUE);
            NoiseSource noise = cut(lab.noise(15_000 + point), draws, cutAt);
            try (CommunityUnderAttack community = target.open(noise)) {
                crowd.moveIn(community);
                Crowd.ripen(community);
                if (random.nextBoolean()) {
                    cutAt.set(1 + random.nextInt(40));
                } else if (!community.cutAfterWrites(random.nextInt(6))) {
                    cutAt.set(1 + random.nextInt(4));
                }
                boolean wasCut = wasCut(community);
                cuts += wasCut ? 1 : 0;
                cutAt.set(Integer.MAX_VALUE);
                community.restart();
                boolean nothing = !wasCut || community.history().isEmpty();
                boolean paidFirst = isPaid(target, community);
                community.runEpoch();
                community.runEpoch();
                sound += nothing && paidFirst && community.history().size() == 1 && isPaid(target, community) ? 1 : 0;
                same += isSameAfterRestart(crowd, community) ? 1 : 0;
            }
        }
        return List.of(
                Finding.rule(
                        "at most one release is ever seen, and it is paid for",
                        sound == points,
                        String.format(Locale.ROOT, "%,d of %,d, cut off in %,d", sound, points, cuts)),
                Finding.rule(
                        "answers are the same after a restart",
                        same == points,
                        String.format(Locale.ROOT, "%,d of %,d", same, points)));
    }

    private static NoiseSource cut(NoiseSource noise, AtomicInteger draws, AtomicInteger cutAt) {
        return epsilon -> {
            if (draws.incrementAndGet() >= cutAt.get()) {
                throw new CommunityUnderAttack.PowerCut();
            }
            return noise.draw(epsilon);
        };
    }

    private static boolean wasCut(CommunityUnderAttack community) {
        try {
            community.runEpoch();
            return false;
        } catch (CommunityUnderAttack.PowerCut cut) {
            return true;
        }
    }

    private static boolean isPaid(Target target, CommunityUnderAttack community) {
        long paid =
                community.ledger().stream().mapToLong(LedgerEntry::microEpsilon).sum();
        return paid >= community.history().size() * target.plan().epsilon().micro();
    }

    private static boolean isSameAfterRestart(Crowd crowd, CommunityUnderAttack community) {
        Metric metric = crowd.plan.metrics().get(0);
        Object before = List.of(
                community.published(Crowd.ATTACKER),
                community.compare("m0", metric.id(), crowd.home, 1.0),
                community.ledger());
        community.restart();
        return before.equals(List.of(
                community.published(Crowd.ATTACKER),
                community.compare("m0", metric.id(), crowd.home, 1.0),
                community.ledger()));
    }
}
