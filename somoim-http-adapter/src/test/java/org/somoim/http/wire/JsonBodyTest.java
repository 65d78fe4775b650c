package org.somoim.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.http.testing.Client;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

@Covers({"SEC-2", "API-7"})
class JsonBodyTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");

    private final WishRoutes wishes = new WishRoutes();
    private final Client sumi = Client.of(wishes.clock, wishes.memory, wishes).as(SUMI);

    @Test
    void everyFaultOfABodyIsNamedAtOnceWithItsPlace() {
        sumi.post(
                        "/wishes",
                        "{'title': ' ', 'reason': 7, 'size': 'large', 'times_over': 1.0, 'by': 'tomorrow',"
                                + " 'tags': ['ok', 'Not A Word', null, 3], 'extra': 1, 'a/b~c': 2}")
                .faults(
                        "/title kernel.not-one-line",
                        "/reason http.wrong-type",
                        "/size http.unknown-value",
                        "/times_over http.wrong-type",
                        "/by http.not-an-instant",
                        "/tags/1 kernel.not-a-word",
                        "/tags/2 http.null-field",
                        "/tags/3 http.wrong-type",
                        "/extra http.unknown-field",
                        "/a~1b~0c http.unknown-field");
    }

    @Test
    void whatIsMissingOrNullIsToldApartAndOnlyWhereItMustBeThere() {
        sumi.post("/wishes", "{'size': null, 'reason': null, 'times_over': null, 'tags': []}")
                .faults("/title http.missing-field", "/size http.null-field", "/times_over http.null-field");
    }

    @Test
    void aRecordInsideABodyKeepsItsOwnRules() {
        String wish = "{'title': 'x', 'size': 'SMALL', 'times_over': 1, 'tags': [], 'giver': %s}";
        sumi.post("/wishes", wish.formatted("{'name': 'nobody'}")).faults("/giver wishes.impossible");
        sumi.post("/wishes", wish.formatted("{'name': 'Mina', 'owes': 'x'}")).faults("/giver/owes kernel.not-an-id");
        sumi.post("/wishes", wish.formatted("[]")).faults("/giver http.wrong-type");
        sumi.post("/wishes", wish.formatted("{'name': 'Mina'}")).ok(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "'x'", "1", "true"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        sumi.post("/wishes", body).faults("http.wrong-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}}",
                "{} {}",
                "{'title': 'a', 'title': 'b'}",
                "{'title': 01}",
                "{'title': NaN}",
                "// {}",
                "{'a': 1,}",
                "\uFEFF{}",
                "{'a': 11111111111111111111111111111111111111111111111111}",
                "\u0000"
            })
    void whatIsNotExactlyOneJsonValueIsRefused(String body) {
        sumi.post("/wishes", body).refused(400, "http.unreadable-body");
    }

    @Test
    void aMissingBodyIsRefused() {
        sumi.send("POST", "/wishes", "application/json", new byte[0]).refused(400, "http.missing-body");
        sumi.send("POST", "/wishes", "application/json", "  ".getBytes(StandardCharsets.UTF_8))
                .refused(400, "http.missing-body");
    }

    @Test
    void nestingBeyondMeasureIsRefusedNotFollowed() {
        sumi.post("/wishes", "{'title': " + "[".repeat(50_000) + "]".repeat(50_000) + "}")
                .refused(400, "http.unreadable-body");
    }

    @Test
    void onlyUtf8IsRead() {
        sumi.send("POST", "/wishes", "application/json", "{}".getBytes(StandardCharsets.UTF_16BE))
                .refused(400, "http.unreadable-body");
        sumi.send("POST", "/wishes", "application/json", new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'})
                .refused(400, "http.not-utf-8");
    }

    @Test
    void textThatCouldNotBeStoredIsRefused() {
        sumi.post("/wish/create", "{'wish_text': 'a\\u0000b'}").faults("/wish_text kernel.broken-text");
        sumi.post("/wish/create", "{'wish_text': '\\ud83d'}").faults("/wish_text kernel.broken-text");
    }

    @Test
    void aHundredFaultsAreNotAllListed() {
        String tags = "1,".repeat(99) + "1";
        var reply = sumi.post("/wishes", "{'title': 'x', 'size': 'SMALL', 'times_over': 1, 'tags': [" + tags + "]}");
        assertThat(reply.refused(422, "http.invalid-body").json().path("errors"))
                .hasSize(21);
    }

    @Test
    void theMediaTypeMustBeSaidAndRight() {
        byte[] body = "{\"wish_text\": \"x\"}".getBytes(StandardCharsets.UTF_8);
        for (String type : new String[] {
            null,
            "",
            "text/plain",
            "application/json; charset=euc-kr",
            "application/merge-patch+json",
            "application/json, application/json"
        }) {
            sumi.send("POST", "/wish/create", type, body).refused(415, "http.wrong-media-type");
        }
        sumi.send("POST", "/wish/create", "Application/JSON; charset=UTF-8", body)
                .ok(201);
    }

    @Test
    void aBodyWhereNoneIsTakenAndOneThatIsTooLargeAreRefused() {
        sumi.call("DELETE", "/wishes/" + SUMI, "{}").refused(400, "http.unexpected-body");
        sumi.send("POST", "/wishes", "application/json", new byte[256 * 1024 + 1])
                .refused(413, "http.body-too-large");
    }
}
