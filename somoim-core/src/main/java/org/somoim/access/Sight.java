package org.somoim.access;

import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/**
 * The visibility decision for one action, spelled out so that a store can apply it to a whole list: the weakest standing
 * for each visibility. Made from the same table that {@link Access#require} reads.
 */
public record Sight(Id<User> viewer, Standing ifPublic, Standing ifPrivate, Standing ifSecret) {

    static Sight of(Id<User> viewer, Action action) {
        return new Sight(
                viewer,
                action.least(Visibility.PUBLIC),
                action.least(Visibility.PRIVATE),
                action.least(Visibility.SECRET));
    }

    /** What a store on another medium must agree with. */
    public boolean allows(Visibility visibility, Standing standing) {
        return standing.isAtLeast(
                switch (visibility) {
                    case PUBLIC -> ifPublic;
                    case PRIVATE -> ifPrivate;
                    case SECRET -> ifSecret;
                });
    }

    /** {@link Standing#ordinal()}, for comparison in SQL. */
    public int publicRank() {
        return ifPublic.ordinal();
    }

    /** {@link Standing#ordinal()}, for comparison in SQL. */
    public int privateRank() {
        return ifPrivate.ordinal();
    }

    /** {@link Standing#ordinal()}, for comparison in SQL. */
    public int secretRank() {
        return ifSecret.ordinal();
    }
}
