package org.somoim.chat;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/**
 * Who may do what between two people, by what one is to the page of the other, however visible that page is: a member
 * shares a group with its owner. A block, which bans from the page, takes everything. Only the two themselves get as far as
 * being asked.
 */
public enum DirectAction implements Action {
    /** What was said stays theirs when they do not share a group any more. */
    READ(Standing.PERSON),
    SEND(Standing.MEMBER),
    REACT(Standing.MEMBER),
    /** To begin. */
    OPEN(Standing.MEMBER);

    private final Standing least;

    DirectAction(Standing least) {
        this.least = least;
    }

    @Override
    public Standing least(Visibility visibility) {
        return least;
    }

    /** Whoever may not begin is not told whether there is anyone. */
    @Override
    public Action see() {
        return this == OPEN ? OPEN : READ;
    }

    @Override
    public boolean speaks() {
        return this == SEND || this == OPEN;
    }
}
