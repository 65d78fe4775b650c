package org.somoim.http.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.kernel.Line;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.TestClock;

class OidcTokensTest {
    private static final RSAKey RSA = FakeProvider.rsa("first");
    private static final ECKey EC = FakeProvider.ec("second");

    private final TestClock clock = new TestClock();
    private final FakeProvider provider = new FakeProvider(clock, RSA.toPublicJWK(), EC.toPublicJWK());
    private final OidcTokens tokens = new OidcTokens(provider.provider(), clock);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    @Covers("ACC-10")
    void aGoodTokenSaysWhoHasComeAndWhatTheProviderKnowsOfThem() {
        var minji = new Arrival(
                new Identity(new Word("keycloak"), new Subject("6f1c")),
                Email.of("minji@example.org"),
                Line.of("민지"),
                null);
        Instant signedIn = Instant.ofEpochSecond(clock.instant().getEpochSecond() - 60);

        assertThat(tokens.check(provider.token(RSA))).contains(minji);
        assertThat(tokens.check(provider.token(EC))).contains(minji);
        assertThat(tokens.check(provider.token(EC, new JOSEObjectType("at+jwt"), claims -> claims)))
                .contains(minji);
        assertThat(tokens.check(provider.token(RSA, claims -> claims.claim("auth_time", signedIn.getEpochSecond())))
                        .map(Arrival::signedInAt))
                .contains(signedIn);
    }

    @Test
    @Covers("ACC-10")
    void anAddressCountsOnlyIfTheProviderHasSeenItProved() {
        for (Object proven : new Object[] {false, "true", 1, null}) {
            assertThat(tokens.check(provider.token(RSA, claims -> claims.claim("email_verified", proven)))
                            .orElseThrow()
                            .email())
                    .as("email_verified %s", proven)
                    .isNull();
        }
    }

    @Test
    @Covers("ACC-10")
    void aNameThatCannotBeShownKeepsNobodyOut() {
        for (Object name : new Object[] {"", "a\nb", "x".repeat(101), 7, null}) {
            Arrival arrival = tokens.check(provider.token(RSA, claims -> claims.claim("nickname", name)))
                    .orElseThrow();
            assertThat(arrival.displayName()).as("nickname %s", name).isNull();
        }
    }

    @Test
    @Covers({"ACC-10", "SEC-2"})
    void whatIsNotAGoodAccessTokenIsNobodys() throws JOSEException {
        Date past = Date.from(clock.instant().minusSeconds(1));
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = new LinkedHashMap<>();
        wrong.put("another issuer", claims -> claims.issuer("https://evil.example.org"));
        wrong.put("another audience", claims -> claims.audience("somebody-else"));
        wrong.put("no audience", claims -> claims.audience((String) null));
        wrong.put("expired", claims -> claims.expirationTime(past));
        wrong.put("expires now", claims -> claims.expirationTime(Date.from(clock.instant())));
        wrong.put("never expires", claims -> claims.expirationTime(null));
        wrong.put(
                "not yet good",
                claims -> claims.notBeforeTime(Date.from(clock.instant().plusSeconds(30))));
        wrong.put(
                "issued in the future",
                claims -> claims.issueTime(Date.from(clock.instant().plusSeconds(61))));
        wrong.put("no issue time", claims -> claims.issueTime(null));
        wrong.put("no subject", claims -> claims.subject(null));
        wrong.put("a subject with a space", claims -> claims.subject("a b"));
        wrong.put("an e-mail address that is none", claims -> claims.claim("email", "minji"));
        wrong.put("an ID token", claims -> claims.claim("typ", "ID"));
        wrong.put("a refresh token", claims -> claims.claim("typ", "Refresh"));

        wrong.forEach((why, change) ->
                assertThat(tokens.check(provider.token(RSA, change))).as(why).isEmpty());
        assertThat(tokens.check(provider.token(RSA, new JOSEObjectType("dpop+jwt"), claims -> claims)))
                .isEmpty();
        assertThat(tokens.check("")).isEmpty();
        assertThat(tokens.check("a.b.c")).isEmpty();
        String good = provider.token(RSA);
        assertThat(tokens.check(good.substring(0, good.length() - 2))).isEmpty();
        assertThat(tokens.check(good)).isPresent();
    }

