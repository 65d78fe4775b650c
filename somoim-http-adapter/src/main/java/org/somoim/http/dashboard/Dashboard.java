package org.somoim.http.dashboard;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somoim.Somoim;
import org.somoim.access.AccessReason;
import org.somoim.http.Answer;
import org.somoim.http.Api;
import org.somoim.http.Call;
import org.somoim.http.Endpoint;
import org.somoim.http.Pages;
import org.somoim.http.Router;
import org.somoim.http.Surroundings;
import org.somoim.http.docs.Code;
import org.somoim.http.docs.ErrorPages;
import org.somoim.http.health.HealthRoutes;
import org.somoim.http.limits.TokenBuckets;
import org.somoim.http.operations.UpkeepRoutes;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Reason;
import org.somoim.limits.RateLimiter;
import org.somoim.operations.Upkeep;

/**
 * The operator's dashboard. A host mounts it where it likes, and says who is asking; it is nowhere otherwise. Whoever asks
 * does so as the person they are: each call goes through the front door that everybody's goes through, so that rights,
 * restraints, the audit log and the privacy ledger hold. Safe between threads.
 */
public final class Dashboard implements Endpoint {
    private static final String FRONT = "index.html";
    private static final String STYLE = "dashboard.css";
    private static final String SIGN_IN = "sign-in.html";
    private static final String ICON = "mark.svg";

    private static final List<String> FILES = List.of(
            FRONT,
            STYLE,
            SIGN_IN,
            ICON,
            "dashboard.js",
            "calls.js",
            "parts.js",
            "plots.js",
            "words.js",
            "overview.js",
            "moderation.js",
            "people.js",
            "works.js",
            "privacy.js",
            "words-en.json",
            "words-ko.json");

    private static final Pattern TABLE = Pattern.compile("/tables/([a-z-]+)\\.csv");
    private static final String API = Route.BASE + "/";

    private final Operators operators;
    private final Provenance provenance;
    private final Map<Rank, Router> routers = new EnumMap<>(Rank.class);
    private final Map<Rank, Router> uncounted = new EnumMap<>(Rank.class);
    private final Tables tables;
    private final Pages pages = new Pages(Dashboard.class, FILES);

    /**
     * What a host chooses.
     *
     * @param upkeep how the store is copied and verified; {@link Upkeep#NONE} where that is done elsewhere
     * @param readOnly whether nothing can be changed from here, whoever asks
     * @param origins under which browsers reach it, such as {@code https://ops.example.org}; only needed where a proxy hides
     *     that and browsers are too old to say where a call comes from
     */
    public record Terms(Upkeep upkeep, boolean readOnly, Set<String> origins) {
        public static final Terms PRESET = new Terms(Upkeep.NONE, false, Set.of());

        public Terms {
            origins = Set.copyOf(origins);
        }

        public Terms with(Upkeep other) {
            return new Terms(other, readOnly, origins);
        }

        public Terms onlyReading() {
            return new Terms(upkeep, true, origins);
        }

        public Terms at(Set<String> others) {
            return new Terms(upkeep, readOnly, others);
        }
    }

    /** As preset: nothing can be copied or verified, everything else is there. */
    public Dashboard(Somoim somoim, Operators operators, InstantSource clock) {
        this(somoim, operators, Terms.PRESET, clock);
    }

    public Dashboard(Somoim somoim, Operators operators, Terms terms, InstantSource clock) {
        this(somoim, operators, terms, new TokenBuckets(clock), clock);
    }

    /** @param limiter counts calls, by account */
    public Dashboard(Somoim somoim, Operators operators, Terms terms, RateLimiter limiter, InstantSource clock) {
        this.operators = operators;
        this.provenance = new Provenance(terms.origins());
        for (Rank rank : Rank.values()) {
            List<Routes> all = all(somoim, rank, terms, clock);
            List<Routes> desk = List.of(at(all, rank, terms.readOnly()), new ErrorPages(Code.all(all)));
            routers.put(rank, router(somoim, desk, limiter, clock));
            uncounted.put(rank, router(somoim, desk, RateLimiter.none(), clock));
        }
        this.tables = new Tables(desk(all(somoim, Rank.ADMIN, terms, clock)).routes());
    }

