package org.somoim.idempotency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.User;

/** Port. Remembers for a while which calls had their effect. Writes must happen inside a transaction. */
public interface DoneCallStore {

    /** @throws IllegalStateException if this person has used this key */
    void add(DoneCall call);

    Optional<DoneCall> find(Id<User> person, IdempotencyKey key);

    /** Of one person, in the order of their keys. */
    List<DoneCall> of(Id<User> person);

    /** Forgets every call of a person. */
    int removeAll(Id<User> person);

    /**
     * Forgets calls that were made before {@code time}.
     *
     * @return how many, at most {@code limit}
     */
    int removeBefore(Instant time, int limit);

    /** @throws RuntimeException if there is one under this pseudonym */
    void addVeiled(VeiledCall call);

    Optional<VeiledCall> findVeiled(Digest pseudonym);

    /**
     * Forgets veiled calls that are kept until {@code time} or before.
     *
     * @return how many, at most {@code limit}
     */
    int removeVeiled(Instant time, int limit);
}
