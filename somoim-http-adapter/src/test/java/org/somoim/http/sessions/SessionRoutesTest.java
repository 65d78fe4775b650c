package org.somoim.http.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.http.Api;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.http.tokens.JwtAccessTokens.Key;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.memory.Community;
import org.somoim.personaldata.Wish;

/** Sessions through the whole API, with real tokens. */
class SessionRoutesTest {
    private static final String LOG_IN =
            "{'email': 'minji@example.org', 'password': '%s', 'device': '민지의 폰'}".formatted(Community.PASSWORD.value());

    private final Community town = new Community();
    private final Actor.Person minji = town.person("Minji", Email.of("minji@example.org"));
    private Client client = client(Key.shared(new Word("one"), new byte[32]));
    private Reply signedIn = client.post("/sessions", LOG_IN);

    private Client client(Key... keys) {
        var terms = new JwtAccessTokens.Terms("https://town.example", "somoim", Duration.ofMinutes(15));
        return Client.of(Api.of(town.somoim, new JwtAccessTokens(town.ports.ids(), terms, List.of(keys)), town.clock));
    }

    @BeforeEach
    void signIn() {
        signedIn.ok(200);
    }

    private Client holding(Reply reply) {
        return client.withToken(reply.at("/access_token"));
    }

    private Reply refresh(Reply reply) {
        return client.post("/sessions/refresh", "{'refresh_token': '%s'}".formatted(reply.at("/refresh_token")));
    }

    @Test
    @Covers({"ACC-5", "ACC-6"})
    void whoeverLogsInStaysSignedInByRefreshing() {
        assertThat(holding(signedIn).get("/me").status()).isEqualTo(200);
        town.clock.advance(Duration.ofMinutes(15));
        assertThat(holding(signedIn).get("/me").status()).isEqualTo(401);
        Reply next = refresh(signedIn).ok(200);

        assertThat(holding(next).get("/me").status()).isEqualTo(200);
        assertThat(next.at("/session_id")).isEqualTo(signedIn.at("/session_id"));
        assertThat(holding(next).get("/me/sessions").text())
                .contains("민지의 폰", signedIn.at("/session_id"))
                .doesNotContain(next.at("/refresh_token"), "192.0.2");
    }

    @Test
    @Covers("ACC-6")
    void aRefreshTokenThatIsUsedAgainEndsTheSessionAndItsAccessTokens() {
        Reply next = refresh(signedIn).ok(200);
        refresh(signedIn).refused(401, "sessions.ended");

        assertThat(holding(next).get("/me").status()).isEqualTo(401);
        refresh(next).refused(401, "sessions.ended");
    }

    @Test
    @Covers({"ACC-6", "ACC-8", "ACC-12"})
    void rightsEndWithTheNextCall() {
        Client phone = holding(signedIn);
        phone.put(
                "/me/password",
                "{'present_password': '%s', 'new_password': 'another long one'}".formatted(Community.PASSWORD.value()));
        assertThat(phone.get("/me").status()).isEqualTo(401);

        Reply again = client.post("/sessions", LOG_IN.replace(Community.PASSWORD.value(), "another long one"));
        town.somoim.accounts().suspend(Actor.host("test"), minji.id());
        assertThat(holding(again).get("/me").status()).isEqualTo(401);
        refresh(again).refused(401, "sessions.ended");
    }

    @Test
    @Covers({"ACC-6", "ACC-8", "ACC-12"})
    void whatTheOwnerOrTheHostTakesAwayIsGoneAtTheNextCall() {
        Client phone = holding(signedIn);
        town.somoim.accounts().appoint(Actor.host("test"), town.person().id(), SiteRole.ADMIN);
        town.somoim.accounts().appoint(Actor.host("test"), minji.id(), SiteRole.ADMIN);
        assertThat(phone.get("/admin/accounts").status()).isEqualTo(200);
        town.somoim.accounts().appoint(Actor.host("test"), minji.id(), SiteRole.USER);
        assertThat(phone.get("/admin/accounts").status()).isEqualTo(403);

        town.somoim.accounts().deactivate(minji);
        assertThat(phone.get("/me").status()).isEqualTo(401);
        refresh(signedIn).refused(401, "sessions.ended");

        Reply back = client.post("/sessions", LOG_IN);
        assertThat(holding(back).get("/me").status()).isEqualTo(200);
        town.somoim.personalData().erase(Actor.host("test"), minji.id(), Wish.REMOVE, Map.of());
        assertThat(holding(back).get("/me").status()).isEqualTo(401);
        refresh(back).refused(401, "sessions.ended");
    }

