package org.somoim.safety;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/**
 * Who may do what with the alerts of a group, by standing in it. On top of that, only those who were called see an alert, and
 * nobody who is parted from the caller by a block; see {@link Alerts}.
 */
public enum SafetyAction implements Action {
    /** See those alerts that one was called by, answer and end them. */
    SEE(Standing.MEMBER),
    /** Call the group for help. */
    RAISE(Standing.MEMBER),
    /** See alerts that one was not called by, without the caller's location, and end them. */
    LOOK_AFTER(Standing.MODERATOR),
    /** Call the group for an exercise. */
    DRILL(Standing.MODERATOR);

    private final Standing least;

    SafetyAction(Standing least) {
        this.least = least;
    }

    /** However far a group is seen from: calls for help are the business of those who belong. */
    @Override
    public Standing least(Visibility visibility) {
        return least;
    }

    @Override
    public Action see() {
        return SEE;
    }
}
