package org.somoim.http.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Api;
import org.somoim.http.limits.TokenBuckets.Allowance;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Origin;
import org.somoim.limits.RateLimiter;
import org.somoim.limits.RateLimiter.Kind;
import org.somoim.memory.Community;
import org.somoim.memory.TestClock;

@Covers("SEC-4")
class RateLimitsPropertiesTest {
    private final Community town = new Community();

    private Client client(Map<Kind, Allowance> allowances) {
        RateLimiter limiter = new TokenBuckets(town.clock, allowances, 1_000);
        return Client.of(Api.of(town.somoim, new PlainTokens(), List.of(), limiter, town.clock));
    }

    @Test
    void everyAnswerSaysHowManyCallsAreLeftAndTheOneTooManyHowLongToWait() {
        Actor.Person minji = town.person();
        Client client = client(Map.of(Kind.READ, new Allowance(3, Duration.ofMinutes(1))))
                .as(minji.id());
        Reply first = client.get("/me").ok();
        assertThat(first.header("RateLimit-Policy")).contains("\"read\";q=3;w=60");
        assertThat(first.header("RateLimit")).contains("\"read\";r=2;t=20");
        client.get("/me").ok();
        client.get("/me").ok();
        Reply spent = client.get("/me").refused(429, "limits.too-many-calls");

        assertThat(spent.header("Retry-After")).contains("20");
        assertThat(spent.header("RateLimit")).contains("\"read\";r=0;t=20");
        town.clock.advance(Duration.ofSeconds(20));
        client.get("/me").ok();
        client.get("/me").refused(429, "limits.too-many-calls");
        assertThat(client.put("/me/deactivation").header("RateLimit")).isEmpty();
    }

    @Test
    void onePersonsCallsAreNotAnothersAndKindsAreCountedApart() {
        Client client = client(Map.of(
                Kind.READ,
                new Allowance(1, Duration.ofMinutes(1)),
                Kind.WRITE,
                new Allowance(1, Duration.ofMinutes(1))));
        Client minji = client.as(town.person().id());
        Client jun = client.as(town.person().id());
        minji.get("/me").ok();
        minji.get("/me").refused(429, "limits.too-many-calls");

        jun.get("/me").ok();
        minji.patch("/me", "{'bio': '안녕'}").ok();
        minji.patch("/me", "{'bio': '하세요'}").refused(429, "limits.too-many-calls");
    }

    @Test
    void whoeverGuessesIsCountedByPlaceWhomeverTheyClaimToBe() {
        Client client = client(Map.of(Kind.ENTER, new Allowance(2, Duration.ofMinutes(1))));
        String logIn = "{'email': 'nobody-%d@example.org', 'password': 'long enough'}";
        client.post("/sessions", logIn.formatted(1)).refused(401, "accounts.wrong-credentials");
        client.as(town.person().id()).post("/sessions", logIn.formatted(2)).refused(401, "accounts.wrong-credentials");

        client.post("/sessions", logIn.formatted(3)).refused(429, "limits.too-many-calls");
        client.as(town.person().id()).post("/sessions", logIn.formatted(4)).refused(429, "limits.too-many-calls");
    }

    /** Whatever the order of calls and waits: never more than the allowance and what has come back since. */
    @Property(tries = 200)
    void noMoreThanTheAllowanceGetsThrough(
            @ForAll List<@IntRange(max = 5_000) Integer> waits, @ForAll @IntRange(min = 1, max = 20) int calls) {
        var clock = new TestClock();
        var limiter = new TokenBuckets(clock, Map.of(Kind.READ, new Allowance(calls, Duration.ofSeconds(10))), 10);
        long waited = 0;
        int through = 0;
        for (int wait : waits) {
            clock.advance(Duration.ofMillis(wait));
            waited += wait;
            through += limiter.take("someone", Kind.READ).orElseThrow().isSpent() ? 0 : 1;
            assertThat(through).isLessThanOrEqualTo((int) (calls + waited * calls / 10_000));
        }
    }

    @Test
    void aFloodOfPlacesTakesNoMoreMemoryThanItsBound() {
        var limiter = new TokenBuckets(town.clock, TokenBuckets.PRESET, 1_000);
        for (int i = 0; i < 200_000; i++) {
            limiter.take("place " + i, Kind.ENTER);
        }
        assertThat(limiter.size()).isLessThanOrEqualTo(1_100);
        assertThatThrownBy(() -> new Allowance(0, Duration.ofMinutes(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofIpv6TheNetworkIsCounted() {
        String one = Callers.name(Actor.visitor(), new Origin("2001:db8:1:2::1"), Kind.READ);

        assertThat(Callers.name(Actor.visitor(), new Origin("[2001:db8:1:2:ffff::9%eth0]"), Kind.READ))
                .isEqualTo(one);
        assertThat(Callers.name(Actor.visitor(), new Origin("2001:db8:1:3::1"), Kind.READ))
                .isNotEqualTo(one);
        assertThat(Callers.name(Actor.visitor(), new Origin("::ffff:192.0.2.7"), Kind.READ))
                .isEqualTo(Callers.name(Actor.visitor(), new Origin("192.0.2.7"), Kind.READ));
        assertThat(Callers.name(Actor.visitor(), new Origin("no:address:at:all"), Kind.READ))
                .isEqualTo("place no:address:at:all");
    }

    @Test
    void onlyWhatATrustedProxyWroteIsBelieved() {
        var proxies = new Proxies(Set.of("10.0.0.1", "10.0.0.2"));

        assertThat(proxies.origin("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
        assertThat(proxies.origin("10.0.0.1", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(proxies.origin("10.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.2"))
                .isEqualTo("198.51.100.1");
        assertThat(proxies.origin("10.0.0.1", null)).isEqualTo("10.0.0.1");
        assertThat(proxies.origin("10.0.0.1", " , ")).isEqualTo("10.0.0.1");
        assertThat(proxies.origin("10.0.0.1", "x".repeat(65))).isEqualTo("10.0.0.1");
        assertThat(Proxies.NONE.origin("10.0.0.1", "198.51.100.1")).isEqualTo("10.0.0.1");
    }
}
