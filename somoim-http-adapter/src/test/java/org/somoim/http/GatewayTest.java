package org.somoim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.testing.PlainTokens;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;

class GatewayTest {
    private static final String TRUSTED = "10.0.0.7";

    private final Community town = new Community();
    private final Gateway gateway = new Gateway(
            Api.of(town.somoim, new PlainTokens(), town.clock),
            town.somoim.identities(),
            new Word("gateway"),
            Set.of(TRUSTED),
            Gateway.Headers.FORWARDED);

    private Answer get(String path, String origin, Map<String, String> headers) {
        return gateway.answer(new Call("GET", path, null, headers, new byte[0], origin, ""));
    }

    private static Map<String, String> minji() {
        return new HashMap<>(Map.of(
                "X-Forwarded-User", "minji",
                "X-Forwarded-Email", "minji@example.org",
                "X-Forwarded-Preferred-Username", "Minji"));
    }

    @Test
    @Covers("ACC-14")
    void whomTheGatewayNamesIsSignedIn() {
        Answer answer = get("/api/v1/me", TRUSTED, minji());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Minji");
        assertThat(get("/api/v1/me", TRUSTED, Map.of("X-Forwarded-User", "minji"))
                        .body())
                .isEqualTo(answer.body());
    }

    @Test
    @Covers("ACC-14")
    void fromAnywhereElseTheHeadersCountForNothing() {
        get("/api/v1/me", TRUSTED, minji());

        assertThat(get("/api/v1/me", "203.0.113.9", minji()).status()).isEqualTo(401);
        assertThat(get("/api/v1/me", "", minji()).status()).isEqualTo(401);
        assertThat(get("/api/v1/me", TRUSTED, Map.of()).status()).isEqualTo(401);
    }

    @Test
    @Covers({"ACC-14", "SEC-2"})
    void whatTheGatewaySaysWronglyIsRefusedAndNeverThrown() {
        Map<String, String> spaced = minji();
        spaced.put("X-Forwarded-User", "two words");
        Map<String, String> unaddressed = minji();
        unaddressed.put("X-Forwarded-Email", "nobody");
        Map<String, String> nameless = minji();
        nameless.remove("X-Forwarded-Email");

        assertThat(get("/api/v1/me", TRUSTED, spaced).status()).isEqualTo(422);
        assertThat(get("/api/v1/me", TRUSTED, unaddressed).status()).isEqualTo(422);
        assertThat(get("/api/v1/me", TRUSTED, nameless).status()).isEqualTo(409);
    }
}
