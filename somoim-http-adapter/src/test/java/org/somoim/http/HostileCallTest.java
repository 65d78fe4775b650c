package org.somoim.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

@Covers({"SEC-2", "SEC-3"})
class HostileCallTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");

    private final WishRoutes wishes = new WishRoutes();
    private final Client sumi =
            Client.of(wishes.clock, wishes.memory, wishes).as(SUMI).atRoot();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "x",
                "//",
                "/api//v1",
                "/a/../b",
                "/a/%2e%2e/b",
                "/a/%2E/b",
                "/a/./b",
                "/%",
                "/%zz",
                "/%2",
                "/a%2Fb",
                "/a%5cb",
                "/a%00",
                "/a<b>",
                "/\"",
                "/a;b=c",
                "/%C0%AF",
                "/%ED%A0%80",
                "/한",
                "/a b",
                "/a%0d%0aSet-Cookie:x"
            })
    void aPathThatTwoProgramsMightReadDifferentlyIsRefused(String path) {
        sumi.get(path).refused(400, "http.bad-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "=1", "&", "a=1&", "limit=%", "limit=%ff", "limit=\u0001", "%=1"})
    void aMalformedQueryIsRefused(String query) {
        sumi.get("/api/v1/wishes?" + query).refused(400, "http.bad-query");
    }

    @Test
    void queryParametersAreKnownSentOnceAndOfTheirType() {
        sumi.get("/api/v1/wishes?limit=1&limit=2").refused(400, "http.repeated-parameter");
        sumi.get("/api/v1/wishes?Limit=1").refused(400, "http.unknown-parameter");
        sumi.get("/api/v1/wishes?limit=%EF%BC%91").refused(422, "http.bad-parameter");
        sumi.get("/api/v1/wishes?limit=1e1").refused(422, "http.bad-parameter");
        sumi.get("/api/v1/wishes?limit=0").refused(422, "kernel.bad-limit");
        sumi.get("/api/v1/wishes?limit=51").refused(422, "kernel.bad-limit");
        sumi.get("/api/v1/wishes?cursor=x").refused(422, "kernel.bad-cursor");
        sumi.get("/api/v1/wishes?size=small").refused(422, "http.unknown-value");
        sumi.get("/api/v1/wishes?size=SMALL&tag=a-b&title=%ED%95%9C+a&vague=true&before=2026-01-01T00:00:00Z")
                .ok();
        sumi.get("/api/v1/wishes?vague=yes").refused(422, "http.bad-parameter");
        sumi.get("/api/v1/wishes?like=1").refused(422, "kernel.not-an-id");
    }

    @Test
    void whatIsTooLongIsNotRead() {
        sumi.get("/" + "a".repeat(2_000)).refused(414, "http.path-too-long");
        sumi.get("/a?b=" + "c".repeat(4_000)).refused(414, "http.path-too-long");
    }

    @Test
    void oddMethodsAndHeadersAreRefusedInOrder() {
        for (String method : new String[] {"TRACE", "CONNECT", "get", "", "X".repeat(10_000), "한"}) {
            sumi.call(method, "/api/v1/wishes", null).refused(405, "http.method-not-allowed");
        }
        sumi.withToken("x".repeat(100_000)).get("/api/v1/wishes").refused(401, "http.bad-token");
    }

    @Test
    void whateverIsAnsweredABrowserMayDoNothingWithIt() {
        for (Reply reply : new Reply[] {
            sumi.get("/api/v1/wishes"), sumi.get("/nowhere"), sumi.call("OPTIONS", "/api/v1/wishes", null)
        }) {
            assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
            assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'; frame-ancestors 'none'");
            assertThat(reply.header("Cache-Control")).isPresent();
            assertThat(reply.header("Set-Cookie")).isEmpty();
            assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }
}
