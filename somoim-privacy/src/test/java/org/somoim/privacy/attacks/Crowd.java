package org.somoim.privacy.attacks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.somoim.privacy.Bins;
import org.somoim.privacy.Metric;
import org.somoim.privacy.Place;
import org.somoim.privacy.PrivacyPlan;

/**
 * People of whom the attacker knows everything, all of one place: enough of them that something is said about it, and spread
 * over all bins but the last, which is the victim's.
 */
final class Crowd {
    static final String VICTIM = "victim";
    /** An old account of the attacker's, which is not in the crowd. */
    static final String ATTACKER = "attacker";

    final PrivacyPlan plan;
    final Place home;
    final int people;
    private final List<Map<String, Double>> values;
    private final List<String> names;

    private Crowd(PrivacyPlan plan, int people) {
        this.plan = plan;
        this.people = people;
        this.home = new Place(plan.schema().dimensions().stream()
                .map(dimension -> dimension.leaves() / 2)
                .toList());
        this.names = IntStream.range(0, people).mapToObj(person -> "m" + person).toList();
        this.values = IntStream.range(0, 240)
                .mapToObj(person -> {
                    Map<String, Double> all = new HashMap<>();
                    for (Metric metric : plan.metrics()) {
                        int bin = (person + 7 * all.size()) % victimBin(metric);
                        all.put(metric.id(), metric.bins().edges().get(bin));
                    }
                    return Map.copyOf(all);
                })
                .toList();
    }

    /** As many as it takes, and a third more. Not a number that ends in zero: those are told to everyone. */
    static Crowd of(PrivacyPlan plan) {
        long most = plan.metrics().stream().mapToLong(plan::thresholdOf).reduce(plan.threshold(), Math::max);
        return new Crowd(plan, (int) (most * 4 / 30) * 10 + 43);
    }

    static Crowd of(PrivacyPlan plan, int people) {
        return new Crowd(plan, people);
    }

    static int victimBin(Metric metric) {
        return metric.bins().count() - 1;
    }

    /** Opens accounts and submits figures, for as many as there are. */
    void moveIn(CommunityUnderAttack community) {
        moveIn(community, home, 0, people);
    }

    void moveIn(CommunityUnderAttack community, Place place, int from, int to) {
        for (int person = from; person < to; person++) {
            community.submit(
                    person < names.size() ? names.get(person) : "m" + person,
                    place,
                    values.get(person % values.size()));
        }
    }

    /** What the victim has: of everything, what nobody else has. */
    Map<String, Double> victim() {
        return all(Crowd::victimBin);
    }

    Map<String, Double> popular() {
        return all(metric -> 0);
    }

    Map<String, Double> all(java.util.function.ToIntFunction<Metric> bin) {
        Map<String, Double> all = new HashMap<>();
        plan.metrics()
                .forEach(metric -> all.put(metric.id(), metric.bins().edges().get(bin.applyAsInt(metric))));
        return Map.copyOf(all);
    }

    /** Of one of them, by metric. */
    int[] bins(int person) {
        return plan.metrics().stream()
                .mapToInt(metric ->
                        metric.binOf(values.get(person % values.size()).get(metric.id())))
                .toArray();
    }

    /** How many of the crowd are in a bin. */
    long known(Metric metric, int bin) {
        return IntStream.range(0, people)
                .filter(person ->
                        metric.binOf(values.get(person % values.size()).get(metric.id())) == bin)
                .count();
    }

    /** Of a metric, as many values as wanted that are all in the same bin. */
    static double within(Bins bins, int bin, SplittableRandom random) {
        List<Double> edges = bins.edges();
        return bin == 0
                ? edges.get(0) - random.nextInt(1000)
                : edges.get(bin) - (edges.get(bin) - edges.get(bin - 1)) * random.nextDouble();
    }

    /** Until those who are here now count. */
    static void ripen(CommunityUnderAttack community) {
        community.nextEpoch();
        community.nextEpoch();
    }
}
