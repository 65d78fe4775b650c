package org.somoim.events;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/** Who may do what with the events of a group, by standing. What goes for a person's own events is in {@link OwnEventAction}. */
public enum EventAction implements Action {
    SEE(Standing.PERSON, Standing.MEMBER, OwnEventAction.SEE),
    /** See an event that is not public, and how to get to one whose place is for members. */
    SEE_CLOSED(Standing.MEMBER, Standing.MEMBER, OwnEventAction.SEE_CLOSED),
    /** Say whether one comes, and see who does. */
    ANSWER(Standing.MEMBER, Standing.MEMBER, OwnEventAction.ANSWER),
    /** Call an event, and change and cancel what one has called. */
    CALL(Standing.MEMBER, Standing.MEMBER, OwnEventAction.CALL),
    /** Change, cancel, delete what others have called; see everyone who comes, and let people in. */
    MANAGE(Standing.MODERATOR, Standing.MODERATOR, OwnEventAction.CALL);

    private final Standing ifPublic;
    private final Standing otherwise;
    private final OwnEventAction onPage;

    EventAction(Standing ifPublic, Standing otherwise, OwnEventAction onPage) {
        this.ifPublic = ifPublic;
        this.otherwise = otherwise;
        this.onPage = onPage;
    }

    @Override
    public Standing least(Visibility visibility) {
        return visibility == Visibility.PUBLIC ? ifPublic : otherwise;
    }

    @Override
    public Action see() {
        return this == SEE_CLOSED ? SEE_CLOSED : SEE;
    }

    @Override
    public boolean speaks() {
        return this == CALL;
    }

    /** The same for an event that a person hosts. */
    OwnEventAction onPage() {
        return onPage;
    }
}
