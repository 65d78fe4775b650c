package org.somoim.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Port. Keeps what people are writing. Writes must happen inside a transaction. */
public interface ForumDraftStore {

    /** Adds or replaces what there is under its id, tags too. */
    void put(ForumDraft draft);

    Optional<ForumDraft> find(Id<ForumDraft> draft);

    /** @return false if there was none */
    boolean remove(Id<ForumDraft> draft);

    /** Last changed first ({@code updatedAt}, then the id, greatest first). */
    List<ForumDraft> of(Id<User> person, @Nullable Cursor after, int limit);

    int count(Id<User> person);

    /** @return how many of {@code person} were removed */
    int removeOf(Id<User> person, int limit);

    /** @return how many were removed that were last changed before {@code before} */
    int prune(Instant before, int limit);
}
