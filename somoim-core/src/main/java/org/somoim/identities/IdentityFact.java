package org.somoim.identities;

import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** What can happen to outside identities. */
public sealed interface IdentityFact extends Fact {
    /** From now on there is one more way into this account. */
    record Linked(Id<User> userId) implements IdentityFact {}

    record Unlinked(Id<User> userId) implements IdentityFact {}
}
