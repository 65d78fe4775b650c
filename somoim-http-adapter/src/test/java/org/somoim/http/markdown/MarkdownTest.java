package org.somoim.http.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.kernel.Prose;
import org.somoim.memory.TestClock;

@Covers("SEC-3")
class MarkdownTest {
    private final Markdown markdown = new Markdown();

    @Test
    void whatIsHarmlessIsRendered() {
        assertThat(html("# 제주\n\n*가자* **now** `x<y`\n\n1. a\n2. b\n\n> q\n\n```java\nint x;\n```\n\n---"))
                .isEqualToIgnoringWhitespace("<h1>제주</h1><p><em>가자</em> <strong>now</strong> <code>x&lt;y</code></p>"
                        + "<ol><li>a</li><li>b</li></ol><blockquote><p>q</p></blockquote>"
                        + "<pre><code class=\"language-java\">int x;</code></pre><hr />");
    }

    @Test
    void whatWasRenderedIsKeptForFiveMinutesAndThenRenderedAgain() {
        var clock = new TestClock();
        var aging = new Markdown(
                () -> Duration.between(TestClock.START, clock.instant()).toNanos());
        String first = aging.html(new Prose("*가자*"));

        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(aging.html(new Prose("*가자*"))).isSameAs(first);
        assertThat(aging.html(new Prose("*와*"))).isNotEqualTo(first);

        clock.advance(Duration.ofNanos(1));
        assertThat(aging.html(new Prose("*가자*"))).isNotSameAs(first).isEqualTo(first);
    }

    @Test
    void aLinkSaysThatItIsNotOurs() {
        assertThat(html("[x](https://a.example/?b=1&c=2)"))
                .isEqualToIgnoringWhitespace(
                        "<p><a href=\"https://a.example/?b&#61;1&amp;c&#61;2\" rel=\"nofollow noopener noreferrer ugc\">x</a></p>");
        assertThat(html("<mailto:a@b.example>")).contains("href=\"mailto:a&#64;b.example\"");
    }

    @Test
    void anAddressReferredToThousandsOfTimesDoesNotFillThePage() {
        String address = "https://a.example/" + "b".repeat(9_000);
        for (String reference : List.of("[x]", "![x]", "[![x]][x]")) {
            String prose =
                    "[x]: " + address + " '" + "t".repeat(900) + "'\n\n" + reference.repeat(9_000 / reference.length());

            assertThat(html(prose)).hasSizeLessThan(4 * Prose.MAX).contains(address);
        }
        assertThat(html("[x]: https://a.example\n\n" + "[x] ".repeat(1_000)).split("</a>", -1))
                .hasSize(1_001);
    }

    @Test
    void anImageIsALinkSoThatItsHostLearnsNothing() {
        assertThat(html("![sea](https://a.example/1.png)"))
                .contains("<a href=")
                .contains(">sea</a>")
                .doesNotContain("<img");
        assertThat(html("![](https://a.example/1.png)")).contains(">https://a.example/1.png</a>");
        assertThat(html("[![sea](https://a.example/1.png)](https://b.example)"))
                .isEqualToIgnoringWhitespace(
                        "<p><a href=\"https://b.example\" rel=\"nofollow noopener noreferrer ugc\">sea</a></p>");
        assertThat(html("![a ![b](https://x.example) c](https://y.example)")).containsOnlyOnce("<a ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<iframe src=javascript:alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](javascript:alert(1))",
                "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
                "[x](//evil.example/a)",
                "[x](/relative)",
                "[x](?q)",
                "[x](ftp://a.example)",
                "[x](file:///etc/passwd)",
                "[x](https://a.example \"\\\" onmouseover=alert(1) \\\"\")",
                "[x](https://a.example\" onmouseover=\"alert(1))",
                "<https://a.example/\"onmouseover=alert(1)>",
                "<javascript:alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]",
                "```\"><script>alert(1)</script>\nx\n```",
                "``` x\" onclick=\"alert(1)\nx\n```",
                "`<script>alert(1)</script>`",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<b <script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<style>@import 'https://evil.example'</style>",
                "<p style=\"background:url(https://evil.example)\">x</p>",
                "{{constructor.constructor('alert(1)')()}}",
                "<x onclick=alert(1)>x</x>"
            })
    void nothingRunsAndNothingIsFetched(String hostile) {
        String html = html(hostile);

        // Every tag that is there is one of ours, with attributes of ours only. The empty comment is how the sanitiser
        // keeps two braces from being read as a template.
        assertThat(html.replaceAll(
                        "</?(?:p|br|hr|h[1-6]|em|strong|pre|blockquote|ul|ol|li|code|a)(?: /)?>"
                                + "|<!-- -->|<code class=\"language-[A-Za-z0-9+#-]+\">|<ol start=\"[0-9]+\">"
                                + "|<a href=\"(?:https?://|mailto:)[^\"<>\\s]+\" rel=\"nofollow noopener noreferrer ugc\">",
                        ""))
                .doesNotContain("<");
    }

    static Stream<String> pathological() {
        return Stream.of(
                "*".repeat(20_000),
                "*a ".repeat(6_000),
                "a**b".repeat(5_000),
                "_a".repeat(10_000),
                "[".repeat(20_000),
                "![".repeat(10_000),
                "[a](".repeat(5_000),
                "[".repeat(9_000) + "a" + "](u)".repeat(2_500),
                "<".repeat(20_000),
                "<a".repeat(10_000),
                "<!--".repeat(5_000),
                "`".repeat(20_000),
                "`a``b```c".repeat(2_000),
                ">".repeat(20_000),
                "> ".repeat(9_999) + "a",
                "- ".repeat(9_999) + "a",
                "1. ".repeat(6_000) + "a",
                "\n" + " ".repeat(10_000) + "x",
                "&".repeat(20_000),
                "\\".repeat(20_000),
                "#".repeat(20_000),
                "[a]: u\n".repeat(2_800),
                "**a *b ".repeat(2_800),
                "~".repeat(20_000),
                "x\n===\n".repeat(2_800));
    }

    @ParameterizedTest
    @MethodSource("pathological")
    void nothingMakesItHangOrOverflow(String prose) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> html(prose));
    }

    private String html(String prose) {
        return markdown.html(new Prose(prose));
    }
}
