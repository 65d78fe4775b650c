package org.somoim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.PlainTokens;
import org.somoim.http.testing.Reply;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.memory.Community;

@Covers("PER-9")
class CompressionTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");
    private static final List<String> SECRETS = List.of("token", "secret", "password", "code", "credential");

    private final WishRoutes wishes = new WishRoutes();
    private final Router router = new Router(
            new Surroundings(PlainTokens.trusting(new PlainTokens()), wishes.clock, wishes.memory, () -> {}),
            List.of(wishes));
    private final Client plain = Client.of(router).as(SUMI);
    private final Client packing = plain.with("Accept-Encoding", "br, gzip;q=0.8");
    private final String path =
            "/wishes/" + plain.post("/wishes", wish()).ok(201).at("/id");

    private static String wish() {
        return "{'title': '여행', 'size': 'LARGE', 'times_over': 2, 'tags': [], 'reason': '" + "제주도 한라산 ".repeat(100)
                + "'}";
    }

    private static byte[] unpacked(byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLongAnswerIsMadeShorterForWhoeverTakesThat() {
        Answer whole = plain.get(path).ok().answer();
        Answer packed = packing.get(path).ok().answer();

        assertThat(unpacked(packed.body())).isEqualTo(whole.body());
        assertThat(packed.body().length).isLessThan(whole.body().length / 2);
        assertThat(packed.headers())
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Content-Length", "" + packed.body().length)
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Vary", "Authorization, Accept-Encoding");
        assertThat(whole.headers())
                .doesNotContainKey("Content-Encoding")
                .containsEntry("Vary", "Authorization, Accept-Encoding");
        assertThat(packed.headers().get("ETag")).isNotEqualTo(whole.headers().get("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip;q=0.000, br", "br", "x-gzipped"})
    void itStaysAsItIsForWhoeverDoesNot(String taken) {
        assertThat(plain.with("Accept-Encoding", taken).get(path).ok().header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void aShortAnswerStaysAsItIs() {
        assertThat(packing.get("/fairies").ok().header("Content-Encoding")).isEmpty();
        assertThat(packing.get("/wishes/1").refused(404, "access.not-found").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    @Covers("PER-11")
    void whoHasTheShorterOneNeedNotBeSentItAgain() {
        String tag = packing.get(path).ok().header("ETag").orElseThrow();

        Reply again = packing.with("If-None-Match", tag).get(path).ok(304);
        assertThat(again.answer().body()).isEmpty();
        assertThat(again.header("ETag")).contains(tag);
        assertThat(again.header("Vary")).contains("Authorization, Accept-Encoding");
        assertThat(again.header("Content-Encoding")).isEmpty();
        packing.with("If-None-Match", "W/" + tag).get(path).ok(304);
        // What they hold is not what they would be given.
        plain.with("If-None-Match", tag).get(path).ok(200);

        plain.patch(path, "{'title': '눈'}").ok();
        packing.with("If-None-Match", tag).get(path).ok(200);
    }

    @Test
    @Covers("PER-11")
    void whoHasSeenTheShorterOneMayChangeWhatTheySaw() {
        String tag = packing.get(path).ok().header("ETag").orElseThrow();

        packing.with("If-Match", "W/" + tag).patch(path, "{'title': '비'}").refused(412, "http.changed-meanwhile");
        packing.with("If-Match", tag).patch(path, "{'title': '비'}").ok();
        packing.with("If-Match", tag).patch(path, "{'title': '해'}").refused(412, "http.changed-meanwhile");
        plain.with("If-Match", tag).delete(path).refused(412, "http.changed-meanwhile");
        String now = plain.get(path).ok().header("ETag").orElseThrow();
        packing.with("If-Match", now).delete(path).ok(204);
    }

    @Test
    void headSaysWhatGetWould() {
        Reply get = packing.get(path).ok();
        Reply head = packing.call("HEAD", path, null).ok();

        assertThat(head.answer().headers()).isEqualTo(get.answer().headers());
        assertThat(head.answer().body()).isEmpty();
    }

    @Test
    void whatAChangeAnswersIsNeverMadeShorter() {
        for (Reply reply : List.of(
                packing.post("/wishes", wish()).ok(201),
                packing.patch(path, "{'size': 'SMALL'}").ok())) {
            assertThat(reply.answer().body().length).isGreaterThan(Compression.LEAST);
            assertThat(reply.header("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void whatIsAnsweredToWhomTheHostHasSignedInIsNeverMadeShorter() {
        var call = new Call(
                "GET", Route.BASE + path, null, Map.of("Accept-Encoding", "gzip"), new byte[0], "192.0.2.1", "");

        Answer answer = router.answer(call, () -> Actor.person(SUMI));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("Content-Encoding").containsEntry("Vary", "Authorization");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("한라산");
    }

    /** Else it could be guessed from how short an answer becomes. */
    @Test
    void noQuestionOfTheApiIsAnsweredWithASecret() {
        var town = new Community();
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (var capability : Api.capabilities(town.somoim, new PlainTokens(), town.clock)) {
            for (Route route : capability.routes()) {
                Class<?> view = route.gives().view();
                if (route.method() == Method.GET && view != null) {
                    looked++;
                    secrets(view, new HashSet<>()).forEach(name -> found.add(route.name() + " " + name));
                }
            }
        }

        assertThat(looked).isGreaterThan(50);
        assertThat(found).isEmpty();
    }

    private static Set<String> secrets(Class<?> view, Set<Class<?>> seen) {
        Set<String> found = new HashSet<>();
        if (!view.isRecord() || !seen.add(view)) {
            return found;
        }
        for (RecordComponent component : view.getRecordComponents()) {
            String name = component.getName().toLowerCase(Locale.ROOT);
            if (SECRETS.stream().anyMatch(name::contains)) {
                found.add(view.getSimpleName() + "." + component.getName());
            }
            found.addAll(secrets(element(component.getAnnotatedType()), seen));
        }
        return found;
    }

    private static Class<?> element(AnnotatedType type) {
        AnnotatedType inner = type instanceof AnnotatedParameterizedType parameterized
                ? parameterized.getAnnotatedActualTypeArguments()[0]
                : type;
        return inner.getType() instanceof Class<?> plain ? plain : Object.class;
    }
}
