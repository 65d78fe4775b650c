package org.somoim.audit;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** Who may do what with the audit log. Nobody may change it. */
public enum AuditAction implements SiteAction {
    READ,
    VERIFY;

    @Override
    public SiteRole least() {
        return SiteRole.ADMIN;
    }
}
