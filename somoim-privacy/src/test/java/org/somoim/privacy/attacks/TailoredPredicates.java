package org.somoim.privacy.attacks;

import static org.somoim.privacy.attacks.Suspicion.bit;

import java.util.ArrayList;
import java.util.List;
import org.somoim.privacy.Metric;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;

/** A3. Pretends to be anyone, collects the answers of all cohorts there are, and solves for the victim. */
final class TailoredPredicates implements Attack {
    private static final int MOST_PLACES = 300;

    @Override
    public String id() {
        return "A3";
    }

    @Override
    public String name() {
        return "Tailored cohorts and their complements";
    }

    @Override
    public String defence() {
        return "the release decides the cohorts, and no two have anyone in common";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        return List.of(once(target, lab), solved(target, lab));
    }

    private Finding once(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        List<Place> places = places(target.plan());
        try (CommunityUnderAttack community = target.open(lab.noise(id().hashCode()))) {
            crowd.moveIn(community);
            Crowd.ripen(community);
            community.runEpoch();
            Publication one = community.published(Crowd.ATTACKER).orElseThrow();
            boolean once = true;
            for (Place place : places) {
                once &= one.of(place).size() == 1;
                for (String liar : List.of(Crowd.ATTACKER, "m0", "m1")) {
                    once &= community.published(liar).orElseThrow().equals(one);
                    for (Metric metric : target.plan().metrics()) {
                        once &= community
                                .compare(liar, metric.id(), place, 1.0)
                                .equals(community.compare(Crowd.ATTACKER, metric.id(), place, 1.0));
                    }
                }
            }
            return Finding.rule(
                    "whoever one pretends to be, there is one cohort for it, and the same for all",
                    once,
                    places.size() + " profiles, " + one.parts().size() + " cohort(s)");
        }
    }

    /** With everyone else known, least squares is the mean over all that has the victim in it. */
    private static Finding solved(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        List<String> events = List.of(
                "the solution has the victim in the bin", "clearly", "on balance of all metrics", "in every metric");
        Evidence evidence = lab.with(lab.runs() / 2)
                .compare(
                        Evidence.nats(target.plan().epsilon()),
                        target.plan().delta().doubleValue(),
                        events,
                        (isThere, noise, random) -> {
                            try (CommunityUnderAttack community = target.open(noise)) {
                                crowd.moveIn(community);
                                if (isThere) {
                                    community.submit(Crowd.VICTIM, crowd.home, crowd.victim());
                                }
                                Crowd.ripen(community);
                                community.runEpoch();
                                return solve(
                                        crowd,
                                        community.published(Crowd.ATTACKER).orElseThrow());
                            }
                        });
        return Finding.of("solving for the victim tells no more than one look", evidence);
    }

    private static long solve(Crowd crowd, Publication publication) {
        int metrics = crowd.plan.metrics().size();
        double first = 0;
        int balance = 0;
        for (int at = 0; at < metrics; at++) {
            Metric metric = crowd.plan.metrics().get(at);
            int bin = Crowd.victimBin(metric);
            double solution = publication.of(crowd.home).stream()
                    .filter(part -> part.cells().containsKey(metric.id()))
                    .mapToDouble(part -> part.cells().get(metric.id()).numbers().get(bin))
                    .average()
                    .orElse(0);
            first = at == 0 ? solution : first;
            balance += solution >= 0.5 ? 1 : -1;
        }
        return bit(0, first >= 0.5) | bit(1, first >= 2) | bit(2, balance > 0) | bit(3, balance == metrics);
    }

    /** All there are, or some of them evenly. */
    static List<Place> places(PrivacyPlan plan) {
        List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
        for (var dimension : plan.schema().dimensions()) {
            List<List<Integer>> more = new ArrayList<>();
            for (List<Integer> before : all) {
                for (int leaf = 0; leaf < dimension.leaves(); leaf++) {
                    List<Integer> next = new ArrayList<>(before);
                    next.add(leaf);
                    more.add(next);
                }
            }
            all = more;
        }
        int step = Math.max(1, all.size() / MOST_PLACES);
        List<Place> some = new ArrayList<>();
        for (int at = 0; at < all.size(); at += step) {
            some.add(new Place(all.get(at)));
        }
        return some;
    }
}
