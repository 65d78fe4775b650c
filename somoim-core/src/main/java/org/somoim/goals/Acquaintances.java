package org.somoim.goals;

import java.util.List;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.privacy.redaction.KnownPeople;

/** Where goals learn whom a person's story may speak of. Handed in by whoever knows people and groups. */
@FunctionalInterface
public interface Acquaintances {

    /** The person themself, the groups they belong to, and who else does. Asked inside a transaction. */
    KnownPeople of(Id<User> person);

    /** Nobody. */
    static Acquaintances none() {
        return person -> KnownPeople.of(List.of());
    }
}
