package org.somoim.idempotency;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may do what to what is kept of other people's calls. */
public enum IdempotencyAction implements SiteAction {
    PRUNE(SiteRole.ADMIN);

    private final SiteRole least;

    IdempotencyAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
