package org.somoim.privacy.attacks;

import static org.somoim.privacy.attacks.Suspicion.bit;

import java.util.List;
import org.somoim.privacy.Metric;

/** A1. Looks before and after somebody joined, and takes one from the other. */
final class Differencing implements Attack {
    private static final List<String> EVENTS = List.of(
            "every cell of the victim and the size have gone up",
            "a cell of the victim has gone up",
            "a cell of the victim has gone up by three",
            "a cell of the victim has gone up by seven",
            "the size has gone up",
            "the cohort is spoken of before but not after",
            "the cohort is spoken of after but not before");
    private static final int COMEBACKS = 8;

    @Override
    public String id() {
        return "A1";
    }

    @Override
    public String name() {
        return "Differencing before and after joining";
    }

    @Override
    public String defence() {
        return "one release an epoch, with noise of its own";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        double claimed = Evidence.nats(target.plan().epsilon());
        double delta = 2 * target.plan().delta().doubleValue();
        return List.of(
                Finding.of(
                        "two epochs do not tell who joined between them",
                        lab.compare(claimed, delta, EVENTS, (isThere, noise, random) -> {
                            try (CommunityUnderAttack community = target.open(noise)) {
                                return joined(crowd, community, isThere, 1);
                            }
                        })),
                Finding.of(
                        "coming and going many times counts once",
                        lab.with(lab.runs() / 4).compare(claimed, delta, EVENTS, (isThere, noise, random) -> {
                            try (CommunityUnderAttack community = target.open(noise)) {
                                return joined(crowd, community, isThere, COMEBACKS);
                            }
                        })));
    }

    private static long joined(Crowd crowd, CommunityUnderAttack community, boolean isThere, int times) {
        crowd.moveIn(community);
        community.nextEpoch();
        for (int time = 0; isThere && time < times; time++) {
            community.leave(Crowd.VICTIM);
            community.submit(Crowd.VICTIM, crowd.home, crowd.popular());
        }
        community.nextEpoch();
        community.runEpoch();
        Publication before = community.published(Crowd.ATTACKER).orElseThrow();
        // Where a year holds one epoch, the next one is a year away.
        do {
            community.nextEpoch();
        } while (!community.runEpoch());
        return change(crowd, before, community.published(Crowd.ATTACKER).orElseThrow());
    }

    private static long change(Crowd crowd, Publication before, Publication after) {
        long hits = 0;
        int up = 0;
        for (Metric metric : crowd.plan.metrics()) {
            double change = after.cell(crowd.home, metric.id(), 0).orElse(0.0)
                    - before.cell(crowd.home, metric.id(), 0).orElse(0.0);
            up += change > 0 ? 1 : 0;
            hits |= bit(1, change > 0) | bit(2, change >= 3) | bit(3, change >= 7);
        }
        boolean larger = size(crowd, after) > size(crowd, before);
        return hits
                | bit(0, larger && up == crowd.plan.metrics().size())
                | bit(4, larger)
                | bit(5, before.stands(crowd.home) && !after.stands(crowd.home))
                | bit(6, !before.stands(crowd.home) && after.stands(crowd.home));
    }

    private static double size(Crowd crowd, Publication publication) {
        return publication.of(crowd.home).get(0).size();
    }
}
