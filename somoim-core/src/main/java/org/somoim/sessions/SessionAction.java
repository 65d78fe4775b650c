package org.somoim.sessions;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may do what to other people's sessions, by role in the community. */
public enum SessionAction implements SiteAction {
    /** End every session of someone. */
    END(SiteRole.ADMIN),
    PRUNE(SiteRole.ADMIN);

    private final SiteRole least;

    SessionAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
