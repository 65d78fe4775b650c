package org.somoim.profiles;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** For other capabilities: what people have come to here. */
public final class Levels {
    private final ProfileStore store;

    public Levels(ProfileStore store) {
        this.store = store;
    }

    /** Inside a transaction. Where everyone begins, of somebody without a profile. */
    public ContributionStanding of(Id<User> person) {
        return store.find(person).map(Profile::standing).orElse(ContributionStanding.NONE);
    }
}
