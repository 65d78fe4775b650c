package org.somoim.http.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.http.identities.OutsideTokens;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.kernel.Line;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.somoim.profiles.About;

/**
 * Access tokens of one OpenID provider, checked with its published keys: signed by RS256, PS256 or ES256, of this issuer, for
 * this audience, not expired. RFC 9068 for what an access token is, RFC 8725 for what not to believe of one.
 *
 * <p>The keys are fetched when first needed, kept for five minutes, fetched again before they run out, and kept for up to
 * six hours more while the provider is out of reach. A key that is not known makes them be fetched again, at most about
 * twice in half a minute, so that made-up key ids do not become calls to the provider.
 */
public final class OidcTokens implements OutsideTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    /** What Keycloak says its other tokens are. */
    private static final Set<String> NO_ACCESS_TOKENS = Set.of("ID", "Refresh", "Offline", "Logout");

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_KEY_BYTES = 64 * 1024;
    private static final Duration LONGEST_OUTAGE = Duration.ofHours(6);

    private final OidcProvider provider;
    private final DefaultJWTProcessor<SecurityContext> checks = new DefaultJWTProcessor<>();

    /** @param clock against which tokens expire */
    public OidcTokens(OidcProvider provider, InstantSource clock) {
        this(provider, clock, published(provider.keys()));
    }

    OidcTokens(OidcProvider provider, InstantSource clock, JWKSource<SecurityContext> keys) {
        this.provider = provider;
        checks.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        checks.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        checks.setJWTClaimsSetVerifier(new Claims(provider, clock));
    }

    private static JWKSource<SecurityContext> published(URI address) {
        int patience = (int) PATIENCE.toMillis();
        return JWKSourceBuilder.create(url(address), new DefaultResourceRetriever(patience, patience, MOST_KEY_BYTES))
                .retrying(true)
                .outageTolerant(LONGEST_OUTAGE.toMillis())
                .build();
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("every Java platform reads http and https", e);
        }
    }

    @Override
    public Word provider() {
        return provider.name();
    }

    @Override
    public boolean claims(String token) {
        try {
            return provider.issuer()
                    .equals(SignedJWT.parse(token).getJWTClaimsSet().getIssuer());
        } catch (ParseException notOne) {
            return false;
        }
    }

    @Override
    public Optional<Arrival> check(String token) {
        try {
            return Optional.of(arrival(checks.process(SignedJWT.parse(token), null)));
        } catch (RateLimitReachedException madeUp) {
            return Optional.empty();
        } catch (KeySourceException outOfReach) {
            throw new StoreFailure(
                    "The keys of the OpenID provider " + provider.name()
                            + " cannot be fetched; see that this machine can reach its address.",
                    outOfReach);
        } catch (BadJOSEException | JOSEException | ParseException | Refusal notGood) {
            return Optional.empty();
        }
    }

    private Arrival arrival(JWTClaimsSet claims) throws ParseException {
        var identity = new Identity(provider.name(), new Subject(claims.getSubject()));
        Object isProven = claims.getClaim("email_verified");
        boolean hasEmail = Boolean.TRUE.equals(isProven) && claims.getStringClaim("email") != null;
        Email email = hasEmail ? new Email(claims.getStringClaim("email")) : null;
        Date signedIn = claims.getDateClaim("auth_time");
        return new Arrival(identity, email, name(claims), signedIn == null ? null : signedIn.toInstant());
    }

    /** A name that cannot be shown here is none: it must not keep anyone out. */
    private @Nullable Line name(JWTClaimsSet claims) {
        try {
            String claimed = claims.getStringClaim(provider.nameClaim());
            return claimed == null ? null : About.named(Line.of(claimed)).displayName();
        } catch (ParseException | Refusal unfit) {
            return null;
        }
    }

    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final InstantSource clock;

        Claims(OidcProvider provider, InstantSource clock) {
            super(
                    provider.audience(),
                    new JWTClaimsSet.Builder().issuer(provider.issuer()).build(),
                    Set.of("sub", "exp", "iat"));
            this.clock = clock;
            // A token is good until it expires, not a minute longer.
            setMaxClockSkew(0);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            Instant issued = Objects.requireNonNull(claims.getIssueTime(), "asked for above")
                    .toInstant();
            if (issued.isAfter(clock.instant().plus(LEEWAY))) {
                throw new BadJWTException("issued in the future");
            }
            Object kind = claims.getClaim("typ");
            if (kind != null && NO_ACCESS_TOKENS.contains(kind.toString())) {
                throw new BadJWTException("not an access token");
            }
        }
    }
}
