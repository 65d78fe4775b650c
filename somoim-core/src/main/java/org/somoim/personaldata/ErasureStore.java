package org.somoim.personaldata;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps who is being erased and how far it has come. Writes must happen inside a transaction. */
public interface ErasureStore {

    /** Keeps a new erasure in place of any earlier one of the same person. */
    void add(Erasure erasure);

    /** Replaces the state of one that is there, and when it changed. */
    void put(Erasure erasure);

    Optional<Erasure> find(Id<Erasure> erasure);

    Optional<Erasure> of(Id<User> person);

    /**
     * Those that are not finished, oldest first.
     *
     * @param after only later ones than this, or null
     */
    List<Erasure> unfinished(@Nullable Cursor after, int limit);

    /**
     * Forgets those that were finished before {@code time}.
     *
     * @return how many, at most {@code limit}
     */
    int prune(Instant time, int limit);
}
