package org.somoim.accounts;

import java.time.Instant;
import java.util.Optional;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;

/**
 * Port. Short-lived proof that someone has signed in, for calls that come over a wire. A token says who is asking and
 * nothing about what they may do: that is asked of the store at every call, so that a suspension or a change of role
 * takes effect at once.
 */
public interface AccessTokens {

    Issued issue(Id<User> person, Instant now);

    /** Whose token this is. Empty if it was not issued here, has been tampered with, or has expired; never says which. */
    Optional<Id<User>> verify(String token, Instant now);

    /** @param expires not valid from this instant on */
    record Issued(Secrets.Secret token, Instant expires) {}
}
