package org.somoim.comparison;

import java.time.Instant;
import org.somoim.kernel.Fact;
import org.somoim.kernel.FactListener;
import org.somoim.kernel.Word;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.ProfileFact;
import org.somoim.profiles.Profiles;

/**
 * Forgets what somebody contributed who does not want to count any more. Until it hears of that, the figures are there but
 * count nowhere: whoever freezes an epoch reads the settings.
 */
public final class ContributionKeeper implements FactListener {
    private static final Word NAME = new Word("comparison-contributions");

    private final ComparisonStore store;
    private final Profiles profiles;

    public ContributionKeeper(ComparisonStore store, Profiles profiles) {
        this.store = store;
        this.profiles = profiles;
    }

    @Override
    public Word name() {
        return NAME;
    }

    @Override
    public void on(Fact fact, Instant at) {
        if (fact instanceof ProfileFact.SettingChanged changed
                && (changed.setting() == PrivacySetting.CONTRIBUTE_TO_COMPARISONS
                        || changed.setting() == PrivacySetting.ANONYMIZE_IN_COMPARISONS)
                && !profiles.countsInComparisons(changed.userId())) {
            store.remove(changed.userId());
        }
    }
}
