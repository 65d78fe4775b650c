package org.somoim.privacy;

import org.somoim.privacy.noise.NoiseSource;

/** How a raw number of people becomes one that may be published. */
@FunctionalInterface
interface Counting {

    /** @param raw changed by at most one by one person, in all that is counted at that epsilon together */
    long noised(long raw, Epsilon epsilon);

    /** The one place where noise meets people. */
    static Counting with(NoiseSource noise) {
        return (raw, epsilon) -> Math.addExact(raw, noise.draw(epsilon));
    }
}
