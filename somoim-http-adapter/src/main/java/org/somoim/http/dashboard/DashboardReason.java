package org.somoim.http.dashboard;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** Everything that the dashboard itself refuses. */
public enum DashboardReason implements Reason {
    RANK_TOO_LOW(
            Kind.FORBIDDEN,
            "Your rank at this dashboard does not allow that. Ask whoever runs the host for a higher one."),
    READ_ONLY(Kind.FORBIDDEN, "This dashboard only shows. Make the change where the host allows changes."),
    FOREIGN_PAGE(
            Kind.FORBIDDEN,
            "This call does not come from a page of this dashboard. Open the dashboard itself and try again.");

    private final Kind kind;
    private final String advice;

    DashboardReason(Kind kind, String advice) {
        this.kind = kind;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String advice() {
        return advice;
    }
}
