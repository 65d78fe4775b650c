package org.somoim.calendar;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/** Who may do what with the calendar of a group, by standing. */
public enum CalendarAction implements Action {
    /** Read what concerns members, and subscribe to it. */
    SEE(Standing.MEMBER);

    private final Standing least;

    CalendarAction(Standing least) {
        this.least = least;
    }

    @Override
    public Standing least(Visibility visibility) {
        return least;
    }

    @Override
    public Action see() {
        return SEE;
    }
}
