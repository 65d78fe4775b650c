package org.somoim.http.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.mail.Email;
import org.somoim.memory.Community;

/** Entering with a provider's token, through the whole API. */
class OutsideEntranceTest {
    private static final RSAKey KEY = FakeProvider.rsa("first");

    private final Community town = new Community();
    private final FakeProvider provider = new FakeProvider(town.clock, KEY.toPublicJWK());
    private final Client client = Client.of(Api.of(
            town.somoim, new PlainTokens(), List.of(new OidcTokens(provider.provider(), town.clock)), town.clock));

    @AfterEach
    void stop() {
        provider.close();
    }

    private Client outside() {
        return client.withToken(provider.token(KEY));
    }

    @Test
    @Covers({"ACC-10", "ACC-14"})
    void theFirstCallWithAProvidersTokenOpensTheAccountAndTheNextFindsIt() {
        Reply first = outside().get("/me/account");
        assertThat(first.status()).isEqualTo(200);

        town.clock.advance(Duration.ofSeconds(30));
        assertThat(outside().get("/me/account").text()).isEqualTo(first.text());
        assertThat(outside().get("/me").text()).contains("민지").doesNotContain("김민지");
        assertThat(outside().get("/me/identities").text()).contains("keycloak").doesNotContain("6f1c");
    }

    @Test
    @Covers("ACC-10")
    void aTokenThatIsNotGoodIsRefusedLikeAnyOther() {
        assertThat(client.withToken(provider.token(KEY, claims -> claims.audience("else")))
                        .get("/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    @Covers("ACC-10")
    void whoeverHasAnAccountLinksTheProviderFromInside() {
        Actor.Person minji = town.person("Minji", Email.of("minji@example.org"));
        String proof = "{'provider': 'keycloak', 'token': '%s'}";
        assertThat(outside().get("/me").status()).isEqualTo(409);

        Client inside = client.as(minji.id());
        assertThat(inside.post("/me/identities", proof.formatted("a.b.c")).status())
                .isEqualTo(401);
        assertThat(inside.post("/me/identities", "{'provider': 'github', 'token': 'x'}")
                        .status())
                .isEqualTo(422);
        assertThat(inside.post("/me/identities", proof.formatted(provider.token(KEY)))
                        .status())
                .isEqualTo(200);
        assertThat(outside().get("/me/account").text()).contains(minji.id().toString());
        assertThat(inside.delete("/me/identities/keycloak").status()).isEqualTo(204);
        assertThat(outside().get("/me").status()).isEqualTo(409);
    }

    @Test
    @Covers({"ACC-8", "ACC-10", "ACC-12"})
    void aSuspensionDoesNotWaitForTheProvider() {
        outside().get("/me/account");
        var minji =
                town.somoim.accounts().holderOf(Email.of("minji@example.org")).orElseThrow();
        town.somoim.accounts().suspend(Actor.host("test"), minji);

        assertThat(outside().get("/me/account").status()).isEqualTo(401);
    }
}
