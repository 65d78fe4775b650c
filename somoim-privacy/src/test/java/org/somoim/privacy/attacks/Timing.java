package org.somoim.privacy.attacks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.somoim.privacy.Metric;
import org.somoim.privacy.noise.NoiseSource;
import org.somoim.privacy.noise.SeededNoise;

/** A9. Times the answers. */
final class Timing implements Attack {
    private static final double CHANCE = 1e-3;

    /**
     * Two communities that are quite alike differ in where they lie in memory and in what the machine has done to their code,
     * and so now and then by some nanoseconds, which one comparison in twenty or so takes for more than chance. The next two
     * communities lie elsewhere; whatever comes of the victim comes again each time.
     */
    private static final int REPEATS = 12;

    @Override
    public String id() {
        return "A9";
    }

    @Override
    public String name() {
        return "Timing the answers";
    }

    @Override
    public String defence() {
        return "answers are looked up; nothing is drawn for them";
    }

    @Override
    public List<Finding> on(Target target, Lab lab) {
        return List.of(draws(target, lab), times(target, lab));
    }

    private Finding draws(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        var draws = new AtomicLong();
        NoiseSource real = lab.noise(id().hashCode());
        NoiseSource counting = epsilon -> {
            draws.incrementAndGet();
            return real.draw(epsilon);
        };
        try (CommunityUnderAttack community = target.open(counting)) {
            crowd.moveIn(community);
            Crowd.ripen(community);
            community.runEpoch();
            long before = draws.get();
            int questions = Math.max(100, lab.runs() / 10);
            for (int question = 0; question < questions; question++) {
                ask(crowd, community, question);
            }
            return Finding.rule(
                    "no answer draws noise",
                    before > 0 && draws.get() == before,
                    String.format(Locale.ROOT, "%,d draws for %,d questions", draws.get() - before, questions));
        }
    }

    private static void ask(Crowd crowd, CommunityUnderAttack community, int question) {
        Metric metric = crowd.plan.metrics().get(question % crowd.plan.metrics().size());
        List<Double> edges = metric.bins().edges();
        community.compare("m" + question % 100, metric.id(), crowd.home, edges.get(question % edges.size()));
        community.insight("m0", metric.id(), null);
        community.receipt("m0", metric.id(), null);
    }

    /** The same noise in both worlds, so that only the victim makes a difference; asked in turns, at random. */
    private static Finding times(Target target, Lab lab) {
        Crowd crowd = Crowd.of(target.plan());
        int questions = Math.max(1_000, lab.runs() / 6);
        double best = 0;
        for (int repeat = 0; repeat < REPEATS && best <= CHANCE; repeat++) {
            // In turns, so that it is not always the same one of the two that was there first.
            boolean isFirst = repeat % 2 == 1;
            try (CommunityUnderAttack one = world(target, crowd, lab.seed() + repeat, isFirst);
                    CommunityUnderAttack other = world(target, crowd, lab.seed() + repeat, !isFirst)) {
                CommunityUnderAttack with = isFirst ? one : other;
                CommunityUnderAttack without = isFirst ? other : one;
                timed(crowd, without, with, lab.random(100 + repeat), questions);
                long[][] times = timed(crowd, without, with, lab.random(repeat), questions);
                best = Math.max(best, sameChance(times[0], times[1]));
            }
        }
        return Finding.rule(
                "answers take as long with the victim as without",
                best > CHANCE,
                String.format(java.util.Locale.ROOT, "Kolmogorov-Smirnov p %.3f, %,d calls a world", best, questions));
    }

    private static CommunityUnderAttack world(Target target, Crowd crowd, long seed, boolean isThere) {
        CommunityUnderAttack community = target.open(SeededNoise.of(seed));
        crowd.moveIn(community);
        if (isThere) {
            community.submit(Crowd.VICTIM, crowd.home, crowd.victim());
        }
        Crowd.ripen(community);
        community.runEpoch();
        return community;
    }

    private static long[][] timed(
            Crowd crowd, CommunityUnderAttack without, CommunityUnderAttack with, SplittableRandom random, int calls) {
        var times = new long[2][calls];
        String metric = crowd.plan.metrics().get(0).id();
        for (int call = 0; call < calls; call++) {
            int first = random.nextInt(2);
            for (int turn = 0; turn < 2; turn++) {
                int world = first ^ turn;
                CommunityUnderAttack asked = world == 1 ? with : without;
                long started = System.nanoTime();
                asked.compare("m1", metric, crowd.home, 1.0);
                times[world][call] = System.nanoTime() - started;
            }
        }
        return times;
    }

    /** How likely two samples differ that much by chance. Source: Smirnov 1939. */
    private static double sameChance(long[] one, long[] other) {
        Arrays.sort(one);
        Arrays.sort(other);
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < one.length && j < other.length) {
            long value = Math.min(one[i], other[j]);
            while (i < one.length && one[i] == value) {
                i++;
            }
            while (j < other.length && other[j] == value) {
                j++;
            }
            most = Math.max(most, Math.abs(i / (double) one.length - j / (double) other.length));
        }
        double size = one.length * (double) other.length / (one.length + other.length);
        double scaled = Math.sqrt(size) * most;
        double chance = 0;
        for (int term = 1; term <= 100; term++) {
            chance += (term % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * term * term * scaled * scaled);
        }
        return scaled < 0.2 ? 1 : Math.max(0, Math.min(1, chance));
    }
}
