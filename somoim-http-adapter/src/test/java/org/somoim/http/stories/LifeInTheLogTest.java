package org.somoim.http.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;
import org.somoim.Covers;
import org.somoim.http.stories.OpenTown.Someone;
import org.somoim.http.testing.Reply;
import org.somoim.logs.Field;
import org.somoim.logs.Heard;
import org.somoim.logs.LogLine;

/** A whole life, from sign-up to erasure and with all that can go wrong, and what of it stands in the log. */
class LifeInTheLogTest {
    private static final String PASSWORD = "비밀번호는 길게 쓴다";
    private static final Map<String, LogLine> LINES =
            Arrays.stream(LogLine.values()).collect(Collectors.toMap(LogLine::action, Function.identity()));

    @TempDir
    Path folder;

    private final List<String> secrets = new ArrayList<>(List.of(
            PASSWORD,
            "자몽빛",
            "jamong.secretive@example.org",
            "jamong.secretive",
            "chilbongi@example.org",
            "칠봉이",
            "틀린 비밀번호 하나",
            "아무도 모르는 모임",
            "여기서만 하는 이야기",
            "대답할 수 없는 말",
            "127.0.0.1"));

    private List<ILoggingEvent> live() {
        try (var heard =
                new Heard("org.somoim", "com.zaxxer", "org.flywaydb", "org.apache.ibatis", "org.sqlite", "com.auth0")) {
            try (var town = new OpenTown(folder)) {
                Someone one = town.person("자몽빛", "jamong.secretive@example.org");
                Someone other = town.person("칠봉이", "chilbongi@example.org");
                secrets.addAll(List.of(one.id(), one.token(), other.id(), other.token()));
                town.visitor()
                        .post("/sessions", "{'email': 'jamong.secretive@example.org', 'password': '틀린 비밀번호 하나'}")
                        .refused(401, "accounts.wrong-credentials");
                String group = one.post(
                                "/groups", "{'name': '아무도 모르는 모임', 'visibility': 'SECRET', 'join_policy': 'INVITE'}")
                        .ok(201)
                        .at("/id");
                secrets.add(group);
                String posts = "/groups/" + group + "/posts";
                one.post(posts, "{'body': '여기서만 하는 이야기'}").ok(201);
                other.post(posts, "{'body': '대답할 수 없는 말'}").refused(404, "access.not-found");
                one.post(posts, "{'body': ['대답할 수 없는 말']}").refused(422, "http.invalid-body");
                one.get("/groups?q=자몽빛".replace("자몽빛", "%EC%9E%90%EB%AA%BD%EB%B9%9B"))
                        .ok();
                other.get(posts + "?cursor=jamong.secretive");
                town.mailer().isDown(true);
                town.visitor().post("/password-resets", "{'email': 'jamong.secretive@example.org'}");
                town.mailer().isDown(false);
                Reply begun = one.post("/me/erasure", "{'password': '%s', 'keep': []}".formatted(PASSWORD))
                        .ok(202);
                secrets.add(begun.at("/erasure_id"));
                town.breakStore();
                other.post("/groups", "{'name': '아무도 모르는 모임'}").refused(503, "http.store-unavailable");
            }
            return heard.events();
        }
    }

    @Test
    @Covers({"OPS-4", "OPS-7"})
    void nothingOfAnyoneStandsInTheLog() {
        List<ILoggingEvent> events = live();

        assertThat(events)
                .as("all that was said, at every level")
                .hasSizeGreaterThan(20)
                .allSatisfy(event -> assertThat(Heard.whole(event)).doesNotContain(secrets));
        assertThat(events)
                .extracting(event -> Heard.fields(event).get(Field.ACTION.key()))
                .contains(
                        "somoim.started",
                        "store.migrated",
                        "letters.delayed",
                        "store.failed",
                        "http.store-unavailable",
                        "somoim.stopped");
    }

    /** Whoever sets up an index by the list gets what the list says. */
    @Test
    @Covers("OPS-4")
    void whateverIsSaidToOperatorsIsALineOfTheList() {
        List<ILoggingEvent> events = live();

        assertThat(events)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.INFO))
                .isNotEmpty()
                .allSatisfy(event -> {
                    Map<String, String> fields = Heard.fields(event);
                    LogLine line = LINES.get(fields.get(Field.ACTION.key()));
                    assertThat(line).as(Heard.whole(event)).isNotNull();
                    assertThat(event.getMessage()).isEqualTo(line.message());
                    assertThat(Level.valueOf(event.getLevel().toString())).isEqualTo(line.level());
                    Set<String> declared =
                            line.fields().stream().map(Field::key).collect(Collectors.toSet());
                    declared.add(Field.ACTION.key());
                    assertThat(fields.keySet()).isEqualTo(declared);
                });
    }
}
