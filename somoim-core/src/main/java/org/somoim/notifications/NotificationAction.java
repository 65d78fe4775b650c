package org.somoim.notifications;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/** Who may do what about the notifications of a group. What is in one's own list needs no standing but the kind's. */
public enum NotificationAction implements Action {
    /** Turning off what comes from a group. Outsiders may: they can be invited again and again. */
    SILENCE;

    @Override
    public Standing least(Visibility visibility) {
        return visibility == Visibility.SECRET ? Standing.INVITED : Standing.PERSON;
    }

    @Override
    public Action see() {
        return SILENCE;
    }
}
