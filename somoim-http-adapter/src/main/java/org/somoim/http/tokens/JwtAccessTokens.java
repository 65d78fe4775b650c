package org.somoim.http.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.Json;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets;
import org.somoim.kernel.Word;
import org.somoim.sessions.AccessTokens;

/**
 * Access tokens as JSON Web Tokens in the profile of RFC 9068, signed with HMAC-SHA-256. The key id decides the algorithm,
 * never the token. Everything the library behind it would let pass is checked here: a missing expiry, another type, unknown
 * critical headers, a claim named twice. Safe between threads.
 *
 * <p>A signature is checked once: what a token said is kept by the token's digest, of at most {@value #MOST_KEPT} tokens and
 * for no longer than one lives. Whether it is time for the token is asked at each call, and whether its session is still
 * open is asked of the store by whoever takes the answer.
 */
public final class JwtAccessTokens implements AccessTokens {
    private static final String TYPE = "at+jwt";
    private static final String SESSION = "sid";
    private static final int LONGEST = 2_000;
    private static final int MOST_KEPT = 10_000;

    /** How far the clock of whoever issued a token may be ahead. */
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final Ids ids;
    private final Terms terms;
    private final Key signing;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Cache<Secrets.Digest, Signed> known;

    /** A key to sign and verify with. {@link #toString()} shows only its id. */
    public static final class Key {
        private static final int LEAST_BYTES = 32;
        private static final int P256_BITS = 256;

        private final Word id;
        private final Algorithm algorithm;
        private final @Nullable PublicKey published;

        private Key(Word id, Algorithm algorithm, @Nullable PublicKey published) {
            this.id = id;
            this.algorithm = algorithm;
            this.published = published;
        }

        /**
         * HS256: who can verify can sign, so for one process, or several that trust one another. About 500 times as fast as
         * the other.
         *
         * @param id tells keys apart; stands in every token
         * @param secret at least 32 bytes, from a cryptographically strong source
         * @throws IllegalArgumentException if the secret is too short; says how to make one
         */
        public static Key shared(Word id, byte[] secret) {
            if (secret.length < LEAST_BYTES) {
                throw new IllegalArgumentException(
                        "The token key " + id + " has " + secret.length + " bytes; HS256 needs at"
                                + " least " + LEAST_BYTES + ", or anyone can guess it and sign in as everyone."
                                + " Make one with: openssl rand -base64 48");
            }
            return new Key(id, Algorithm.HMAC256(secret), null);
        }

        /**
         * ES256: anyone can verify with the public half, which is published; only this process can sign.
         *
         * @param pair on the curve P-256, such as {@link EcKeyFile} keeps
         * @throws IllegalArgumentException if it is on another curve
         */
        public static Key pair(Word id, KeyPair pair) {
            if (!(pair.getPublic() instanceof ECPublicKey point)
                    || !(pair.getPrivate() instanceof ECPrivateKey secret)
                    || point.getParams().getOrder().bitLength() != P256_BITS) {
                throw new IllegalArgumentException("The token key " + id + " is not a pair on P-256, which ES256 needs."
                        + " Make one with EcKeyFile, or with: openssl ecparam -name prime256v1 -genkey");
            }
            return new Key(id, Algorithm.ECDSA256(point, secret), point);
        }

        public Word id() {
            return id;
        }

        @Override
        public String toString() {
            return "Key(" + id + ")";
        }
    }

    /**
     * What tokens say of themselves.
     *
     * @param issuer who issues them, usually the address of the community
     * @param audience whom they are for
     * @param lifetime from issue to expiry, at least a second
     */
    public record Terms(String issuer, String audience, Duration lifetime) {
        public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(15);

