package org.somoim.comparison;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** What is done about comparisons on behalf of the whole community. */
public enum ComparisonAction implements SiteAction {
    /** Begin an epoch that is due, tell people of it, and remove what nobody wants to count any more. */
    RUN(SiteRole.ADMIN),
    /** See how well the promises are kept, and verify the ledger. */
    MEASURE(SiteRole.ADMIN);

    private final SiteRole least;

    ComparisonAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
