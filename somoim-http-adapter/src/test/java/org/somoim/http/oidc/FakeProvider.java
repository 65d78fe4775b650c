package org.somoim.http.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.somoim.kernel.Word;

/** An OpenID provider on a port of its own: publishes keys, signs whatever it is asked to, and counts who fetched. */
final class FakeProvider implements AutoCloseable {
    static final String AUDIENCE = "somoim";

    final AtomicInteger fetched = new AtomicInteger();
    private final InstantSource clock;
    private final HttpServer server;
    private volatile List<JWK> published;
    private volatile boolean down;

    FakeProvider(InstantSource clock, JWK... keys) {
        this.clock = clock;
        this.published = List.of(keys);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/certs", exchange -> {
            fetched.incrementAndGet();
            byte[] keySet = new JWKSet(published).toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(down ? 503 : 200, down ? -1 : keySet.length);
            if (!down) {
                exchange.getResponseBody().write(keySet);
            }
            exchange.close();
        });
        server.start();
    }

    static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/town";
    }

    OidcProvider provider() {
        URI certs = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/certs");
        return new OidcProvider(new Word("keycloak"), issuer(), AUDIENCE, certs);
    }

    void publish(JWK... keys) {
        published = List.of(keys);
    }

    void goDown() {
        down = true;
    }

    String token(JWK key) {
        return token(key, claims -> claims);
    }

    /** @param change what differs from a good token of 민지 */
    String token(JWK key, UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(key, JOSEObjectType.JWT, change);
    }

    String token(JWK key, JOSEObjectType type, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("6f1c")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("email", "minji@example.org")
                .claim("email_verified", true)
                .claim("nickname", "민지")
                .claim("name", "김민지");
        JWSAlgorithm algorithm = key instanceof RSAKey
                ? JWSAlgorithm.RS256
                : key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.HS256;
        var header = new JWSHeader.Builder(algorithm)
                .keyID(key.getKeyID())
                .type(type)
                .build();
        var signed = new SignedJWT(header, change.apply(claims).build());
        try {
            signed.sign(signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return signed.serialize();
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return new RSASSASigner(rsa);
        }
        if (key instanceof ECKey ec) {
            return new ECDSASigner(ec);
        }
        return new MACSigner((OctetSequenceKey) key);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
