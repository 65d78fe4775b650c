package org.somoim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.limits.TokenBuckets;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.limits.RateLimiter;
import org.somoim.metrics.Counters;

class CallMetricsTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");

    private final WishRoutes wishes = new WishRoutes();
    private final Counters counters = new Counters(() -> 0);
    private final Client sumi = Client.of(router(RateLimiter.none())).as(SUMI);

    private Router router(RateLimiter limiter) {
        return new Router(
                new Surroundings(
                        PlainTokens.trusting(new PlainTokens()),
                        wishes.clock,
                        wishes.memory,
                        () -> {},
                        limiter,
                        null,
                        counters),
                List.of(wishes));
    }

    private Map<String, Long> counted() {
        return counters.readings().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue()
                        .count()));
    }

    @Test
    @Covers("OPS-5")
    void callsAreCountedByWhereTheyGoAndWhatCameOfThem() {
        sumi.get("/wishes").ok();
        sumi.call("HEAD", "/wishes", null);
        sumi.post("/wish/create", "{'wish_text': '눈'}").ok(201);
        sumi.post("/wish/create", "{'wish_text': 7}");
        sumi.post("/wishes/" + SUMI + "/refusal", "{'reason': 'COME_TRUE'}");
        sumi.get("/accident/bug");
        sumi.get("/nowhere/" + SUMI);
        sumi.delete("/wishes");
        sumi.call("민지", "/wishes", null);

        assertThat(counted())
                .containsOnly(
                        Map.entry("somoim.http.calls{method=get, route=/wishes, status=2xx}", 2L),
                        Map.entry("somoim.http.calls{method=post, route=/wish/create, status=2xx}", 1L),
                        Map.entry("somoim.http.calls{method=post, route=/wish/create, status=4xx}", 1L),
                        Map.entry("somoim.http.calls{method=post, route=/wishes/{wish}/refusal, status=4xx}", 1L),
                        Map.entry("somoim.http.calls{method=get, route=/accident/{kind}, status=5xx}", 1L),
                        Map.entry("somoim.http.calls{method=other, route=other, status=4xx}", 3L),
                        Map.entry("somoim.http.refusals{reason=http.invalid-body}", 1L),
                        Map.entry("somoim.http.refusals{reason=wishes.come-true}", 1L),
                        Map.entry("somoim.http.refusals{reason=http.no-such-route}", 1L),
                        Map.entry("somoim.http.refusals{reason=http.method-not-allowed}", 2L));
    }

    @Test
    @Covers("OPS-5")
    void callsThatAreOneTooManyAreCountedByTheirKind() {
        var one = Map.of(RateLimiter.Kind.READ, new TokenBuckets.Allowance(1, Duration.ofMinutes(1)));
        Client hasty =
                Client.of(router(new TokenBuckets(wishes.clock, one, 10))).as(SUMI);
        hasty.get("/wishes").ok();
        hasty.get("/wishes").refused(429, "limits.too-many-calls");

        assertThat(counted())
                .containsEntry("somoim.http.limited{kind=read}", 1L)
                .containsEntry("somoim.http.refusals{reason=limits.too-many-calls}", 1L)
                .containsEntry("somoim.http.calls{method=get, route=/wishes, status=4xx}", 1L);
    }
}
