package org.somoim.http.dashboard;

import java.time.Instant;
import java.util.Optional;
import org.somoim.sessions.AccessTokens;

/** There are none: sessions are not opened at the dashboard. */
final class Tokens implements AccessTokens {
    static final AccessTokens NONE = new Tokens();

    private Tokens() {}

    @Override
    public Issued issue(Holder holder, Instant now) {
        throw new UnsupportedOperationException("nobody signs in at the dashboard");
    }

    @Override
    public Optional<Holder> verify(String token, Instant now) {
        return Optional.empty();
    }
}
