package org.somoim.access;

/**
 * What an account is to one place, as one query finds it.
 *
 * @param active false if there is no such account, or it is suspended, deactivated or erased
 * @param standing never {@link Standing#VISITOR}
 * @param visibility of the place
 * @param deleted whether the place has been deleted and can still be brought back
 */
public record Footing(boolean active, Standing standing, Visibility visibility, boolean deleted) {

    /** Whether an account that stands so may do {@code action}. The one visibility decision; all others ask here. */
    public boolean allows(Action action) {
        return active && deleted == action.isForDeleted() && standing.isAtLeast(action.least(visibility));
    }

    /** The same without any right. */
    Footing barred() {
        return new Footing(false, standing, visibility, deleted);
    }
}
