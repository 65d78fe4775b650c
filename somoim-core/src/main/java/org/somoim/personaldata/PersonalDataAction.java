package org.somoim.personaldata;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may do what about the erasure of others. Only the host may begin one. */
public enum PersonalDataAction implements SiteAction {
    /** See which erasures are not finished. */
    WATCH,
    /** Go on with them. */
    RESUME;

    @Override
    public SiteRole least() {
        return SiteRole.ADMIN;
    }
}
