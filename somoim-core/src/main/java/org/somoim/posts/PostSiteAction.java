package org.somoim.posts;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** What may be done to all posts and comments of the community, by role. */
public enum PostSiteAction implements SiteAction {
    PURGE(SiteRole.ADMIN);

    private final SiteRole least;

    PostSiteAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
