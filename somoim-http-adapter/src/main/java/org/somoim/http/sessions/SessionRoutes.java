package org.somoim.http.sessions;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.Account;
import org.somoim.accounts.Password;
import org.somoim.accounts.Passwords;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Reason;
import org.somoim.limits.RateLimiter;
import org.somoim.mail.Email;
import org.somoim.sessions.AccessTokens;
import org.somoim.sessions.AccessTokens.Holder;
import org.somoim.sessions.RefreshToken;
import org.somoim.sessions.Session;
import org.somoim.sessions.SessionAction;
import org.somoim.sessions.SessionReason;
import org.somoim.sessions.Sessions;

/** Signing in, staying so, and signing out. */
public final class SessionRoutes implements Routes {
    private final Sessions sessions;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final InstantSource clock;

    public SessionRoutes(Sessions sessions, Passwords passwords, AccessTokens tokens, InstantSource clock) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/sessions", this::logIn)
                        .counted(RateLimiter.Kind.ENTER)
                        .forAnyone()
                        .takes(LogIn.class)
                        .gives(SignedInView.class)
                        .says("Opens a session for e-mail address and password; opens an account its owner closed."),
                post("/sessions/refresh", this::refresh)
                        .counted(RateLimiter.Kind.ENTER)
                        .forAnyone()
                        .takes(Refresh.class)
                        .gives(SignedInView.class)
                        .says("Goes on with a session. The refresh token is spent; the answer holds the next one."),
                get("/me/sessions", this::list)
                        .givesList(SessionView.class)
                        .says("One's open sessions, latest use first."),
                delete("/me/sessions", this::endAll)
                        .query("except", Id.class)
                        .says("Ends every session of one's own, this one too; but for the one that is excepted."),
                delete("/me/sessions/{session}", this::end).says("Ends one session of one's own."),
                delete("/admin/accounts/{account}/sessions", this::endAllOf)
                        .needs(SessionAction.END)
                        .says("Ends every session of somebody."),
                get("/.well-known/jwks.json", this::keys)
                        .atRoot()
                        .forAnyone()
                        .gives(KeySetView.class)
                        .says(
                                "The public keys of access tokens, as a JSON Web Key Set; empty where a shared secret signs."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(SessionReason.values());
    }

    private Response logIn(Request request) {
        var given = request.body(LogIn.class);
        Account account = passwords.logIn(request.actor(), given.email(), given.password(), request.origin());
        return signedIn(sessions.open(Actor.person(account.id()), given.device()));
    }

    private Response refresh(Request request) {
        return signedIn(
                sessions.refresh(request.actor(), request.body(Refresh.class).refreshToken()));
    }

    private Response signedIn(Sessions.Opened opened) {
        Session session = opened.session();
        var issued = tokens.issue(new Holder(session.userId(), session.id()), clock.instant());
        return Response.ok(SignedInView.of(opened, issued));
    }

    private Response list(Request request) {
        return Response.ok(
                sessions.list(request.actor()).stream().map(SessionView::of).toList());
    }

    private Response end(Request request) {
        sessions.end(request.actor(), request.id("session"));
        return Response.nothing();
    }

    private Response endAll(Request request) {
        request.<Session>queryId("except")
                .ifPresentOrElse(
                        kept -> sessions.endOthers(request.actor(), kept), () -> sessions.endAll(request.actor()));
        return Response.nothing();
    }

    private Response endAllOf(Request request) {
        sessions.endAllOf(request.actor(), request.id("account"));
        return Response.nothing();
    }

    private Response keys(Request request) {
        return Response.ok(new KeySetView(tokens.published().stream()
                .map(published -> KeyView.of(published.id().value(), published.key()))
                .toList()));
    }

    record LogIn(Email email, Password password, @Nullable Line device) {}

    record Refresh(RefreshToken refreshToken) {}

    record SignedInView(
            String userId,
            String sessionId,
            String accessToken,
            String tokenType,
            String expiresAt,
            String refreshToken,
            String refreshExpiresAt)
            implements View {
        static SignedInView of(Sessions.Opened opened, AccessTokens.Issued issued) {
            return new SignedInView(
                    opened.session().userId().toString(),
                    opened.session().id().toString(),
                    issued.token().value(),
                    "Bearer",
                    issued.expires().toString(),
                    opened.refreshToken().value(),
                    opened.session().expiresAt().toString());
        }
    }

    record SessionView(String id, @Nullable String device, String createdAt, String usedAt, String expiresAt)
            implements View {
        static SessionView of(Session session) {
            return new SessionView(
                    session.id().toString(),
                    session.device() == null ? null : session.device().value(),
                    session.createdAt().toString(),
                    session.usedAt().toString(),
                    session.expiresAt().toString());
        }
    }

    record KeySetView(List<KeyView> keys) implements View {}

    /** RFC 7518 section 6.2: a point on the curve P-256. */
    record KeyView(String kid, String use, String alg, String kty, String crv, String x, String y) implements View {
        private static final int COORDINATE_BYTES = 32;

        static KeyView of(String id, PublicKey key) {
            if (!(key instanceof ECPublicKey point)) {
                throw new IllegalStateException("only keys on P-256 are published, not " + key.getAlgorithm());
            }
            return new KeyView(
                    id,
                    "sig",
                    "ES256",
                    "EC",
                    "P-256",
                    base64(point.getW().getAffineX().toByteArray()),
                    base64(point.getW().getAffineY().toByteArray()));
        }

        /** Without the sign's byte, and with the zeros that it may lack. */
        private static String base64(byte[] number) {
            byte[] fixed = new byte[COORDINATE_BYTES];
            int length = Math.min(number.length, COORDINATE_BYTES);
            System.arraycopy(number, number.length - length, fixed, COORDINATE_BYTES - length, length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
        }
    }
}
