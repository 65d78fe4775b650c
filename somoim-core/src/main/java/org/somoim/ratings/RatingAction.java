package org.somoim.ratings;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** What is done about ratings on behalf of the whole community. */
public enum RatingAction implements SiteAction {
    /** Make those count that are due. */
    PUBLISH(SiteRole.ADMIN);

    private final SiteRole least;

    RatingAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
