package org.somoim.sessions;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * Port. Short-lived proof that someone has signed in, for calls that come over a wire. A token says who is asking and in
 * which session, and nothing about what they may do: that is asked of the store at every call, so that a suspension, a
 * change of role or the end of the session takes effect at once.
 */
public interface AccessTokens {

    Issued issue(Holder holder, Instant now);

    /** Whose token this is. Empty if it was not issued here, has been tampered with, or has expired; never says which. */
    Optional<Holder> verify(String token, Instant now);

    /** Keys by which others can verify tokens; none where only a shared secret does. */
    default List<PublishedKey> published() {
        return List.of();
    }

    /**
     * Who holds a token.
     *
     * @param session in which they have signed in, or null for a token that a host issues by itself, which then is good until
     *     it expires
     */
    record Holder(Id<User> person, @Nullable Id<Session> session) {}

    /** @param expires not valid from this instant on */
    record Issued(Secrets.Secret token, Instant expires) {}

    /** @param id stands in the tokens that this key has signed */
    record PublishedKey(Word id, PublicKey key) {}
}
