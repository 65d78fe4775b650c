package org.somoim.goals;

import org.somoim.access.SiteAction;
import org.somoim.access.SiteRole;

/** What is done about shared goals on behalf of the whole community. */
public enum GoalAction implements SiteAction {
    /** Count what was given since, and forget how shares looked before. */
    TURN(SiteRole.ADMIN);

    private final SiteRole least;

    GoalAction(SiteRole least) {
        this.least = least;
    }

    @Override
    public SiteRole least() {
        return least;
    }
}
