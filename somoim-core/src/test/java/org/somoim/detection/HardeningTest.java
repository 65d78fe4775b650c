package org.somoim.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;

@Covers("MOD-7")
class HardeningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "free money",
                "FREE   MONEY",
                "ｆｒｅｅ ｍｏｎｅｙ",
                "frее mоnеу",
                "fr\u200Bee m\u2060on\u00ADey",
                "f\u0301r\u0300e\u0302e\u0303 móñêý",
                "𝐟𝐫𝐞𝐞 𝓶𝓸𝓷𝓮𝔂",
                "ⓕⓡⓔⓔ ⓜⓞⓝⓔⓨ",
                "🅵🆁🅴🅴 🅼🅾🅽🅴🆈",
                "fr33 m0n3y",
                "f.r.e.e m.o.n.e.y",
                "f r e e  m o n e y",
                "f-r-e-e m_o_n_e_y",
                "freeee monnney",
                "fʀᴇᴇ ᴍᴏɴᴇʏ",
                "\u202Efree money\u202C",
                "free\uD800money",
                "\tfree\u00A0\u3000money\r\n",
            })
    void whatLooksTheSameIsTheSame(String disguised) {
        assertThat(Hardening.of(disguised)).isIn("free money", "fre money");
    }

    @ParameterizedTest
    @CsvSource({
        "안녕하세요, 안녕하세요",
        "ㅇㅏㄴㄴㅕㅇㅎㅏㅅㅔㅇㅛ, 안녕하세요",
        "ㅗㅏ 과, ㅗㅏ 과",
        "ㄱㅗㅏㅇ, 광",
        "ㅇㅓㅂㅅㄷㅏ, 없다",
        "ﾊﾊ, ハハ",
        "ﾡￂ, 가",
        "가ㅋㅋㅋㅋ, 가ㅋㅋ",
        "ㅠㅠㅠㅠ, ㅠㅠ",
    })
    void lettersOfHangulAreSyllables(String written, String read) {
        assertThat(Hardening.of(written)).isEqualTo(read);
    }

    @Test
    void halvesOfSyllablesAreSyllables() {
        assertThat(Hardening.of(Normalizer.normalize("안녕하세요 친구", Normalizer.Form.NFD)))
                .isEqualTo("안녕하세요 친구");
    }

    @ParameterizedTest
    @CsvSource({
        "call 0871 277, call 0000 000",
        "100 of 2024, 000 of 0000",
        "12345678901, 000000",
        "at 10:30 on 3/4, at 00:00 on 0/0",
        "£1000!, £0000!",
        "really?!?!, really?!?!",
        "wow!!!!!!, wow!!",
        "me@example.org, meaexample.org",
    })
    void numbersAndSignsStayWhatTheyAre(String written, String read) {
        assertThat(Hardening.of(written)).isEqualTo(read);
    }

    @Test
    void numbersAreWordsWhereThatIsTheCustom() {
        assertThat(Hardening.of("7h15 15 4 53cr37 m3554g3")).isEqualTo("this is a secret message");
        assertThat(Hardening.of("this is 4 you")).isEqualTo("this is 0 you");
    }

    @Test
    void anyTextCanBeHardened() {
        assertThat(Hardening.of("")).isEmpty();
        assertThat(Hardening.of("\uD800\uDC00\uD800\uDFFF\uDC00")).isNotNull();
        assertThat(Hardening.of("\u0000\u0007\u200B\u200D")).isEmpty();
        assertThat(Hardening.of("ab".repeat(500_000))).hasSize(Hardening.MOST);
    }
}
