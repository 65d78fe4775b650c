package org.somoim.chat;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/**
 * Who may do what in the conversation of a group, by standing. Members only, however far the group can be seen from: what
 * is said among people in a room is not said to the street. What goes between two people is in {@link DirectAction}.
 */
public enum ChatAction implements Action {
    READ(Standing.MEMBER),
    SEND(Standing.MEMBER),
    REACT(Standing.MEMBER),
    /** Of what one has not written oneself. */
    REMOVE_ANY(Standing.MODERATOR);

    private final Standing least;

    ChatAction(Standing least) {
        this.least = least;
    }

    @Override
    public Standing least(Visibility visibility) {
        return least;
    }

    @Override
    public Action see() {
        return READ;
    }

    @Override
    public boolean speaks() {
        return this == SEND;
    }
}
