package org.somoim.accounts;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may do what to other people's accounts, by role in the community. */
public enum AccountAction implements SiteAction {
    /** Read accounts, e-mail addresses included. */
    LOOK_UP(SiteRole.ADMIN),
    /** Open an account for someone whom the host signs in itself. */
    OPEN(SiteRole.ADMIN),
    APPOINT(SiteRole.ADMIN),
    SUSPEND(SiteRole.ADMIN),
    REINSTATE(SiteRole.ADMIN),
    /** Forget letters that are no longer good. */
    PRUNE(SiteRole.ADMIN);

    private final SiteRole least;

    AccountAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
