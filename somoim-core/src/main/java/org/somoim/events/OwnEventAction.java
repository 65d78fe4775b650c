package org.somoim.events;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/** Who may do what with the events that a person hosts, by what one is to that person's page. */
public enum OwnEventAction implements Action {
    SEE(Standing.PERSON, Standing.MEMBER),
    /** See an event that is not public, and how to get to one whose place is for members. */
    SEE_CLOSED(Standing.MEMBER, Standing.MEMBER),
    /** Say whether one comes, and see who does. */
    ANSWER(Standing.PERSON, Standing.MEMBER),
    /** Call, change, cancel and delete; see everyone who comes, and let people in. */
    CALL(Standing.OWNER, Standing.OWNER);

    private final Standing ifPublic;
    private final Standing ifPrivate;

    OwnEventAction(Standing ifPublic, Standing ifPrivate) {
        this.ifPublic = ifPublic;
        this.ifPrivate = ifPrivate;
    }

    @Override
    public Standing least(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> ifPublic;
            case PRIVATE -> ifPrivate;
            case SECRET -> Standing.OWNER;
        };
    }

    @Override
    public Action see() {
        return this == SEE_CLOSED ? SEE_CLOSED : SEE;
    }

    @Override
    public boolean speaks() {
        return this == CALL;
    }
}