    @Test
    @Covers("ACC-6")
    void everySessionButTheOneThatIsKeptEnds() {
        Reply laptop = client.post("/sessions", LOG_IN);
        String except = "/me/sessions?except=";
        assertThat(holding(laptop).delete(except + "nonsense").status()).isEqualTo(422);
        assertThat(holding(laptop).delete(except + minji.id()).status()).isEqualTo(404);
        assertThat(holding(laptop).delete(except + laptop.at("/session_id")).status())
                .isEqualTo(204);

        assertThat(holding(laptop).get("/me").status()).isEqualTo(200);
        assertThat(holding(signedIn).get("/me").status()).isEqualTo(401);
    }

    @Test
    @Covers("ACC-6")
    void oneSessionIsEndedOrAllOfThem() {
        Reply laptop = client.post("/sessions", LOG_IN);
        assertThat(holding(laptop)
                        .delete("/me/sessions/" + signedIn.at("/session_id"))
                        .status())
                .isEqualTo(204);
        assertThat(holding(signedIn).get("/me").status()).isEqualTo(401);
        assertThat(holding(laptop).delete("/me/sessions").status()).isEqualTo(204);
        assertThat(holding(laptop).get("/me").status()).isEqualTo(401);

        Reply third = client.post("/sessions", LOG_IN);
        Actor.Person admin = town.admin();
        var session = town.somoim.sessions().open(admin, null).session();
        assertThat(session.userId()).isEqualTo(admin.id());
        town.somoim.sessions().endAllOf(admin, minji.id());
        assertThat(holding(third).get("/me").status()).isEqualTo(401);
    }

    /** One pair in 128 has a coordinate that begins with a zero byte, which a number does not write. */
    @Test
    @Covers("ACC-5")
    void aCoordinateIsPublishedWithTheZerosThatItBeginsWith() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        while (((ECPublicKey) pair.getPublic()).getW().getAffineX().bitLength() > 248) {
            pair = generator.generateKeyPair();
        }
        client = client(Key.pair(new Word("pair"), pair));

        Reply keys = client.atRoot().get("/.well-known/jwks.json");
        assertThat(keys.at("/keys/0/x")).hasSize(43).startsWith("A");
        assertThat(JWKSet.parse(keys.text()).getKeyByKeyId("pair").toECKey().toECPublicKey())
                .isEqualTo(pair.getPublic());
    }

    @Test
    @Covers("ACC-5")
    void publicKeysArePublishedAndSharedSecretsAreNot() throws Exception {
        assertThat(client.atRoot().get("/.well-known/jwks.json").text()).isEqualTo("{\"keys\":[]}");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        client = client(Key.pair(new Word("pair"), pair), Key.shared(new Word("one"), new byte[32]));

        var keys = JWKSet.parse(client.atRoot().get("/.well-known/jwks.json").text());
        assertThat(keys.getKeys()).hasSize(1);
        assertThat(keys.getKeyByKeyId("pair").toECKey().toECPublicKey()).isEqualTo(pair.getPublic());
        assertThat(keys.getKeyByKeyId("pair").isPrivate()).isFalse();
        assertThat(holding(signedIn).get("/me").status()).isEqualTo(200);
        signedIn = client.post("/sessions", LOG_IN);
        assertThat(holding(signedIn).get("/me").status()).isEqualTo(200);
    }
}
