package org.somoim.personaldata;

import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/**
 * Socket. Each capability that has a table brings a plug, which answers for what is kept there: what it is, everything that
 * is there about one person, and that it goes when they do.
 */
public interface PersonalDataSource {

    /** What it keeps: every table, every column. */
    Inventory inventory();

    /**
     * Gives everything about a person, each thing once. Called outside a transaction: read page by page, so that no store
     * is held up by a reader who is slow.
     */
    void tell(Id<User> person, Consumer<Excerpt> to);

    /**
     * Inside the change that closes an account for good, before anything is removed: lets go of what others depend on, such
     * as being the one who owns a group. Whatever is thrown leaves the account as it was.
     */
    default void close(Work.Tx tx, Id<User> person) {}

    /** Whether this is what makes a person be there, and they are: true of accounts that are not erased, and of nothing else. */
    default boolean isAlive(Id<User> person) {
        return false;
    }

    /**
     * Inside a change: removes or severs what is there about a person, as {@link Inventory} says and the person wishes.
     * What is other people's stays as it is. Called until nothing is left, and again after a failure, so that each call
     * does something of what is still to be done.
     *
     * @param most how many rows at once, roughly; others want their turn
     * @return how many rows were removed or changed; 0 means that nothing is left
     */
    int erase(Work.Tx tx, Leaving leaving, int most);
}
