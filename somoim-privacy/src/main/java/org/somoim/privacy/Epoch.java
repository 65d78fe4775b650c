package org.somoim.privacy;

import org.somoim.privacy.noise.NoiseSource;

/** One epoch: cuts the people into tiles, counts them, and lets out what may be let out. The only place that draws noise. */
public final class Epoch {
    private Epoch() {}

    /**
     * Draws an epoch. Costs each person {@link PrivacyPlan#epsilon()}; call it once for a population and epoch, keep what it
     * gives, and let go of {@code frozen}.
     */
    public static EpochDraw draw(PrivacyPlan plan, Frozen frozen, NoiseSource noise) {
        throw new UnsupportedOperationException();
    }
}