        public Terms {
            if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("The lifetime of access tokens is " + lifetime
                        + "; it must be from PT1S to P1D. Until a token expires, whoever finds it can use it.");
            }
            if (issuer.isBlank() || audience.isBlank()) {
                throw new IllegalArgumentException("Issuer and audience of access tokens must not be blank.");
            }
        }
    }

    /** @param keys the first signs, all verify; a key is retired by moving it back, and dropped a lifetime later */
    public JwtAccessTokens(Ids ids, Terms terms, List<Key> keys) {
        this(ids, terms, keys, MOST_KEPT);
    }

    JwtAccessTokens(Ids ids, Terms terms, List<Key> keys, int mostKept) {
        this.ids = ids;
        this.terms = terms;
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no token key. Make one with: openssl rand -base64 48");
        }
        this.signing = keys.get(0);
        // On the caller's thread: no thread is left behind.
        this.known = Caffeine.newBuilder()
                .maximumSize(mostKept)
                .expireAfterWrite(terms.lifetime())
                .executor(Runnable::run)
                .build();
        for (Key key : keys) {
            if (this.keys.put(key.id.value(), key) != null) {
                throw new IllegalArgumentException(
                        "There are two token keys with the id " + key.id() + ". Rename one.");
            }
        }
    }

    @Override
    public Issued issue(Holder holder, Instant now) {
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Instant expires = issued.plus(terms.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        JWTCreator.Builder token = JWT.create()
                .withHeader(Map.of("typ", TYPE))
                .withKeyId(signing.id.value())
                .withIssuer(terms.issuer())
                .withAudience(terms.audience())
                .withSubject(holder.person().toString())
                .withIssuedAt(issued)
                .withExpiresAt(expires)
                .withJWTId(ids.random().toString());
        if (holder.session() != null) {
            token.withClaim(SESSION, holder.session().toString());
        }
        return new Issued(new Secrets.Secret(token.sign(signing.algorithm)), expires);
    }

    @Override
    public Optional<Holder> verify(String token, Instant now) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        Secrets.Digest digest = new Secrets.Secret(token).digest();
        Signed before = known.getIfPresent(digest);
        Optional<Signed> signed = before == null ? signed(token) : Optional.of(before);
        if (before == null && signed.isPresent()) {
            known.put(digest, signed.get());
        }
        return signed.filter(found -> found.isGood(now)).map(Signed::holder);
    }

    /** How many are kept. */
    long known() {
        return known.estimatedSize();
    }

    /** What it says, if one of the keys has signed it and it is for us; whether at this time is not asked. */
    private Optional<Signed> signed(String token) {
        try {
            DecodedJWT decoded = JWT.decode(token);
            JsonNode header = json(decoded.getHeader());
            Key key = keys.get(header.path("kid").asText());
            if (key == null || !isOurs(header, key.algorithm)) {
                return Optional.empty();
            }
            key.algorithm.verify(decoded);
            JsonNode claims = json(decoded.getPayload());
            return isForUs(claims) ? Optional.of(Signed.of(claims)) : Optional.empty();
        } catch (JWTDecodeException | SignatureVerificationException | IllegalArgumentException | Refusal notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public List<PublishedKey> published() {
        return keys.values().stream()
                .filter(key -> key.published != null)
                .map(key -> new PublishedKey(key.id, key.published))
                .toList();
    }

    private static boolean isOurs(JsonNode header, Algorithm algorithm) {
        return header.path("alg").asText().equals(algorithm.getName())
                && header.path("typ").asText().equals(TYPE)
                && !header.has("crit");
    }

    private boolean isForUs(JsonNode claims) {
        return claims.path("iss").asText().equals(terms.issuer())
                && isAudience(claims.path("aud"))
                && claims.path("jti").isTextual()
                && claims.path("sub").isTextual()
                && (!claims.has(SESSION) || claims.path(SESSION).isTextual())
                && isTime(claims.path("iat"))
                && isTime(claims.path("exp"))
                && (!claims.has("nbf") || isTime(claims.path("nbf")));
    }

    private boolean isAudience(JsonNode audience) {
        if (audience.isTextual()) {
            return audience.textValue().equals(terms.audience());
        }
        for (JsonNode one : audience) {
            if (one.asText().equals(terms.audience())) {
                return true;
            }
        }
        return false;
    }

    /** Whole seconds since 1970, within what an {@link Instant} takes. */
    private static boolean isTime(JsonNode claim) {
        return claim.isIntegralNumber()
                && claim.canConvertToLong()
                && claim.longValue() >= 0
                && claim.longValue() <= Instant.MAX.getEpochSecond();
    }

    /**
     * What stands in a token that we have signed.
     *
     * @param begins when it begins to be good, if it says so
     */
    private record Signed(
            Holder holder,
            Instant issued,
            Instant expires,
            @Nullable Instant begins) {
        static Signed of(JsonNode claims) {
            JsonNode session = claims.path(SESSION);
            var holder = new Holder(
                    Id.of(claims.path("sub").asText()), session.isMissingNode() ? null : Id.of(session.textValue()));
            return new Signed(
                    holder,
                    seconds(claims.path("iat")),
                    seconds(claims.path("exp")),
                    claims.has("nbf") ? seconds(claims.path("nbf")) : null);
        }

        boolean isGood(Instant now) {
            return !issued.isAfter(now.plus(LEEWAY))
                    && now.isBefore(expires)
                    && (begins == null || !now.isBefore(begins));
        }

        private static Instant seconds(JsonNode claim) {
            return Instant.ofEpochSecond(claim.longValue());
        }
    }

    /** Read once more, strictly: the library takes a claim that is named twice. */
    private static JsonNode json(String base64) {
        return Json.read(Base64.getUrlDecoder().decode(base64));
    }
}
