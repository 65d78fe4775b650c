package org.somoim.operations;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may look at how the library works, and do something about it. */
public enum OperationsAction implements SiteAction {
    /** See facts, listeners, jobs, migrations and copies. Nothing of it says what anybody did. */
    WATCH,
    /** Let a listener try again what it could not take. */
    RETRY,
    /** Copy the whole community. */
    BACK_UP,
    /** Look for everything that must be true of a store or a copy. */
    VERIFY;

    @Override
    public SiteRole least() {
        return SiteRole.ADMIN;
    }
}
