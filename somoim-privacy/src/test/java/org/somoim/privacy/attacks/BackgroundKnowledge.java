package org.somoim.privacy.attacks;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.somoim.privacy.Metric;

/** A6. Knows everyone but the victim, and reads everything there is. The strongest there can be on one epoch. */
final class BackgroundKnowledge implements Attack {
    @Override
    public String id() {
        return "A6";
    }

    @Override
    public String name() {
        return "Knowing everyone else";
    }

    @Override
    public String defence() {
        return "differential privacy, which is defined against it";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        return List.of(
                Finding.of(
                        "a victim with values of their own is hidden",
                        evidence(target, lab, crowd, crowd.victim(), Crowd::victimBin)),
                Finding.of(
                        "a victim with the values of many is hidden",
                        evidence(target, lab.with(lab.runs() / 3), crowd, crowd.popular(), metric -> 0)));
    }

    private static Evidence evidence(
            Target target, Lab lab, Crowd crowd, Map<String, Double> values, ToIntFunction<Metric> bin) {
        Suspicion suspicion = Suspicion.of(crowd, bin);
        return lab.compare(
                Evidence.nats(target.plan().epsilon()),
                target.plan().delta().doubleValue(),
                Suspicion.EVENTS,
                (isThere, noise, random) -> {
                    try (CommunityUnderAttack community = target.open(noise)) {
                        crowd.moveIn(community);
                        if (isThere) {
                            community.submit(Crowd.VICTIM, crowd.home, values);
                        }
                        Crowd.ripen(community);
                        community.runEpoch();
                        return suspicion.hits(
                                community.published(Crowd.ATTACKER).orElseThrow());
                    }
                });
    }
}
