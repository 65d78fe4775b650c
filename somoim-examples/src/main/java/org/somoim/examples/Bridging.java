package org.somoim.examples;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.somoim.Somoim;
import org.somoim.http.Api;
import org.somoim.http.Router;
import org.somoim.http.oidc.OidcProvider;
import org.somoim.http.oidc.OidcTokens;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.sessions.AccessTokens;

/** People whom somebody else has signed in: the host itself, or an OpenID provider. */
final class Bridging {
    private Bridging() {}

    /** @param sessionBegan when the host's own user logged in */
    static Actor bridge(Somoim somoim, String hostUserId, String email, String name, Instant sessionBegan) {
        // tag::bridge
        var identity = new Identity(new Word("my-shop"), new Subject(hostUserId));
        Actor actor = somoim.identities()
                .arrive(Actor.host("bridge"), new Arrival(identity, Email.of(email), Line.of(name), sessionBegan));
        // end::bridge
        return actor;
    }

    static Router behindKeycloak(Somoim somoim, AccessTokens tokens, InstantSource clock) {
        // tag::keycloak
        var keycloak = OidcProvider.keycloak(URI.create("https://id.example.org/realms/town"), "community");
        Router router = Api.of(somoim, tokens, List.of(new OidcTokens(keycloak, clock)), clock);
        // end::keycloak
        return router;
    }
}
