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

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b\u200d", "\u3164", "\u115f\u1160", "\uffa0", "\u2800", "\ufe0f", "\u0301"})
    void aLineOfNothingToSeeIsBlank(String raw) {
        assertRefused("kernel.not-one-line", () -> Line.of(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202enimda", "a\u202a", "\u2067a", "\u2066a\u2069"})
    void aLineDoesNotTurnWhatStandsBesideIt(String raw) {
        assertRefused("kernel.not-one-line", () -> Line.of(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ㄱ", "\u1112\u1161\u11ab", "می‌خواهم", "א\u200f", "❤️", "1"})
    void joinersAndMarksStayWhereTheyBelong(String raw) {
        assertThat(Line.of(raw).value()).isEqualTo(raw);
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
