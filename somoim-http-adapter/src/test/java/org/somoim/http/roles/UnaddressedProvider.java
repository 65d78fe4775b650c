package org.somoim.http.roles;

import java.util.Optional;
import org.somoim.http.identities.OutsideTokens;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.kernel.Word;

/** A provider that knows everyone and nobody's address, so that nobody's account is linked. */
final class UnaddressedProvider implements OutsideTokens {

    @Override
    public Word provider() {
        return new Word("keycloak");
    }

    @Override
    public boolean claims(String token) {
        return false;
    }

    @Override
    public Optional<Arrival> check(String token) {
        return Optional.of(new Arrival(new Identity(provider(), new Subject(token)), null, null, null));
    }
}
