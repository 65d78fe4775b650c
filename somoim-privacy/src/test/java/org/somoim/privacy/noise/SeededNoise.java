package org.somoim.privacy.noise;

import java.util.SplittableRandom;

/** The exact sampler on bits that anyone can have again who knows the seed. Never outside tests. */
public final class SeededNoise {
    private SeededNoise() {}

    public static NoiseSource of(long seed) {
        var random = new SplittableRandom(seed);
        return new ExactDiscreteLaplace(random::nextBoolean);
    }
}
