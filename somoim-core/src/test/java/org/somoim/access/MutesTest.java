package org.somoim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somoim.Covers;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

@Covers("PRF-13")
class MutesTest {

    @ParameterizedTest
    @CsvSource({
        "art,      The art of war,        true",
        "art,      A party for Bart,      false",
        "art,      ART!,                  true",
        "art,      art를 배우다,           true",
        "art,      art-house,             true",
        "cafe,     ＣＡＦＥ 모임,            true",
        "코인,     비트코인을 사세요,       true",
        "코인,     코끼리,                 false",
        "straße,   STRASSE,               false",
        "c++,      I like C++ and C,      true",
        "c,        c++,                   true",
        "é,        cafe\u0301s,           true",
    })
    void wordsAreFoundAsTheirScriptWritesThem(String word, String text, boolean hidden) {
        var mutes = new Mutes(Set.of(Line.of(word)));

        assertThat(mutes.hide(Line.of(text), null)).isEqualTo(hidden);
        assertThat(mutes.hide(null, Prose.of("first line\n" + text))).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource({"anything", "무엇이든"})
    void whoMutesNothingMissesNothing(String text) {
        assertThat(Mutes.NONE.hide(Line.of(text), Prose.of(text))).isFalse();
        assertThat(new Mutes(Set.of(Line.of("x"))).hide(null, null)).isFalse();
    }
}
