package org.somoim.forum;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** What may be done to the whole forum, by role. */
public enum ForumSiteAction implements SiteAction {
    /** Make and change categories, and say who looks after them. */
    BUILD(SiteRole.ADMIN),
    /** Look after every category. */
    CURATE(SiteRole.MODERATOR),
    PURGE(SiteRole.ADMIN);

    private final SiteRole least;

    ForumSiteAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
