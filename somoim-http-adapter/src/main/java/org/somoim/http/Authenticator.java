package org.somoim.http;

import java.time.Instant;
import java.util.Optional;
import org.somoim.kernel.Actor;
import org.somoim.sessions.AccessTokens;
import org.somoim.sessions.Sessions;

/** Says who is calling. What they may do is asked elsewhere, at every call. Safe between threads. */
@FunctionalInterface
public interface Authenticator {

    /**
     * Who holds {@code token}. Empty if it is not good, or not any more; never says why.
     *
     * @param token as it came in a header, of at most 4,096 characters
     */
    Optional<Actor> actor(String token, Instant now);

    /** Asks {@code next} about tokens that this one does not take. */
    default Authenticator or(Authenticator next) {
        return (token, now) -> actor(token, now).or(() -> next.actor(token, now));
    }

    /** Everyone who holds one of {@code tokens}, while the session that it belongs to is open. */
    static Authenticator of(AccessTokens tokens, Sessions sessions) {
        return (token, now) -> tokens.verify(token, now).flatMap(sessions::actor);
    }
}
