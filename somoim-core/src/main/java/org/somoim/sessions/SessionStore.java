package org.somoim.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/** Port. Keeps sessions. Writes must happen inside a transaction. */
public interface SessionStore {

    void add(Session session);

    Optional<Session> find(Id<Session> session);

    /** Those of them that there are, in no particular order. */
    List<Session> all(Set<Id<Session>> sessions);

    /**
     * Replaces a session by what it is after one more use, if its secret still is {@code spent}. The store decides, so that
     * of many who use one secret at the same time one succeeds.
     *
     * @return false, and nothing is changed, if it is not (any more)
     */
    boolean refresh(Session next, Secrets.Digest spent);

    /** Latest use first; among those of one millisecond, the greatest id first. Expired ones may be among them. */
    List<Session> of(Id<User> person);

    /** @return false if there is no such session */
    boolean remove(Id<Session> session);

    /** Ends every session of a person. */
    int removeAll(Id<User> person);

    /**
     * Forgets sessions that have expired.
     *
     * @return how many, at most {@code limit}
     */
    int removeExpired(Instant now, int limit);
}
