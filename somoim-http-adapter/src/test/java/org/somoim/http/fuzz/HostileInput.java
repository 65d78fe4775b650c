package org.somoim.http.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Answer;
import org.somoim.http.Call;
import org.somoim.http.Router;
import org.somoim.http.Surroundings;
import org.somoim.http.markdown.Markdown;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.http.wire.Json;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.memory.TestClock;
import org.somoim.sessions.AccessTokens;
import org.somoim.uuid.UuidIds;

/** Where hostile input goes in, and what must hold whatever it is: no answer is a 5xx, and every refusal is a problem. */
final class HostileInput {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");

    private final WishRoutes wishes = new WishRoutes();
    private final JwtAccessTokens tokens = new JwtAccessTokens(
            new UuidIds(new TestClock(), new Random(5)),
            new JwtAccessTokens.Terms("https://town.example", "somoim", Duration.ofHours(1)),
            List.of(JwtAccessTokens.Key.shared(new Word("one"), new byte[32])));
    private final Router router = new Router(
            new Surroundings(PlainTokens.trusting(tokens), wishes.clock, wishes.memory, () -> {}), List.of(wishes));
    private final Markdown markdown = new Markdown();
    private final String token = tokens.issue(new AccessTokens.Holder(SUMI, null), TestClock.START)
            .token()
            .value();

    void body(byte[] body) {
        answer("POST", "/api/v1/wishes", null, "application/json", body);
        answer("POST", "/wish/create", null, "application/json", body);
        answer("PATCH", "/api/v1/wishes/" + SUMI, null, "application/merge-patch+json", body);
    }

    void mediaType(String mediaType) {
        answer("POST", "/wish/create", null, mediaType, "{}".getBytes(StandardCharsets.UTF_8));
    }

    void line(String method, String path, String query) {
        answer(method, path, query, null, new byte[0]);
        answer("GET", "/api/v1/wishes/" + path, query, null, new byte[0]);
    }

    void query(String query) {
        answer("GET", "/api/v1/wishes", query, null, new byte[0]);
        for (String name : List.of("cursor", "limit", "size", "tag", "title", "before", "vague", "like")) {
            answer("GET", "/api/v1/wishes", name + "=" + query, null, new byte[0]);
        }
    }

    /** A token that is not exactly one of ours signs nobody in. */
    void token(String hostile) {
        Answer answer = send("GET", "/api/v1/wishes", null, Map.of("Authorization", "Bearer " + hostile), new byte[0]);
        assertThat(answer.status()).isEqualTo(hostile.equals(token) ? 200 : 401);
    }

    /** Our own token with one character changed. */
    void tampered(int at, char with) {
        String changed = new StringBuilder(token)
                .replace(at, at + 1, String.valueOf(with))
                .toString();
        // The last character of a signature holds two spare bits, which Base64 decoders forgive.
        if (at != token.length() - 1) {
            token(changed);
        }
    }

    int tokenLength() {
        return token.length();
    }

    void markdown(String text) {
        Prose prose;
        try {
            prose = new Prose(text);
        } catch (Refusal notProse) {
            return;
        }
        String html = markdown.html(prose);
        assertThat(html).doesNotContainPattern("(?i)<(?:script|img|iframe|svg|style|object|link|meta|form|input)");
        assertThat(html).doesNotContainPattern("(?i)<[^>]*[\\s\"'/](?:on[a-z]+|style|src)\\s*=");
        assertThat(html).doesNotContainPattern("(?i)href=\"(?!https?://|mailto:)");
    }

    private void answer(String method, String path, @Nullable String query, @Nullable String mediaType, byte[] body) {
        var headers = new HashMap<String, String>();
        headers.put("Authorization", "Bearer " + token);
        if (mediaType != null) {
            headers.put("Content-Type", mediaType);
        }
        send(method, path, query, headers, body);
    }

    private Answer send(String method, String path, @Nullable String query, Map<String, String> headers, byte[] body) {
        Answer answer = router.answer(new Call(method, path, query, headers, body, "192.0.2.1", ""));
        assertThat(answer.status()).isBetween(200, 499);
        if (answer.status() >= 400 && !method.equals("HEAD")) {
            assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
            assertThat(Json.read(answer.body()).path("code").textValue()).isNotBlank();
        }
        return answer;
    }
}
