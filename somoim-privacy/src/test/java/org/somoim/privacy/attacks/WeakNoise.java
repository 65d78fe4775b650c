package org.somoim.privacy.attacks;

import java.util.Random;
import org.somoim.privacy.Epsilon;
import org.somoim.privacy.noise.NoiseSource;

/** Noise as one finds it in textbooks and in careless code. Attackers have read it too. */
final class WeakNoise implements NoiseSource {
    /** Where fractions between 0 and 1 come from; one in as many. */
    private static final double STEP = 0x1p-53;
    /** How far off the inverse may be, in steps. */
    private static final int SLACK = 16;

    private final Random random;

    private WeakNoise(Random random) {
        this.random = random;
    }

    static WeakNoise seededBy(long seed) {
        return new WeakNoise(new Random(seed));
    }

    @Override
    public long draw(Epsilon epsilon) {
        return Math.round(fraction(epsilon));
    }

    /** The textbook's: the logarithm of a uniform fraction, with a sign. */
    double fraction(Epsilon epsilon) {
        double uniform = ((random.nextLong() >>> 11) + 1) * STEP;
        double size = -Math.log(uniform) / Evidence.nats(epsilon);
        return random.nextBoolean() ? size : -size;
    }

    /**
     * Whether a published number can come from a count. Most doubles cannot: the sampler leaves gaps, and which ones depends
     * on the count. Source: Mironov, "On Significance of the Least Significant Bits for Differential Privacy", CCS 2012.
     */
    static boolean canCome(double published, long count, Epsilon epsilon) {
        double nats = Evidence.nats(epsilon);
        double noise = published - count;
        long near = Math.round(Math.exp(-Math.abs(noise) * nats) / STEP);
        for (long step = Math.max(1, near - SLACK); step <= near + SLACK; step++) {
            double size = -Math.log(step * STEP) / nats;
            if (count + Math.copySign(size, noise) == published) {
                return true;
            }
        }
        return false;
    }
}
