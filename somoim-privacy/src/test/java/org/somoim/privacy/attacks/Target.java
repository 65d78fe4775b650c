package org.somoim.privacy.attacks;

import org.somoim.privacy.PrivacyPlan;
import org.somoim.privacy.noise.NoiseSource;

/** Port. What is attacked: any number of communities that are alike. */
public interface Target {

    /** The promise that is put to the test. */
    PrivacyPlan plan();

    /** A new community in which nobody is. */
    CommunityUnderAttack open(PrivacyPlan plan, NoiseSource noise);

    default CommunityUnderAttack open(NoiseSource noise) {
        return open(plan(), noise);
    }
}
