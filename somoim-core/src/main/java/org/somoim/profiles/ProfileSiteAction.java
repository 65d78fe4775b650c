package org.somoim.profiles;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may do what to other people's profiles, by role in the community. */
public enum ProfileSiteAction implements SiteAction {
    /** Grant and withdraw badges. */
    HONOUR;

    @Override
    public SiteRole least() {
        return SiteRole.ADMIN;
    }
}
