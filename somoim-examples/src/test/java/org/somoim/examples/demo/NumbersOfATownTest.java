package org.somoim.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somoim.Covers;
import org.somoim.Ports;
import org.somoim.Somoim;
import org.somoim.architecture.Shipped;
import org.somoim.http.Answer;
import org.somoim.http.Api;
import org.somoim.http.Call;
import org.somoim.http.Router;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Word;
import org.somoim.limits.RateLimiter;
import org.somoim.memory.PlainHasher;
import org.somoim.metrics.Label;
import org.somoim.micrometer.MicrometerMetrics;
import org.somoim.moderation.TextWatch;
import org.somoim.sqlite.Sqlite;
import org.somoim.sqlite.SqliteDatabase;
import org.somoim.sqlite.SqliteOptions;

/** A town is lived in over HTTP, by those who may and those who may not; then its numbers are searched for its people. */
class NumbersOfATownTest {
    private static final Pattern LINE = Pattern.compile("(somoim_\\w+?)(?:\\{(.*)})? \\S+");
    private static final Pattern TAG = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    /** What a call has been answered or was sent, and what lies in the database: all of it somebody's. */
    private static final Set<String> theirs = new TreeSet<>();

    private static final List<Route> routes = new ArrayList<>();
    private static final Set<String> kinds = new TreeSet<>();
    private static String numbers = "";

    @BeforeAll
    static void live() throws Exception {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        SqliteOptions options = SqliteOptions.at(folder);
        InstantSource clock = Town.clock(Instant.parse("2026-03-02T12:00:00Z"));
        try (SqliteDatabase database = SqliteDatabase.open(options, new MicrometerMetrics(registry))) {
            Ports ports = Sqlite.ports(database, new PlainHasher(), clock, new Random(1));
            var somoim = new Somoim(ports);
            assertThat(Town.settle(somoim, clock, 2026)).isTrue();
            somoim.reports().kinds().forEach(kind -> kinds.add(kind.value()));
            var tokens = new JwtAccessTokens(
                    ports.ids(),
                    new JwtAccessTokens.Terms("town", "town", Duration.ofHours(1)),
                    List.of(JwtAccessTokens.Key.shared(new Word("k"), new byte[32])));
            for (Routes capability : Api.complete(somoim::health, Api.capabilities(somoim, tokens, clock))) {
                routes.addAll(capability.routes());
            }
            Router router = Api.of(somoim, tokens, clock);
            for (Login login : Login.values()) {
                visit(router, login);
            }
            somoim.tick();
        }
        remember(options.file());
        numbers = registry.scrape();
    }

    /** Everything there is to read, with the ids that were found on the way, and what nobody may do. */
    private static void visit(Router router, Login login) throws IOException {
        String entry = "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(login.email().value(), login.password().value());
        theirs.addAll(List.of(
                login.email().value(),
                login.displayName().value(),
                login.password().value()));
        JsonNode session = JSON.readTree(
                call(router, "POST", "/api/v1/sessions", "", entry).body());
        String token = session.get("access_token").asText();
        theirs.add(token);
        List<String> ids = new ArrayList<>(List.of(session.get("user_id").asText()));
        for (String read : List.of("me/groups", "groups?category=hiking", "notifications")) {
            ID.matcher(text(call(router, "GET", "/api/v1/" + read, token, "")))
                    .results()
                    .limit(6)
                    .forEach(id -> ids.add(id.group()));
        }
        assertThat(ids).hasSizeGreaterThan(5);
        theirs.addAll(ids);
        for (Route route : routes) {
            for (String id : ids) {
                String path = route.paths().get(0).replaceAll("\\{[^}]+}", id);
                call(
                        router,
                        route.method().name(),
                        path,
                        token,
                        route.takes() == null ? "" : "{\"name\":\"" + id + "\"}");
                call(router, route.method().name(), path + "?q=" + id, "", "");
            }
        }
        call(router, "GET", "/" + login.email().value(), token, "");
        call(router, login.displayName().value(), "/health", token, "");
        call(router, "GET", "/health", "not-a-token-of-" + login.name(), "");
    }

    private static String text(Answer answer) {
        return new String(answer.whole(), StandardCharsets.UTF_8);
    }

    private static Answer call(Router router, String method, String path, String token, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        String[] parts = path.split("\\?", 2);
        return router.answer(new Call(
                method,
                parts[0],
                parts.length > 1 ? parts[1] : null,
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                // Each from elsewhere, so that nobody is asked to wait.
                "203.0.113." + theirs.size() % 250,
                ""));
    }

