package org.somoim.http.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somoim.Covers;
import org.somoim.http.Authenticator;
import org.somoim.http.tokens.JwtAccessTokens.Key;
import org.somoim.http.tokens.JwtAccessTokens.Terms;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.StartFailure;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;
import org.somoim.memory.TestClock;
import org.somoim.sessions.AccessTokens.Holder;
import org.somoim.sessions.Session;
import org.somoim.uuid.UuidIds;

@Covers("ACC-5")
class JwtAccessTokensTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = TestClock.START;
    private static final String HEADER = "{'alg':'HS256','typ':'at+jwt','kid':'one'}";
    private static final String CLAIMS = "{'iss':'https://town.example','aud':'somoim','sub':'" + SUMI + "','jti':'j',"
            + "'iat':" + NOW.getEpochSecond() + ",'exp':" + (NOW.getEpochSecond() + 60) + "}";

    @TempDir
    Path folder;

    private final UuidIds ids = new UuidIds(new TestClock(), new Random(3));
    private final Key one = Key.shared(new Word("one"), SECRET);
    private final JwtAccessTokens tokens = tokens(one);

    private JwtAccessTokens tokens(Key... keys) {
        return new JwtAccessTokens(
                ids, new Terms("https://town.example", "somoim", Duration.ofMinutes(15)), List.of(keys));
    }

    @Test
    void aTokenSaysWhoIsAskingUntilItExpires() {
        var issued = tokens.issue(new Holder(SUMI, null), NOW);
        String token = issued.token().value();

        assertThat(issued.expires()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(tokens.verify(token, NOW)).map(Holder::person).contains(SUMI);
        assertThat(tokens.verify(token, issued.expires().minusMillis(1)))
                .map(Holder::person)
                .contains(SUMI);
        assertThat(tokens.verify(token, issued.expires())).isEmpty();
        assertThat(tokens.verify(token, NOW.minusSeconds(60)))
                .map(Holder::person)
                .contains(SUMI);
        assertThat(tokens.verify(token, NOW.minusSeconds(61))).isEmpty();
        assertThat(tokens.issue(new Holder(SUMI, null), NOW).token()).isNotEqualTo(issued.token());
    }

    @Test
    void whatIsKnownOfATokenIsGoodForThatTokenAlone() {
        String minji = tokens.issue(new Holder(SUMI, null), NOW).token().value();
        String jun = tokens.issue(new Holder(ids.random(), null), NOW).token().value();
        String[] one = minji.split("\\.");
        String[] other = jun.split("\\.");
        assertThat(tokens.verify(minji, NOW)).isPresent();
        assertThat(tokens.verify(jun, NOW)).isPresent();

        assertThat(tokens.verify(one[0] + "." + other[1] + "." + one[2], NOW)).isEmpty();
        assertThat(tokens.verify(one[0] + "." + one[1] + "." + other[2], NOW)).isEmpty();
        assertThat(tokens.verify(one[0] + "." + one[1] + ".", NOW)).isEmpty();
        assertThat(tokens(Key.shared(new Word("one"), new byte[32])).verify(minji, NOW))
                .isEmpty();
        assertThat(tokens.verify(minji, NOW)).map(Holder::person).contains(SUMI);
    }

    @Test
    void aTokenThatIsKnownBeginsAndEndsInItsTime() throws GeneralSecurityException {
        String later =
                signed(HEADER, CLAIMS.replace("'jti'", "'nbf':" + (NOW.getEpochSecond() + 30) + ",'jti'"), SECRET);

        assertThat(tokens.verify(later, NOW)).isEmpty();
        assertThat(tokens.verify(later, NOW.plusSeconds(30))).isPresent();
        assertThat(tokens.verify(later, NOW.plusSeconds(29))).isEmpty();
        assertThat(tokens.verify(later, NOW.plusSeconds(60))).isEmpty();
        assertThat(tokens.verify(later, NOW.minusSeconds(61))).isEmpty();
    }

    @Test
    void aTokenThatIsKnownIsWorthNothingOnceItsSessionHasEnded() {
        var town = new Community();
        Actor minji = town.person();
        Session session = town.somoim.sessions().open(minji, null).session();
        String token = tokens.issue(new Holder(session.userId(), session.id()), NOW)
                .token()
                .value();
        Authenticator authenticator = Authenticator.of(tokens, town.somoim.sessions());
        assertThat(authenticator.actor(token, NOW)).contains(minji);

        town.somoim.sessions().end(minji, session.id());

        assertThat(authenticator.actor(token, NOW)).isEmpty();
    }

    @Test
    void noMoreTokensAreKnownThanTheBoundSays() {
        var few = new JwtAccessTokens(
                ids, new Terms("https://town.example", "somoim", Duration.ofMinutes(15)), List.of(one), 10);
        for (int i = 0; i < 1_000; i++) {
            assertThat(few.verify(few.issue(new Holder(SUMI, null), NOW).token().value(), NOW))
                    .isPresent();
        }

        assertThat(few.known()).isLessThanOrEqualTo(10);
    }

    @Test
    void aTokenSaysInWhichSessionItWasIssued() {
        Id<Session> session = ids.random();
        String token = tokens.issue(new Holder(SUMI, session), NOW).token().value();

        assertThat(tokens.verify(token, NOW)).contains(new Holder(SUMI, session));
        assertThat(verified(HEADER, CLAIMS.replace("'jti'", "'sid':7,'jti'"))).isFalse();
        assertThat(verified(HEADER, CLAIMS.replace("'jti'", "'sid':'x','jti'"))).isFalse();
    }

    @Test
    void whoHasThePublicKeyCanVerifyAndCannotSign() throws GeneralSecurityException, IOException {
        Path file = folder.resolve("token.pair");
        KeyPair pair = EcKeyFile.readOrMake(file, new SecureRandom());
        Key pairKey = Key.pair(new Word("pair"), pair);
        JwtAccessTokens both = tokens(pairKey, one);
        String token = both.issue(new Holder(SUMI, null), NOW).token().value();
        Signature outside = Signature.getInstance("SHA256withECDSAinP1363Format");
        outside.initVerify(both.published().get(0).key());
        outside.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        String confused = signed(
                "{'alg':'HS256','typ':'at+jwt','kid':'pair'}",
                CLAIMS,
                pair.getPublic().getEncoded());

        assertThat(outside.verify(Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1))))
                .isTrue();
        assertThat(both.verify(token, NOW)).isPresent();
        assertThat(both.verify(tokens.issue(new Holder(SUMI, null), NOW).token().value(), NOW))
                .isPresent();
        assertThat(both.verify(confused, NOW)).isEmpty();
        assertThat(both.published()).hasSize(1);
        assertThat(tokens.published()).isEmpty();
        assertThat(pairKey).hasToString("Key(pair)");
        assertThat(EcKeyFile.readOrMake(file, new SecureRandom()).getPublic()).isEqualTo(pair.getPublic());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "not a key");
        assertThatThrownBy(() -> EcKeyFile.readOrMake(file, new SecureRandom()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aPairOnAnotherCurveIsNoKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair other = generator.generateKeyPair();

        assertThatThrownBy(() -> Key.pair(new Word("pair"), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-256");
    }

    @Test
    void aHandMadeTokenWithEverythingInItIsTaken() {
        assertThat(verified(HEADER, CLAIMS)).isTrue();
        assertThat(verified(HEADER, CLAIMS.replace("'somoim'", "['other','somoim']")))
                .isTrue();
    }

    static Stream<String> badHeaders() {
        return Stream.of(
                HEADER.replace("HS256", "none"),
                HEADER.replace("HS256", "HS512"),
                HEADER.replace("HS256", "hs256"),
                HEADER.replace("'alg':'HS256',", ""),
                HEADER.replace("at+jwt", "JWT"),
                HEADER.replace("'typ':'at+jwt',", ""),
                HEADER.replace("'one'", "'two'"),
                HEADER.replace("'one'", "['one']"),
                HEADER.replace(",'kid':'one'", ""),
                HEADER.replace("'one'", "'one','crit':['exp']"),
                HEADER.replace("'one'", "'one','kid':'one'"));
    }

    @ParameterizedTest
    @MethodSource("badHeaders")
    void aHeaderThatIsNotOursIsRefused(String header) {
        assertRefused(header, CLAIMS);
    }

    static Stream<String> badClaims() {
        long now = NOW.getEpochSecond();
        return Stream.of(
                CLAIMS.replace("https://town.example", "https://other.example"),
                CLAIMS.replace("'iss':'https://town.example',", ""),
                CLAIMS.replace("'somoim'", "'other'"),
                CLAIMS.replace("'somoim'", "[]"),
                CLAIMS.replace("'aud':'somoim',", ""),
                CLAIMS.replace("'jti':'j',", ""),
                CLAIMS.replace("'sub':'" + SUMI + "',", ""),
                CLAIMS.replace(SUMI.toString(), "somebody"),
                CLAIMS.replace("'sub':", "'sub':'" + SUMI + "','sub':"),
                CLAIMS.replace("'iat':" + now + ",", ""),
                CLAIMS.replace("'iat':" + now, "'iat':" + (now + 61)),
                CLAIMS.replace("'iat':" + now, "'iat':'" + now + "'"),
                CLAIMS.replace(",'exp':" + (now + 60), ""),
                CLAIMS.replace("'exp':" + (now + 60), "'exp':" + now),
                CLAIMS.replace("'exp':" + (now + 60), "'exp':" + (now + 60) + ".5"),
                CLAIMS.replace("'exp':" + (now + 60), "'exp':1e300"),
                CLAIMS.replace("'exp':" + (now + 60), "'exp':9223372036854775807"),
                CLAIMS.replace("'exp':" + (now + 60), "'exp':-1"),
                CLAIMS.replace("'exp'", "'nbf':" + (now + 1) + ",'exp'"),
                CLAIMS + "x",
                "null",
                "[]",
                "");
    }

    @ParameterizedTest
    @MethodSource("badClaims")
    void claimsThatAreNotOursAreRefused(String claims) {
        assertRefused(HEADER, claims);
    }

    @Test
    void tamperingIsRefused() {
        String token = tokens.issue(new Holder(SUMI, null), NOW).token().value();
        String[] parts = token.split("\\.");
        String other = tokens.issue(new Holder(Id.of("00000000-0000-7000-8000-000000000002"), null), NOW)
                .token()
                .value()
                .split("\\.")[1];
        assertThat(tokens.verify(parts[0] + "." + other + "." + parts[2], NOW)).isEmpty();
        assertThat(tokens.verify(parts[0] + "." + parts[1] + ".", NOW)).isEmpty();
        assertThat(tokens.verify(parts[0] + "." + parts[1], NOW)).isEmpty();
        assertThat(tokens.verify("", NOW)).isEmpty();
        assertThat(tokens.verify("a.b.c", NOW)).isEmpty();
        assertThat(tokens.verify("é.é.é", NOW)).isEmpty();
        assertThat(tokens.verify(token + "x".repeat(3_000), NOW)).isEmpty();
        assertThat(tokens.verify(JWT.create().withSubject(SUMI.toString()).sign(Algorithm.none()), NOW))
                .isEmpty();
    }

    @Test
    void keysAreChangedWithoutSigningAnyoneOut() {
        String old = tokens.issue(new Holder(SUMI, null), NOW).token().value();
        Key two = Key.shared(new Word("two"), "another-secret-of-thirty-two-bytes!".getBytes(StandardCharsets.UTF_8));

        JwtAccessTokens after = tokens(two, one);
        assertThat(after.verify(old, NOW)).map(Holder::person).contains(SUMI);
        assertThat(tokens(two).verify(old, NOW)).isEmpty();
        assertThat(tokens.verify(
                        after.issue(new Holder(SUMI, null), NOW).token().value(), NOW))
                .isEmpty();
    }

    @Test
    void whatWouldBeUnsafeDoesNotStartAndSaysHowToMendIt() {
        assertThatThrownBy(() -> Key.shared(new Word("one"), new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31 bytes")
                .hasMessageContaining("openssl rand -base64 48");
        assertThatThrownBy(() -> tokens()).hasMessageContaining("openssl rand");
        assertThatThrownBy(() -> tokens(one, one)).hasMessageContaining("two token keys");
        assertThatThrownBy(() -> new Terms("i", "a", Duration.ofDays(2))).hasMessageContaining("P1D");
        assertThat(one.toString()).doesNotContain("0123");
    }

    private void assertRefused(String header, String claims) {
        assertThat(header.equals(HEADER) && claims.equals(CLAIMS))
                .as("nothing was replaced")
                .isFalse();
        assertThat(verified(header, claims)).isFalse();
    }

    /** Whether a token of exactly these parts is taken, signed with our key by the JDK. */
    private boolean verified(String header, String claims) {
        try {
            return tokens.verify(signed(header, claims, SECRET), NOW).isPresent();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String header, String claims, byte[] secret) throws GeneralSecurityException {
        String signed = encoded(header) + "." + encoded(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
