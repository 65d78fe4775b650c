package org.somoim.posts;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/** Who may do what with posts and comments in a group, by standing. What goes on pages is in {@link PageAction}. */
public enum PostAction implements Action {
    READ(Standing.PERSON, Standing.MEMBER, PageAction.READ),
    WRITE(Standing.MEMBER, Standing.MEMBER, PageAction.WRITE),
    COMMENT(Standing.MEMBER, Standing.MEMBER, PageAction.COMMENT),
    REACT(Standing.MEMBER, Standing.MEMBER, PageAction.REACT),
    PIN(Standing.MODERATOR, Standing.MODERATOR, PageAction.PIN),
    /** Of what one has not written oneself. */
    REMOVE_ANY(Standing.MODERATOR, Standing.MODERATOR, PageAction.REMOVE_ANY),
    /** Of what one has not written oneself. */
    READ_HISTORY(Standing.MODERATOR, Standing.MODERATOR, PageAction.READ_HISTORY);

    private final Standing ifPublic;
    private final Standing otherwise;
    private final PageAction onPage;

    PostAction(Standing ifPublic, Standing otherwise, PageAction onPage) {
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
        return READ;
    }

    @Override
    public boolean speaks() {
        return this == WRITE || this == COMMENT;
    }

    /** The same on a person's page. */
    PageAction onPage() {
        return onPage;
    }
}
