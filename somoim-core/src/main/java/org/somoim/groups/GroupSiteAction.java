package org.somoim.groups;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** What is done to groups on behalf of the whole community. */
public enum GroupSiteAction implements SiteAction {
    /** Remove for good what was deleted long enough ago. */
    PURGE(SiteRole.ADMIN),
    /** Give a group another owner where its own cannot act. */
    PASS_ON(SiteRole.ADMIN);

    private final SiteRole least;

    GroupSiteAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
