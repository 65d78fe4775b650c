package org.somoim.notifications;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may do what to everyone's notifications. */
public enum NotificationSiteAction implements SiteAction {
    PRUNE;

    @Override
    public SiteRole least() {
        return SiteRole.ADMIN;
    }
}
