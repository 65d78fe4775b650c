package org.somoim.events;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** What may be done to all events of the community, by role. */
public enum EventSiteAction implements SiteAction {
    /** Remove for good what was deleted long ago. */
    PURGE(SiteRole.ADMIN),
    /** Make the occurrences of series that have come within sight. */
    GO_ON(SiteRole.ADMIN),
    /** Take back offered seats that nobody took up. */
    LAPSE(SiteRole.ADMIN),
    /** Remind those who wanted it, and forget what they wanted when it is long past. */
    REMIND(SiteRole.ADMIN);

    private final SiteRole least;

    EventSiteAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
