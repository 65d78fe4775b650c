package org.somoim.examples.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.somoim.Somoim;
import org.somoim.accounts.Account;
import org.somoim.accounts.Password;
import org.somoim.http.Answer;
import org.somoim.http.Call;
import org.somoim.http.Endpoint;
import org.somoim.http.dashboard.Dashboard;
import org.somoim.http.dashboard.Operator;
import org.somoim.http.dashboard.Rank;
import org.somoim.http.jetty.MountHandler;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Origin;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.operations.SqliteUpkeep;

/**
 * The operator's dashboard at {@value #PATH}, for the demo's moderator and administrator. The browser asks for their e-mail
 * address and password; a real host has a login of its own.
 */
final class DemoDashboard implements Endpoint {
    static final String PATH = "/somoim";

    /** A password is hashed slowly on purpose, and a browser sends it along with every call. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final int MOST_REMEMBERED = 100;
    private static final String BASIC = "Basic ";

    private final Somoim somoim;
    private final Dashboard dashboard;
    private final InstantSource clock;
    private final Map<Secrets.Digest, Known> known = new ConcurrentHashMap<>();

    private record Known(Operator operator, Instant until) {}

    private DemoDashboard(Somoim somoim, SqliteDatabase database, Path folder, InstantSource clock) {
        this.somoim = somoim;
        this.clock = clock;
        var terms = Dashboard.Terms.PRESET.with(new SqliteUpkeep(database, folder.resolve("backups"), clock));
        this.dashboard = new Dashboard(somoim, this::operator, terms, clock);
    }

    /** @param folder of the demo; copies are put into a folder in it */
    static MountHandler mounted(Somoim somoim, SqliteDatabase database, Path folder, InstantSource clock) {
        return new MountHandler(PATH, new DemoDashboard(somoim, database, folder, clock));
    }

    @Override
    public int bodyLimit() {
        return dashboard.bodyLimit();
    }

    @Override
    public Answer answer(Call call) {
        Answer answer = dashboard.answer(call);
        if (answer.status() != 401) {
            return answer;
        }
        var headers = new LinkedHashMap<>(answer.headers());
        headers.put("WWW-Authenticate", "Basic realm=\"Somoim\", charset=\"UTF-8\"");
        return new Answer(answer.status(), headers, answer.body(), answer.rest());
    }

    private Optional<Operator> operator(Call call) {
        String said = call.headers().getOrDefault("authorization", "");
        if (!said.startsWith(BASIC)) {
            return Optional.empty();
        }
        Secrets.Digest digest = new Secrets.Secret(said).digest();
        Known before = known.get(digest);
        if (before != null && clock.instant().isBefore(before.until())) {
            return Optional.of(before.operator());
        }
        Optional<Operator> found = signedIn(said.substring(BASIC.length()), new Origin(call.origin()));
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        found.ifPresent(operator ->
                known.put(digest, new Known(operator, clock.instant().plus(REMEMBERED))));
        return found;
    }

    private Optional<Operator> signedIn(String encoded, Origin origin) {
        try {
            String both = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            Account account = somoim.passwords()
                    .logIn(
                            Actor.visitor(),
                            Email.of(both.substring(0, colon)),
                            Password.of(both.substring(colon + 1)),
                            origin);
            return rank(account).map(rank -> new Operator(account.id(), rank));
        } catch (Refusal | IllegalArgumentException notSignedIn) {
            return Optional.empty();
        }
    }

    private static Optional<Rank> rank(Account account) {
        return switch (account.role()) {
            case ADMIN -> Optional.of(Rank.ADMIN);
            case MODERATOR -> Optional.of(Rank.MODERATOR);
            case USER -> Optional.empty();
        };
    }
}
