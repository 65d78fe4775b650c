package org.somoim.statistics;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may see the community in numbers. */
public enum StatisticsAction implements SiteAction {
    SEE;

    @Override
    public SiteRole least() {
        return SiteRole.ADMIN;
    }
}
