package org.somoim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.Reply;
import org.somoim.http.wire.BadRoute;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

class RouterTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");
    private static final String WISH =
            "{'title': '제주도 여행', 'size': 'LARGE', 'times_over': 2, 'tags': ['travel'], 'by': '2026-07-01T00:00:00Z'}";

    private final WishRoutes wishes = new WishRoutes();
    private final Client visitor = Client.of(wishes.clock, wishes.memory, wishes);
    private final Client sumi = visitor.as(SUMI);

    @Test
    @Covers({"API-1", "API-7"})
    void whatIsSentIsKeptAndGivenBack() {
        Reply made = sumi.post("/wishes", WISH).ok(201);

        assertThat(made.header("Location")).contains("/api/v1/wishes/" + made.at("/id"));
        Reply found = sumi.get("/wishes/" + made.at("/id")).ok();
        assertThat(found.at("/title")).isEqualTo("제주도 여행");
        assertThat(found.at("/times_over")).isEqualTo("2");
        assertThat(found.at("/tags/0")).isEqualTo("travel");
    }

    @Test
    @Covers("PER-9")
    void whatIsNullIsLeftOut() {
        assertThat(sumi.post("/wishes", WISH).ok(201).json().has("reason")).isFalse();
    }

    @Test
    @Covers("ACC-13")
    void aVisitorIsAskedToSignInBeforeAnythingElse() {
        Reply reply = visitor.post("/wishes", "not JSON").refused(401, "access.not-signed-in");

        assertThat(reply.header("WWW-Authenticate")).contains("Bearer realm=\"somoim\"");
        visitor.get("/fairies").ok();
    }

    @Test
    @Covers("ACC-5")
    void aBadTokenIsRefusedWhateverTheRoute() {
        for (String path : new String[] {"/fairies", "/wishes", "/nowhere"}) {
            Reply reply = visitor.withToken("stale").get(path).refused(401, "http.bad-token");
            assertThat(reply.header("WWW-Authenticate").orElseThrow()).contains("invalid_token");
        }
        visitor.with("Authorization", "Basic c3VtaQ==").get("/fairies").refused(401, "http.bad-token");
        visitor.with("Authorization", "Bearer a, Bearer b").get("/fairies").refused(401, "http.bad-token");
    }

    @Test
    void aMalformedIdIsNoDifferentFromAnUnknownOne() {
        sumi.get("/wishes/00000000-0000-7000-8000-00000000ffff").refused(404, "access.not-found");
        sumi.get("/wishes/1").refused(404, "access.not-found");
    }

    @Test
    void whatIsNotThereIsSaidApart() {
        sumi.get("/nowhere").refused(404, "http.no-such-route");
        Reply wrongMethod = sumi.put("/wishes").refused(405, "http.method-not-allowed");
        assertThat(wrongMethod.header("Allow")).contains("GET, POST, HEAD, OPTIONS");
        assertThat(sumi.call("OPTIONS", "/wishes", null).ok(204).header("Allow"))
                .isPresent();
        sumi.call("BREW", "/wishes", null).refused(405, "http.method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "IMPOSSIBLE, 422",
        "NO_FAIRY, 401",
        "NOT_YOURS, 403",
        "NO_SUCH_WISH, 404",
        "ALREADY_WISHED, 409",
        "COME_TRUE, 410",
        "TOO_MANY_WISHES, 429"
    })
    void everyKindOfRefusalHasItsStatus(String reason, int status) {
        String code = "wishes." + reason.toLowerCase(Locale.ROOT).replace('_', '-');
        Reply reply = sumi.post("/wishes/" + SUMI + "/refusal", "{'reason': '" + reason + "'}")
                .refused(status, code);
        assertThat(reply.at("/about/0")).isEqualTo(SUMI.toString());
    }

    @Test
    void anAliasCallsTheSameFrontDoorUnderBothPaths() {
        Reply made = sumi.atRoot().post("/wish/create", "{'wish_text': '눈'}").ok(201);
        sumi.post("/wish/create", "{'wish_text': 'snow'}").ok(201);
        assertThat(made.header("Location").orElseThrow()).startsWith("/api/v1/wishes/");
    }

    @Test
    void aFailureOfOursSaysNothingOfItsCauseAndIsLoggedWithoutWhatItQuotes() {
        try (var log = new Recorded(Router.class)) {
            Reply failed = visitor.get("/accident/bug").refused(500, "http.unexpected");
            assertThat(failed.text()).doesNotContain("secret", "Exception");
            assertThat(failed.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(log.text())
                    .contains("java.lang.IllegalStateException", "WishRoutes.accident")
                    .doesNotContain("secret");
            Reply broken = visitor.get("/accident/store").refused(503, "http.store-unavailable");
            assertThat(broken.header("Retry-After")).contains("1");
            assertThat(broken.text()).doesNotContain("secret");
            assertThat(log.text()).contains("StoreFailure", "Caused by: ").doesNotContain("secret");
        }
    }

    @Test
    void aHandlerThatDoesNotDoAsItsTableSaysIsTold() {
        Routes wrong = () -> List.of(Route.post("/x", request -> Response.ok(List.of())));
        try (var log = new Recorded(Router.class)) {
            Client.of(wishes.clock, wishes.memory, wrong).as(SUMI).post("/x").refused(500, "http.unexpected");
            assertThat(log.text()).contains("POST /x answered 200, but its table says 204");
        }
    }

    @Test
    void aTableThatCannotBeRightDoesNotStart() {
        Function<Request, Response> nothing = request -> Response.nothing();
        assertBad("Two routes for GET /api/v1/x", Route.get("/x", nothing), Route.get("/x", nothing));
        assertBad("Use one name", Route.get("/x/{a}", nothing), Route.put("/x/{b}", nothing));
        assertBad("GET /x is an alias of GET /y", Route.get("/x", nothing).aliasOf("GET /y"));
        assertThatThrownBy(() -> Route.get("x/{}", nothing)).hasMessageContaining("x/{}");
    }

    private void assertBad(String message, Route... routes) {
        Routes capability = () -> List.of(routes);
        assertThatThrownBy(() -> Client.of(wishes.clock, wishes.memory, capability))
                .isInstanceOf(BadRoute.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatFollowsAChangeRunsAfterItAndDoesNotSpoilIt() {
        var runs = new AtomicInteger();
        Runnable follow = () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("secret");
        };
        var surroundings =
                new Surroundings(PlainTokens.trusting(new PlainTokens()), wishes.clock, wishes.memory, follow);
        Client client = Client.of(new Router(surroundings, List.of(wishes))).as(SUMI);
        try (var log = new Recorded(Router.class)) {
            client.post("/wish/create", "{'wish_text': 'x'}").ok(201);
            client.get("/wishes").ok();
            client.post("/wish/create", "{}").faults("/wish_text http.missing-field");
            assertThat(runs).hasValue(1);
            assertThat(log.text())
                    .contains("http.delivery-failed", "/wish/create")
                    .doesNotContain("secret");
        }
    }

    /** What one class logs meanwhile. */
    private static final class Recorded implements AutoCloseable {
        private final Logger logger;
        private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

        Recorded(Class<?> type) {
            logger = (Logger) LoggerFactory.getLogger(type);
            logger.setAdditive(false);
            logger.addAppender(appender);
            appender.start();
        }

        String text() {
            return appender.list.stream()
                    .map(event -> event.getFormattedMessage()
                            + event.getKeyValuePairs()
                            + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public void close() {
            logger.detachAppender(appender);
            logger.setAdditive(true);
        }
    }
}
