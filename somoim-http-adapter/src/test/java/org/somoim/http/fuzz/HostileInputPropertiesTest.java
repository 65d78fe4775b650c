package org.somoim.http.fuzz;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.somoim.Covers;

/** The same as the fuzzer, from what is known to hurt. */
@Covers("SEC-2")
class HostileInputPropertiesTest {
    private final HostileInput input = new HostileInput();

    @Property(tries = 2_000)
    void noBodyBreaksIt(@ForAll("json") String json) {
        input.body(json.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1_000)
    void noBytesBreakIt(@ForAll @Size(max = 200) byte[] bytes) {
        input.body(bytes);
    }

    @Property(tries = 2_000)
    void noRequestLineBreaksIt(
            @ForAll("hostile") String method, @ForAll("hostile") String path, @ForAll("hostile") String query) {
        input.line(method, "/" + path, query);
        input.line("GET", path, query);
        input.mediaType(path);
    }

    @Property(tries = 2_000)
    void noQueryBreaksIt(@ForAll("hostile") String query) {
        input.query(query);
    }

    @Property(tries = 2_000)
    void noTokenBreaksIt(@ForAll("hostile") String token) {
        input.token(token);
    }

    @Property(tries = 1_000)
    void aTokenWithOneCharacterChangedIsNoToken(@ForAll int at, @ForAll("base64") char with) {
        input.tampered(Math.floorMod(at, input.tokenLength()), with);
    }

    @Property(tries = 2_000)
    void noProseBreaksIt(@ForAll("markdown") String prose) {
        input.markdown(prose);
    }

    @Provide
    Arbitrary<Character> base64() {
        return Arbitraries.chars()
                .range('A', 'Z')
                .range('a', 'z')
                .range('0', '9')
                .with('-', '_', '.');
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "%",
                "%00",
                "%2e",
                "%2F",
                "%ff",
                "%ed%a0%80",
                "..",
                "/",
                "//",
                "\\",
                ";",
                "?",
                "&",
                "=",
                "+",
                " ",
                "\t",
                "\r\n",
                "\0",
                "한",
                "\ud83c",
                "{",
                "}",
                "{wish}",
                "limit",
                "cursor",
                "-1",
                "99999999999",
                "1e9",
                "NaN",
                "null",
                "true",
                "SMALL",
                "2026-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "00000000-0000-7000-8000-000000000001",
                "Bearer ",
                ".",
                "e30",
                "eyJhbGciOiJub25lIn0",
                "api/v1/wishes",
                "health",
                "HEAD",
                "PATCH",
                "application/json",
                ",");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().all().ofMaxLength(30));
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> leaf = Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1.5",
                "1e400",
                "2147483648",
                "9223372036854775808",
                "\"\"",
                "\" \"",
                "\"x\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"SMALL\"",
                "\"2026-01-01T00:00:00Z\"",
                "\"-999999999-01-01T00:00:00Z\"",
                "\"a-b\"",
                "\"한\"",
                "[]",
                "{}",
                "[null]",
                "[[]]",
                "[\"a\",\"a\"]",
                "{\"name\":\"nobody\"}",
                "{\"name\":\"x\",\"owes\":\"00000000-0000-7000-8000-000000000001\"}",
                "nul",
                "\"",
                "[",
                "}");
        Arbitrary<String> name = Arbitraries.of(
                "title",
                "reason",
                "size",
                "times_over",
                "by",
                "tags",
                "giver",
                "wish_text",
                "timesOver",
                "",
                "~/",
                "한",
                "$ref");
        return name.flatMap(n -> leaf.map(l -> "\"" + n + "\":" + l))
                .list()
                .ofMaxSize(8)
                .map(fields -> "{" + String.join(",", fields) + "}");
    }

    @Provide
    Arbitrary<String> markdown() {
        return Arbitraries.of(
                        "*",
                        "**",
                        "_",
                        "`",
                        "```",
                        "~~~",
                        "[",
                        "]",
                        "(",
                        ")",
                        "![",
                        "](",
                        "<",
                        ">",
                        "<!--",
                        "-->",
                        "<script>",
                        "</script>",
                        "<img src=x onerror=alert(1)>",
                        "javascript:alert(1)",
                        "https://a.example/",
                        "\"",
                        "'",
                        "&",
                        "&#106;",
                        "\\",
                        "\n",
                        "\n\n",
                        "    ",
                        "\t",
                        "- ",
                        "1. ",
                        "> ",
                        "# ",
                        "---",
                        "===",
                        "|",
                        ":",
                        "{{",
                        "한",
                        "a",
                        "\u202e",
                        "\ufeff",
                        "data:text/html,",
                        "mailto:a@b.example",
                        "onmouseover=",
                        "/",
                        "%",
                        " style=")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }
}
