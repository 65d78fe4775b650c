package org.somoim.safety;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** What is done to alerts on behalf of the whole community. */
public enum SafetySiteAction implements SiteAction {
    /** Do what time has brought due: escalate, end, shred, remove. */
    KEEP_TIME(SiteRole.ADMIN);

    private final SiteRole least;

    SafetySiteAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
