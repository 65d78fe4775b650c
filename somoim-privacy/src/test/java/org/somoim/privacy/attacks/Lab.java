package org.somoim.privacy.attacks;

import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.noise.ExactDiscreteLaplace;
import org.somoim.privacy.noise.NoiseSource;
import org.somoim.privacy.noise.SeededNoise;

/**
 * How hard to try. What attackers choose follows from the seed and the number of the run; noise is that of the platform's
 * strong generator, unless it is to be had again.
 *
 * @param runs in each of two worlds
 * @param noiseSeed to have a run again, or null for real noise
 */
public record Lab(int runs, long seed, @Nullable Long noiseSeed) {
    /** The event that something was thrown; each attack has it. */
    static final int THROWN = 62;

    private static final int CHUNK = 50;

    public static Lab of(int runs) {
        return new Lab(runs, 20261121, Long.getLong("somoim.attacks.seed"));
    }

    Lab with(int fewer) {
        return new Lab(Math.max(20, fewer), seed, noiseSeed);
    }

    /** One run in one of two worlds, which are the same but for one person. */
    @FunctionalInterface
    interface Trial {
        /** @return one bit for each event */
        long hits(boolean isThere, NoiseSource noise, SplittableRandom random);
    }

    NoiseSource noise(long number) {
        return noiseSeed == null
                ? ExactDiscreteLaplace.with(new SecureRandom())
                : SeededNoise.of(noiseSeed * 1_000_003 + number);
    }

    SplittableRandom random(long number) {
        return new SplittableRandom(seed * 31 + number);
    }

    /** Both worlds, as often as wanted, on all cores. */
    Evidence compare(double claimed, double delta, List<String> events, Trial trial) {
        long[][] all = IntStream.range(0, (runs + CHUNK - 1) / CHUNK)
                .parallel()
                .mapToObj(chunk -> chunk(chunk, events.size(), trial))
                .reduce(new long[2][events.size() + 1], Lab::sum);
        List<String> named = new java.util.ArrayList<>(events);
        named.add("something was thrown");
        return new Evidence(claimed, delta, runs, List.copyOf(named), all[1], all[0]);
    }

    private long[][] chunk(int chunk, int events, Trial trial) {
        var hits = new long[2][events + 1];
        NoiseSource noise = noise(chunk);
        for (int run = chunk * CHUNK; run < Math.min(runs, (chunk + 1) * CHUNK); run++) {
            for (int world = 0; world < 2; world++) {
                long seen = hits(trial, world == 1, noise, random(run));
                for (int event = 0; event < events; event++) {
                    hits[world][event] += seen >>> event & 1;
                }
                hits[world][events] += seen >>> THROWN & 1;
            }
        }
        return hits;
    }

    private static long hits(Trial trial, boolean isThere, NoiseSource noise, SplittableRandom random) {
        try {
            return trial.hits(isThere, noise, random);
        } catch (RuntimeException e) {
            return 1L << THROWN;
        }
    }

    private static long[][] sum(long[][] one, long[][] other) {
        var sum = new long[one.length][one[0].length];
        for (int world = 0; world < sum.length; world++) {
            for (int event = 0; event < sum[world].length; event++) {
                sum[world][event] = one[world][event] + other[world][event];
            }
        }
        return sum;
    }
}
