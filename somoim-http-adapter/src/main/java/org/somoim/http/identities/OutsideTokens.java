package org.somoim.http.identities;

import java.util.Optional;
import org.somoim.identities.Arrival;
import org.somoim.kernel.Word;

/** Tokens that a provider outside issues. Safe between threads. */
public interface OutsideTokens {

    /** The host's word for the provider. */
    Word provider();

    /** Whether a token claims to be of this provider. Cheap, and proves nothing. */
    boolean claims(String token);

    /**
     * Who holds {@code token}. Empty if it is not good, or not any more; never says why.
     *
     * @throws org.somoim.kernel.StoreFailure if the provider's keys cannot be had, so that nobody can say
     */
    Optional<Arrival> check(String token);
}
