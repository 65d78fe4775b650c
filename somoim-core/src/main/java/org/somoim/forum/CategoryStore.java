package org.somoim.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps the tree of categories, and who looks after them. Writes must happen inside a transaction. */
public interface CategoryStore {

    void add(Category category);

    /** Replaces what there is under its id. */
    void put(Category category);

    Optional<Category> find(Id<Category> category);

    /** The category itself first, then the one it stands in, and so on to the top. Empty if there is no such category. */
    List<Category> path(Id<Category> category);

    /** Every category, in the order of {@code createdAt}, then of ids. */
    List<Category> all();

    /** Whether neither a category nor a topic, deleted or not, stands in it. */
    boolean isEmpty(Id<Category> category);

    /** Removes a category in which nothing stands, with its moderators and what people are drafting for it. @return false if there was none */
    boolean remove(Id<Category> category);

    /** @return false, and nothing is changed, if this person looks after it already */
    boolean addModerator(Id<Category> category, Id<User> person, Instant at);

    /** @return false if this person did not */
    boolean removeModerator(Id<Category> category, Id<User> person);

    /** Who was appointed to these, in the order of the categories' ids, then of the people's. */
    List<Moderator> moderators(Set<Id<Category>> categories);

    /** What this person was appointed to, in the order of the categories' ids. */
    List<Moderator> moderatorships(Id<User> person);

    /** @return from how many categories {@code person} was dismissed */
    int removeModeratorships(Id<User> person);

    /** That somebody looks after a category. */
    record Moderator(Id<Category> categoryId, Id<User> userId, Instant createdAt) {}
}
