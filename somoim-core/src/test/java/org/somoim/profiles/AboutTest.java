package org.somoim.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

class AboutTest {
    private static final Line LONGEST = Line.of("🦊".repeat(100));
    private static final Line TOO_LONG = Line.of("가".repeat(101));

    private static About about(Line given, Line family, Prose bio) {
        return new About(LONGEST, given, family, bio, null, null, Topics.NONE, Topics.NONE);
    }

    @Test
    @Covers("PRF-1")
    void namesHaveAtMostAHundredCodePoints() {
        assertThat(about(LONGEST, LONGEST, Prose.of("x")).displayName().length())
                .isEqualTo(100);

        assertRefused("profiles.name-too-long", () -> About.named(TOO_LONG));
        assertRefused("profiles.name-too-long", () -> about(TOO_LONG, LONGEST, Prose.of("x")));
        assertRefused("profiles.name-too-long", () -> about(LONGEST, TOO_LONG, Prose.of("x")));
    }

    @Test
    @Covers("PRF-2")
    void aBioHasAtMostTwoThousandCodePoints() {
        assertThat(about(LONGEST, LONGEST, Prose.of("🦊".repeat(2000))).bio()).isNotNull();

        assertRefused("profiles.bio-too-long", () -> about(LONGEST, LONGEST, Prose.of("가".repeat(2001))));
    }

    @Test
    @Covers("PRF-4")
    void topicsAreFewShortAndDifferent() {
        String[] most = IntStream.range(0, 20).mapToObj(i -> "topic " + i).toArray(String[]::new);
        assertThat(Topics.of(most).lines()).hasSize(20);
        assertThat(Topics.of("가".repeat(50)).lines()).hasSize(1);

        assertRefused(
                "profiles.too-many-topics",
                () -> new Topics(IntStream.range(0, 21)
                        .mapToObj(i -> Line.of("topic " + i))
                        .collect(Collectors.toSet())));
        assertRefused("profiles.topic-too-long", () -> Topics.of("가".repeat(51)));
        assertRefused("profiles.topic-twice", () -> Topics.of("Hiking", "ｈｉｋｉｎｇ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a.png",
                "http://example.org",
                "HTTPS://EXAMPLE.org:8443/a?b=c#d",
                "https://xn--3e0b707e.example/%ED%95%9C.png",
                "https://[2001:db8::1]/a.png"
            })
    @Covers("PRF-2")
    void aPictureIsOnTheWeb(String address) {
        assertThat(new Link(address).value()).isEqualTo(address);
        assertThat(new Link(address)).hasToString("Link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/a.png",
                "/a.png",
                "//example.org/a.png",
                "https:",
                "https:///a.png",
                "https://",
                "https:example.org",
                "ftp://example.org/a.png",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "https://user:secret@example.org/a.png",
                "https://user@example.org/a.png",
                "https://exa mple.org",
                "https://example.org/a\nb",
                "https://example.org/<script>",
                "https://example.org/한글.png",
                "https://exa_mple.org:x/"
            })
    @Covers("PRF-2")
    void whatIsNoPlainWebAddressIsTurnedDown(String address) {
        assertRefused("profiles.not-a-link", () -> new Link(address));
    }

    @Test
    @Covers("PRF-2")
    void anAddressHasAtMost500Characters() {
        assertThat(new Link("https://example.org/" + "a".repeat(480)).value()).hasSize(500);

        assertRefused("profiles.not-a-link", () -> new Link("https://example.org/" + "a".repeat(481)));
    }
}