    private static List<Routes> all(Somoim somoim, Rank rank, Terms terms, InstantSource clock) {
        List<Routes> all = new ArrayList<>(Api.capabilities(somoim, Tokens.NONE, clock));
        all.add(new HealthRoutes(somoim::health));
        all.add(new UpkeepRoutes(somoim.operations(), terms.upkeep()));
        all.add(new SessionRoutes(rank, terms.readOnly(), terms.upkeep().isThere()));
        return all;
    }

    private static Desk desk(List<Routes> all) {
        return new Desk(all.stream().flatMap(each -> each.routes().stream()).toList());
    }

    private static Routes at(List<Routes> all, Rank rank, boolean readOnly) {
        List<Route> narrowed = desk(all).routes(rank, readOnly);
        List<Reason> reasons =
                all.stream().<Reason>flatMap(each -> each.reasons().stream()).toList();
        return new Routes() {
            @Override
            public List<Route> routes() {
                return narrowed;
            }

            @Override
            public List<? extends Reason> reasons() {
                return reasons;
            }
        };
    }

    private static Router router(Somoim somoim, List<Routes> routes, RateLimiter limiter, InstantSource clock) {
        return new Router(
                new Surroundings(
                        // Nobody comes with a token: the host says who they are.
                        (token, now) -> Optional.empty(),
                        clock,
                        somoim.transactor(),
                        somoim::deliver,
                        limiter,
                        null,
                        somoim.metrics()),
                routes);
    }

    @Override
    public int bodyLimit() {
        return Router.DEFAULT_BODY_LIMIT;
    }

    @Override
    public Answer answer(Call call) {
        for (String open : List.of(STYLE, ICON)) {
            if (call.path().equals("/" + open) && isReading(call)) {
                return file(call, open, 200);
            }
        }
        Optional<Operator> operator;
        try {
            operator = operators.operator(call);
        } catch (RuntimeException error) {
            return refused(call, Rank.VIEWER, error);
        }
        return operator.isPresent() ? answer(call, operator.get()) : stranger(call);
    }

    private Answer stranger(Call call) {
        boolean isFront = call.path().isEmpty() || call.path().equals("/");
        return isFront && isReading(call)
                ? file(call, SIGN_IN, 401)
                : refused(call, Rank.VIEWER, AccessReason.NOT_SIGNED_IN.refuse());
    }

    private Answer answer(Call call, Operator operator) {
        if (call.path().isEmpty() && isReading(call)) {
            return led(call);
        }
        String name = call.path().equals("/")
                ? FRONT
                : call.path().substring(Math.min(1, call.path().length()));
        if (isReading(call)) {
            Optional<Answer> page = name.equals(SIGN_IN) ? Optional.empty() : pages.answer(call, name, 200);
            if (page.isPresent()) {
                return page.get();
            }
        }
        if (!provenance.isOwn(call)) {
            return refused(call, operator.rank(), DashboardReason.FOREIGN_PAGE.refuse());
        }
        Actor actor = Actor.person(operator.account());
        Matcher table = TABLE.matcher(call.path());
        if (table.matches() && isReading(call)) {
            return tables.answer(call, table.group(1), actor, at(operator.rank()), uncounted(operator.rank()))
                    .orElseGet(() -> at(operator.rank()).answer(call, () -> actor));
        }
        return at(operator.rank()).answer(call, () -> actor);
    }

    /** From the mount itself, below which links would lead elsewhere. Relative, as a proxy may have hidden what is above. */
    private static Answer led(Call call) {
        String last = call.mount().substring(call.mount().lastIndexOf('/') + 1);
        return new Answer(308, Map.of("Location", last + "/", "Cache-Control", "no-store"), new byte[0]);
    }

    private Answer file(Call call, String name, int status) {
        return pages.answer(call, name, status).orElseThrow();
    }

    /** As every refusal is written. */
    private Answer refused(Call call, Rank rank, RuntimeException why) {
        return at(rank).answer(call, () -> {
            throw why;
        });
    }

    private Router at(Rank rank) {
        return requireThere(routers, rank);
    }

    private Router uncounted(Rank rank) {
        return requireThere(uncounted, rank);
    }

    private static Router requireThere(Map<Rank, Router> routers, Rank rank) {
        return requireNonNull(routers.get(rank), "there is a router for each rank");
    }

    private static boolean isReading(Call call) {
        return call.method().equals("GET") || call.method().equals("HEAD");
    }
}