    @Test
    @Covers({"ACC-10", "SEC-2"})
    void noneAndASecretMadeOfThePublicKeyAreNoSignatures() throws JOSEException {
        var unsigned = new PlainJWT(new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(FakeProvider.AUDIENCE)
                .subject("6f1c")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .build());
        var confused = new OctetSequenceKey.Builder(RSA.toRSAPublicKey().getEncoded())
                .keyID("first")
                .build();

        assertThat(tokens.check(unsigned.serialize())).isEmpty();
        assertThat(tokens.check(provider.token(confused))).isEmpty();
        assertThat(tokens.check(provider.token(FakeProvider.rsa("first")))).isEmpty();
    }

    @Test
    @Covers("ACC-10")
    void theKeysAreFetchedOnceForManyTokens() {
        for (int i = 0; i < 20; i++) {
            assertThat(tokens.check(provider.token(i % 2 == 0 ? RSA : EC))).isPresent();
        }

        assertThat(provider.fetched).hasValue(1);
    }

    @Test
    @Covers("ACC-10")
    void aKeyThatIsNewAtTheProviderIsFound() {
        assertThat(tokens.check(provider.token(RSA))).isPresent();
        ECKey fresh = FakeProvider.ec("third");
        provider.publish(fresh.toPublicJWK());

        assertThat(tokens.check(provider.token(fresh))).isPresent();
        assertThat(tokens.check(provider.token(RSA))).isEmpty();
    }

    @Test
    @Covers({"ACC-10", "SEC-4"})
    void madeUpKeyIdsDoNotBecomeCallsToTheProvider() {
        assertThat(tokens.check(provider.token(RSA))).isPresent();
        for (int i = 0; i < 50; i++) {
            ECKey madeUp = new ECKey.Builder(EC).keyID("made-up-" + i).build();
            assertThat(tokens.check(provider.token(madeUp))).isEmpty();
        }

        assertThat(provider.fetched.get()).isLessThanOrEqualTo(3);
        assertThat(tokens.check(provider.token(RSA))).isPresent();
    }

    @Test
    @Covers("ACC-10")
    void aProviderThatIsDownKeepsNobodyOutWhoseKeyIsKnown() {
        assertThat(tokens.check(provider.token(RSA))).isPresent();
        provider.goDown();

        assertThat(tokens.check(provider.token(EC))).isPresent();
        var later = new OidcTokens(provider.provider(), clock);
        assertThatThrownBy(() -> later.check(provider.token(RSA))).isInstanceOf(StoreFailure.class);
    }

    @Test
    @Covers("ACC-10")
    void aTokenOfAnotherIssuerIsLeftToOthers() {
        assertThat(tokens.claims(provider.token(RSA))).isTrue();
        assertThat(tokens.claims(provider.token(RSA, claims -> claims.issuer("somewhere-else"))))
                .isFalse();
        assertThat(tokens.claims("not a token")).isFalse();
        assertThat(tokens.check(provider.token(RSA))).map(Arrival::identity).isPresent();
    }

    @Test
    @Covers("ACC-10")
    void keysDoNotComeOverAnOpenLine() {
        for (String address : new String[] {"http://id.example.org/certs", "ftp://127.0.0.1/", "certs"}) {
            assertThatThrownBy(() -> new OidcProvider(new Word("keycloak"), "iss", "aud", URI.create(address)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(address);
        }
        assertThatThrownBy(
                        () -> new OidcProvider(new Word("keycloak"), "", "aud", URI.create("https://id.example.org")))
                .isInstanceOf(StartFailure.class);
        assertThat(OidcProvider.keycloak(URI.create("https://id.example.org/realms/town"), "somoim"))
                .isEqualTo(new OidcProvider(
                        new Word("keycloak"),
                        "https://id.example.org/realms/town",
                        "somoim",
                        URI.create("https://id.example.org/realms/town/protocol/openid-connect/certs")));
    }
}
