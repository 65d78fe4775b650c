package org.somoim.privacy.noise;

import org.somoim.privacy.Epsilon;

/**
 * Port. Where the noise comes from that is added to a count which one person changes by at most one.
 *
 * <p>A source may be shared by threads and never gives the same noise to two callers.
 */
public interface NoiseSource {

    /** One draw with probability proportional to {@code exp(-epsilon * |x|)} on the whole numbers, in people. */
    long draw(Epsilon epsilon);
}
