package org.somoim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;

@Covers("SEC-2")
class TextTest {

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(Line.of("🏃".repeat(Line.MAX)).length()).isEqualTo(Line.MAX);
        assertThat(Line.of("한".repeat(Line.MAX)).length()).isEqualTo(Line.MAX);
        assertRefused("kernel.too-long", () -> Line.of("🏃".repeat(Line.MAX + 1)));
        assertRefused("kernel.too-long", () -> Prose.of("가".repeat(Prose.MAX + 1)));
    }

    /** SQLite's {@code length} would stop there, and so count wrong. */
    @Test
    void aNulIsRefused() {
        assertRefused("kernel.broken-text", () -> Line.of("a\0b"));
        assertRefused("kernel.broken-text", () -> Prose.of("a\0b"));
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertRefused("kernel.broken-text", () -> Line.of("a\uD83C"));
        assertRefused("kernel.broken-text", () -> Prose.of("\uDFC3a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "a\tb", "a\u2028b", "a\u0085b", "\u3000"})
    void aLineIsOneLineWithSomethingOnIt(String raw) {
        assertRefused("kernel.not-one-line", () -> Line.of(raw));
    }

    @Test
    void proseKeepsItsLinesAndItsIndentation() {
        assertThat(Prose.of("    code\n\n본문 \n").value()).isEqualTo("    code\n\n본문");
        assertRefused("kernel.blank", () -> Prose.of(" \n\t"));
    }

    @Test
    void whatPeopleWroteDoesNotShowInALog() {
        assertThat(Line.of("비밀")).hasToString("Line(2)");
        assertThat(Prose.of("secret")).hasToString("Prose(6)");
        assertThat(new Secrets.Secret("abc")).hasToString("Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "-a", "a-", "a..b", "한글", "a_b"})
    void aWordIsOneOfOurOwn(String raw) {
        assertRefused("kernel.not-a-word", () -> new Word(raw));
    }
}