    /** Every id, and every text that is not sealed. */
    private static void remember(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select name from sqlite_schema where type = 'table' and name like 'somoim\\_%' escape '\\'"
                            + " and name <> 'somoim_schema_history' and sql not like 'create virtual%'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            remember(rows.getObject(i));
                        }
                    }
                }
            }
        }
    }

    private static void remember(Object value) {
        if (value instanceof byte[] bytes && bytes.length == 16) {
            var buffer = ByteBuffer.wrap(bytes);
            theirs.add(new UUID(buffer.getLong(), buffer.getLong()).toString());
        } else if (value instanceof String text && text.length() > 2) {
            theirs.add(text);
        }
    }

    private static Set<String> detectors() {
        return TextWatch.builtIn().stream()
                .map(detector -> detector.name().value())
                .collect(Collectors.toSet());
    }

    @Test
    @Covers({"OPS-5", "OPS-7"})
    void nobodyIsInTheNumbers() {
        // Detectors are called what they are called, whatever words they find.
        Set<String> ours = values();
        ours.removeAll(detectors());
        // What can be reported is called so in rows, and in the paths of routes.
        theirs.removeAll(kinds);

        assertThat(theirs).hasSizeGreaterThan(3_000);
        assertThat(ours).hasSizeGreaterThan(60);
        assertThat(theirs.stream()
                        // A constant such as "read" or "posts.commented" is kept in rows as well.
                        .filter(text ->
                                !ours.contains(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                        .filter(text -> ours.stream().anyMatch(value -> value.contains(text))))
                .isEmpty();
        assertThat(numbers).doesNotContain("@", "203.0.113", "person0");
    }

    /** Stronger: whatever is in them is on a list that was there before anybody came. */
    @Test
    @Covers({"OPS-5", "OPS-7"})
    void everyTagIsOfAClosedSet() {
        Map<String, Set<String>> closed = Map.of(
                "outcome",
                        constants(
                                Label.Ending.class, Label.Delivery.class, Label.LetterOutcome.class, Label.Look.class),
                "detector", detectors(),
                "trouble", constants(Label.Trouble.class),
                "kind", constants(RateLimiter.Kind.class),
                "method", constantsAnd("other", Method.class),
                "status", Set.of("1xx", "2xx", "3xx", "4xx", "5xx"),
                "listener",
                        Set.of("notifications", "seats", "event-reminders", "comparison-contributions", "moderation"),
                "route",
                        Stream.concat(Stream.of("other"), routes.stream().map(Route::pattern))
                                .collect(Collectors.toSet()),
                "reason", reasons(),
                "fact", facts());

        numbers.lines().filter(line -> line.startsWith("somoim_")).forEach(line -> {
            var parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            if (parts.group(2) != null) {
                TAG.matcher(parts.group(2))
                        .results()
                        .filter(tag -> !tag.group(1).equals("le"))
                        .forEach(tag ->
                                assertThat(closed.get(tag.group(1))).as(line).contains(tag.group(2)));
            }
        });
        assertThat(values())
                .contains("groups.joined", "posts.post-written", "access.not-found", "/groups/{group}/posts");
    }

    /** What it costs those who keep them. */
    @Test
    void thereAreNotTooManySeries() {
        long lines = numbers.lines().filter(line -> line.startsWith("somoim_")).count();
        long series = numbers.lines()
                .filter(line -> line.startsWith("somoim_"))
                .filter(line -> !line.contains("le=") && !line.contains("_sum") && !line.contains("_max"))
                .count();
        System.out.printf("%d series in %d lines, %d routes%n", series, lines, routes.size());

        int most = routes.size() * 5 + 2 * reasons().size() + facts().size() + 50;
        System.out.printf("At most %d series with every route, status, reason and fact%n", most);

        assertThat(series).isLessThan(most);
        assertThat(most).as("those that fit into the memory").isLessThan(10_000);
    }

    private static Set<String> values() {
        var values = new HashSet<String>();
        numbers.lines()
                .filter(line -> line.startsWith("somoim_"))
                .forEach(line -> TAG.matcher(line).results().forEach(tag -> values.add(tag.group(2))));
        return values;
    }

    @SafeVarargs
    private static Set<String> constants(Class<? extends Enum<?>>... types) {
        return Arrays.stream(types)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> constantsAnd(String more, Class<? extends Enum<?>> type) {
        Set<String> all = new HashSet<>(constants(type));
        all.add(more);
        return all;
    }

    private static Set<String> reasons() {
        return Shipped.CLASSES.stream()
                .filter(type -> type.isAssignableTo(Reason.class) && type.isEnum())
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(reason -> ((Reason) reason).code())
                .collect(Collectors.toSet());
    }

    private static Set<String> facts() {
        return Shipped.CLASSES.stream()
                .filter(type -> type.isAssignableTo(Fact.class) && type.isRecord())
                .map(type -> Fact.nameOf(type.reflect()))
                .collect(Collectors.toSet());
    }
}
