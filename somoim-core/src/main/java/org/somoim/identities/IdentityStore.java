package org.somoim.identities;

import java.util.List;
import java.util.Optional;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** Port. Keeps by which outside identities people enter. Writes must happen inside a transaction. */
public interface IdentityStore {

    /**
     * Keeps a new link. The store decides, so that of two who try at the same time one succeeds.
     *
     * @return false, and nothing is kept, if the identity belongs to someone, or the person has one of this provider
     */
    boolean add(LinkedIdentity link);

    /** Replaces what the provider calls the person of this link, and when that was last changed. */
    void put(LinkedIdentity link);

    Optional<LinkedIdentity> find(Identity identity);

    /** In the order of the providers' words. */
    List<LinkedIdentity> of(Id<User> person);

    /** @return false if the person has none of this provider */
    boolean remove(Id<User> person, Word provider);

    /** Forgets every outside identity of a person. */
    void removeAll(Id<User> person);
}
