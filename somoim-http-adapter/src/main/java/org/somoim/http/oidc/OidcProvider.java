package org.somoim.http.oidc;

import java.net.URI;
import java.util.Set;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.Word;

/**
 * An OpenID provider whose access tokens are taken, and how it is known.
 *
 * @param name the host's word for it; kept with each identity, so never changed
 * @param issuer as it stands in the tokens, to the letter
 * @param audience of this community; a token for somebody else is not taken
 * @param keys where its JSON Web Key Set is; https, or http on this machine
 * @param nameClaim which claim becomes the name that others see, such as {@code nickname}; a full name is nobody else's
 *     business unless the host says so
 */
public record OidcProvider(Word name, String issuer, String audience, URI keys, String nameClaim) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws StartFailure if the keys would come over an open line, or issuer or audience is blank */
    public OidcProvider {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new StartFailure(
                    "The OpenID provider " + name + " has no issuer or no audience.",
                    "OidcProvider",
                    "Without them anyone's token would do.",
                    "Set the issuer as the provider's discovery document has it, and the audience that it puts into tokens"
                            + " for this community.",
                    null);
        }
        boolean isSafe = "https".equals(keys.getScheme())
                || "http".equals(keys.getScheme()) && keys.getHost() != null && HERE.contains(keys.getHost());
        if (!isSafe) {
            throw new StartFailure(
                    "The keys of the OpenID provider " + name + " would come over an open line.",
                    keys.toString(),
                    "Whoever can change them on the way can sign in as anyone.",
                    "Use the provider's https address.",
                    null);
        }
    }

    /** With nicknames for names. */
    public OidcProvider(Word name, String issuer, String audience, URI keys) {
        this(name, issuer, audience, keys, "nickname");
    }

    /**
     * A realm of Keycloak.
     *
     * @param realm its address, such as {@code https://id.example.org/realms/town}
     */
    public static OidcProvider keycloak(URI realm, String audience) {
        return new OidcProvider(
                new Word("keycloak"), realm.toString(), audience, URI.create(realm + "/protocol/openid-connect/certs"));
    }
}
