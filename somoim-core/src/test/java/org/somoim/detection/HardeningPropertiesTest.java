package org.somoim.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.somoim.Covers;

@Covers("MOD-7")
class HardeningPropertiesTest {

    @Property(tries = 500)
    void invisibleCharactersDoNotMatter(@ForAll("words") String text, @ForAll("invisible") char nothing) {
        String apart = text.chars().mapToObj(c -> "" + (char) c + nothing).collect(Collectors.joining());

        assertThat(Hardening.of(apart)).isEqualTo(Hardening.of(text));
    }

    @Property(tries = 500)
    void widthCaseAndAccentsDoNotMatter(@ForAll("words") String text, @ForAll("accents") char accent) {
        String wide = text.chars()
                .mapToObj(c -> "" + (char) (c > ' ' && c < 0x7F ? c - '!' + '\uFF01' : c))
                .collect(Collectors.joining());
        String accented = text.chars()
                .mapToObj(c -> "" + (char) c + (c >= 'a' && c <= 'z' ? accent : ""))
                .collect(Collectors.joining());

        assertThat(Hardening.of(wide)).isEqualTo(Hardening.of(text));
        assertThat(Hardening.of(accented)).isEqualTo(Hardening.of(text));
        assertThat(Hardening.of(text.toUpperCase(Locale.ROOT))).isEqualTo(Hardening.of(text));
    }

    @Property(tries = 500)
    void lettersThatLookAlikeDoNotMatter(@ForAll("words") String text) {
        String alike = text.replace('a', 'а')
                .replace('e', 'е')
                .replace('o', 'ο')
                .replace('c', 'с')
                .replace('p', 'р');

        assertThat(Hardening.of(alike)).isEqualTo(Hardening.of(text));
    }

    @Property(tries = 500)
    void composedAndDecomposedAreTheSame(@ForAll("syllables") String text) {
        assertThat(Hardening.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(Hardening.of(text));
        assertThat(Hardening.of(Normalizer.normalize(text, Normalizer.Form.NFKD)))
                .isEqualTo(Hardening.of(text));
    }

    /** A syllable without a final letter before one that begins with a pair is the only thing that letters leave open. */
    @Property(tries = 500)
    void syllablesComeBackFromTheirLetters(@ForAll("syllables") String text) {
        String letters = text.chars().mapToObj(HardeningPropertiesTest::letters).collect(Collectors.joining());

        assertThat(Hardening.of(letters)).isEqualTo(Hardening.of(text));
    }

    @Property(tries = 1000)
    void anyTextIsHardenedToTidyText(@ForAll @StringLength(max = 200) String text) {
        String hardened = Hardening.of(text);

        assertThat(hardened).isEqualTo(hardened.strip());
        assertThat(hardened).doesNotContain("  ").doesNotContainPattern("[A-Z1-9]");
        assertThat(Hardening.of(hardened).length()).isLessThanOrEqualTo(hardened.length());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyz ,.가나다")
                .ofMaxLength(60);
    }

    /** Full syllables, none of them in a row. */
    @Provide
    Arbitrary<String> syllables() {
        return Arbitraries.strings().withCharRange('가', '힣').ofMaxLength(20);
    }

    @Provide
    Arbitrary<Character> invisible() {
        return Arbitraries.of(
                '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u034F', '\u3164', '\uFE0F', '\u202E');
    }

    @Provide
    Arbitrary<Character> accents() {
        return Arbitraries.chars().range('\u0300', '\u036F').filter(c -> Character.isDefined(c));
    }

    private static String letters(int syllable) {
        int index = syllable - '가';
        String last = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
                .substring(index % 28, index % 28 + 1)
                .strip();
        return "" + "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".charAt(index / 588) + (char) (0x314F + index % 588 / 28) + last;
    }
}
