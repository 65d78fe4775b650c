package org.somoim.http.identities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.somoim.http.Authenticator;
import org.somoim.identities.Identities;
import org.somoim.kernel.Actor;

/**
 * Lets in whoever holds a good token of a provider outside, without any log-in here; the first call opens the account. That
 * an account is in good standing is asked at every call, so a suspension does not wait for the provider.
 */
public final class OutsideAuthenticator implements Authenticator {
    private static final Actor HOST = Actor.host("outside-tokens");

    private final Identities identities;
    private final List<? extends OutsideTokens> providers;

    public OutsideAuthenticator(Identities identities, List<? extends OutsideTokens> providers) {
        this.identities = identities;
        this.providers = List.copyOf(providers);
    }

    @Override
    public Optional<Actor> actor(String token, Instant now) {
        return providers.stream()
                .filter(provider -> provider.claims(token))
                .findFirst()
                .flatMap(provider -> provider.check(token))
                .map(arrival -> identities.arrive(HOST, arrival));
    }
}
