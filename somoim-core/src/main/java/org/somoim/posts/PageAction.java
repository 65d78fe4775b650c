package org.somoim.posts;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/** Who may do what with posts and comments on a person's page. Everyone who may read may also answer. */
public enum PageAction implements Action {
    READ(Standing.PERSON, Standing.MEMBER),
    WRITE(Standing.OWNER, Standing.OWNER),
    COMMENT(Standing.PERSON, Standing.MEMBER),
    REACT(Standing.PERSON, Standing.MEMBER),
    PIN(Standing.OWNER, Standing.OWNER),
    /** Of what one has not written oneself. */
    REMOVE_ANY(Standing.OWNER, Standing.OWNER),
    /** Of what one has not written oneself. */
    READ_HISTORY(Standing.OWNER, Standing.OWNER);

    private final Standing ifPublic;
    private final Standing ifPrivate;

    PageAction(Standing ifPublic, Standing ifPrivate) {
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
        return READ;
    }

    @Override
    public boolean speaks() {
        return this == WRITE || this == COMMENT;
    }
}
