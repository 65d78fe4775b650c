package org.somoim.documents;

import static java.util.stream.Collectors.joining;
import static org.somoim.documents.Table.row;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.somoim.Somoim;
import org.somoim.http.Api;
import org.somoim.http.wire.Callers;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.memory.Community;
import org.somoim.sessions.AccessTokens;

/** The tables in {@code docs/http.md}. */
final class RouteTable {
    private static final String[] HEAD = {"Call", "For", "Takes", "Gives", "What it does"};
    private static final String[] ALIASES = {"Call", "The same as"};

    private RouteTable() {}

    static String text() {
        Community community = new Community();
        Somoim somoim = community.somoim;
        List<Routes> all = Api.complete(somoim::health, Api.capabilities(somoim, new NoTokens(), community.clock));
        List<Route> aliases = all.stream()
                .flatMap(routes -> routes.routes().stream())
                .filter(route -> route.aliasOf() != null)
                .toList();
        return all.stream()
                        .filter(routes -> routes.routes().stream().anyMatch(route -> route.aliasOf() == null))
                        .map(RouteTable::section)
                        .collect(joining("\n"))
                + "\n## Other names\n\n"
                + Table.of(
                        ALIASES,
                        aliases.stream()
                                .map(route -> row(
                                        code(route.method() + " " + String.join("`, `", route.paths())),
                                        code(String.valueOf(route.aliasOf()))))
                                .toList());
    }

    private static String section(Routes routes) {
        String name = routes.getClass().getSimpleName().replaceFirst("Routes$", "");
        return "## " + name.replaceAll("(?<=[a-z])(?=[A-Z])", " ") + "\n\n"
                + Table.of(
                        HEAD,
                        routes.routes().stream()
                                .filter(route -> route.aliasOf() == null)
                                .map(RouteTable::line)
                                .toList());
    }

    private static String[] line(Route route) {
        return row(
                code(route.method() + " " + String.join("`, `", route.paths())),
                callers(route.callers()),
                takes(route),
                gives(route.gives()),
                route.summary());
    }

    private static String callers(Callers callers) {
        if (callers instanceof Callers.In in) {
            return "`" + in.action().getClass().getSimpleName() + "` "
                    + words(in.action().name());
        }
        if (callers instanceof Callers.Site site) {
            return "`" + site.action().getClass().getSimpleName() + "` "
                    + words(site.action().name());
        }
        return callers instanceof Callers.Anyone ? "anyone" : "people with an account";
    }

    private static String takes(Route route) {
        Class<?> body = route.takes();
        return Stream.concat(
                        Stream.ofNullable(body).map(type -> code(type.getSimpleName())),
                        route.params().stream().map(param -> code("?" + param.name())))
                .collect(joining(", "));
    }

    private static String gives(Route.Gives gives) {
        Class<?> view = gives.view();
        String what = view == null ? "" : " " + code(view.getSimpleName());
        return gives.status()
                + switch (gives.shape()) {
                    case NOTHING -> "";
                    case ONE -> what;
                    case LIST -> what + ", all";
                    case PAGE -> what + ", a page";
                    case FILE -> " a file";
                };
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /** Nobody signs in to a table. */
    private static final class NoTokens implements AccessTokens {
        @Override
        public Issued issue(Holder holder, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Holder> verify(String token, Instant now) {
            return Optional.empty();
        }
    }
}
