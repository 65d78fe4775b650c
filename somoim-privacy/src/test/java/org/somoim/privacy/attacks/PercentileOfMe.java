package org.somoim.privacy.attacks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.Metric;
import org.somoim.privacy.PeerStanding;
import org.somoim.privacy.Release;
import org.somoim.privacy.noise.NoiseSource;
import org.somoim.privacy.noise.SeededNoise;

/** A11. Edits its own value until it stands where the victim stands, and so has the victim's. */
final class PercentileOfMe implements Attack {
    private static final int LOW = 2;
    private static final int VICTIM = 5;
    private static final int HIGH = 8;
    private static final int HALVINGS = 45;

    @Override
    public String id() {
        return "A11";
    }

    @Override
    public String name() {
        return "Bisecting one's own value";
    }

    @Override
    public String defence() {
        return "standings are read from the release, values from public bins";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        Metric metric = target.plan().metrics().get(0);
        int runs = Math.max(20, lab.runs() / 100);
        long found = 0;
        long same = 0;
        for (int run = 0; run < runs; run++) {
            SplittableRandom random = lab.random(run);
            double value = Crowd.within(metric.bins(), VICTIM, random);
            double other = Crowd.within(metric.bins(), VICTIM, random);
            try (CommunityUnderAttack one = halves(target, crowd, value, lab.noise(13_000 + run))) {
                found += isFound(crowd, metric, one, value) ? 1 : 0;
            }
            try (CommunityUnderAttack one = halves(target, crowd, value, SeededNoise.of(run));
                    CommunityUnderAttack another = halves(target, crowd, other, SeededNoise.of(run))) {
                same += answers(crowd, metric, one).equals(answers(crowd, metric, another)) ? 1 : 0;
            }
        }
        return List.of(
                Finding.rule(
                        "bisecting does not find the value",
                        found == 0,
                        String.format(Locale.ROOT, "%,d of %,d values found", found, runs)),
                Finding.rule(
                        "values in one bin give the same answers to the byte",
                        same == runs,
                        String.format(Locale.ROOT, "%,d of %,d", same, runs)));
    }

    /** Half of the others below the victim, half above. */
    private static CommunityUnderAttack halves(Target target, Crowd crowd, double value, NoiseSource noise) {
        CommunityUnderAttack community = target.open(noise);
        Map<String, Double> low = crowd.all(metric -> LOW);
        Map<String, Double> high = crowd.all(metric -> HIGH);
        int half = crowd.people / 2;
        IntStream.range(0, 2 * half)
                .forEach(person -> community.submit("m" + person, crowd.home, person < half ? low : high));
        Map<String, Double> own = new HashMap<>(crowd.victim());
        own.put(crowd.plan.metrics().get(0).id(), value);
        community.submit(Crowd.VICTIM, crowd.home, own);
        Crowd.ripen(community);
        community.runEpoch();
        return community;
    }

    private static boolean isFound(Crowd crowd, Metric metric, CommunityUnderAttack community, double value) {
        List<Double> edges = metric.bins().edges();
        double low = edges.get(LOW);
        double high = edges.get(HIGH);
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            Integer percentile = low(community.compare(Crowd.ATTACKER, metric.id(), crowd.home, middle));
            if (percentile == null) {
                return false;
            }
            if (percentile >= 50) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.abs(high - value) < 1e-9 * (edges.get(HIGH) - edges.get(LOW));
    }

    private static @Nullable Integer low(Release<PeerStanding> answer) {
        return answer.fold(released -> released.value().low(), withheld -> null);
    }

    private static List<Object> answers(Crowd crowd, Metric metric, CommunityUnderAttack community) {
        List<Double> edges = metric.bins().edges();
        double from = edges.get(VICTIM - 1);
        double to = edges.get(VICTIM);
        return IntStream.rangeClosed(0, 40)
                .<Object>mapToObj(step ->
                        community.compare(Crowd.ATTACKER, metric.id(), crowd.home, from + (to - from) * step / 40))
                .toList();
    }
}
