package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Locale;

/** A7. Opens accounts until the victim is alone among them. */
final class SybilStuffing implements Attack {
    private static final int NEWCOMERS = 300;

    @Override
    public String id() {
        return "A7";
    }

    @Override
    public String name() {
        return "Stuffing a cohort with fakes";
    }

    @Override
    public String defence() {
        return "new accounts do not count; old ones do not help";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        return List.of(newcomers(target, lab), alone(target, lab));
    }

    /** With the same noise in both, the release must be the same to the byte. */
    private static Finding newcomers(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        int times = Math.max(3, lab.runs() / 300);
        int same = 0;
        for (int time = 0; time < times; time++) {
            String without = hash(target, crowd, lab.seed() + time, 0);
            same += without.equals(hash(target, crowd, lab.seed() + time, NEWCOMERS)) ? 1 : 0;
        }
        return Finding.rule(
                NEWCOMERS + " new accounts change nothing",
                same == times,
                String.format(Locale.ROOT, "byte-equal in %,d of %,d", same, times));
    }

    private static String hash(Target target, Crowd crowd, long seed, int newcomers) {
        try (CommunityUnderAttack community = target.open(org.somoim.privacy.noise.SeededNoise.of(seed))) {
            crowd.moveIn(community);
            Crowd.ripen(community);
            crowd.moveIn(community, crowd.home, crowd.people, crowd.people + newcomers);
            community.runEpoch();
            return community.published(Crowd.ATTACKER).orElseThrow().hash();
        }
    }

    private static Finding alone(Target target, Lab lab) {
        Crowd fakes = Crowd.of(target.plan());
        Suspicion suspicion = Suspicion.of(fakes, Crowd::victimBin);
        Evidence evidence = lab.with(lab.runs() / 3)
                .compare(
                        Evidence.nats(target.plan().epsilon()),
                        target.plan().delta().doubleValue(),
                        Suspicion.EVENTS,
                        (isThere, noise, random) -> {
                            try (CommunityUnderAttack community = target.open(noise)) {
                                fakes.moveIn(community);
                                if (isThere) {
                                    community.submit(Crowd.VICTIM, fakes.home, fakes.victim());
                                }
                                Crowd.ripen(community);
                                community.nextEpoch();
                                community.runEpoch();
                                return suspicion.hits(community.published("m0").orElseThrow());
                            }
                        });
        return Finding.of("alone among " + fakes.people + " old fakes, the victim is hidden", evidence);
    }
}
