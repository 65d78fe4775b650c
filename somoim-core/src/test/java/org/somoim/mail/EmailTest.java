package org.somoim.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.somoim.memory.Refused.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;

@Covers("ACC-11")
class EmailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "name@example.org",
                "first.last+tag@sub.example.co.kr",
                "o'neil!#$%&*/=?^_`{|}~-@example.org",
                "민지@한국.example",
                "user@xn--3e0b707e.example",
                "x@3com.example"
            })
    void anAddressIsTaken(String address) {
        assertThat(Email.of(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "name",
                "@example.org",
                "name@",
                "a@b@c",
                "na me@example.org",
                ".name@example.org",
                "name.@example.org",
                "na..me@example.org",
                "name@-example.org",
                "name@example-.org",
                "name@.example.org",
                "name@example..org",
                "name@exa_mple.org",
                "\"quoted\"@example.org",
                "name@[127.0.0.1]",
                "Bob <name@example.org>",
                "name@example.org\nBcc: all@example.org",
                "na\u0000me@example.org",
                "na\u200bme@example.org",
                "na\ud800me@example.org"
            })
    void whatIsNoAddressIsTurnedDown(String address) {
        assertRefused("mail.not-an-email", () -> Email.of(address));
    }

    @Test
    void spellingsThatDifferInCaseCompositionOrOuterSpaceAreOneAddress() {
        assertThat(Email.of("  Name@EXAMPLE.org\n")).isEqualTo(Email.of("name@example.org"));
        assertThat(Email.of("민지@example.org")).isEqualTo(Email.of("\u1106\u1175\u11ab\u110c\u1175@example.org"));
    }

    @Test
    void anAddressHasAtMost255CharactersAnd64OfThemBeforeTheAt() {
        String domain = "d".repeat(63) + "." + "e".repeat(63) + "." + "f".repeat(62);
        assertThat(Email.of("n".repeat(64) + "@" + domain).value()).hasSize(255);

        assertRefused("mail.not-an-email", () -> Email.of("n".repeat(64) + "@" + domain + "f"));
        assertRefused("mail.not-an-email", () -> Email.of("n".repeat(65) + "@example.org"));
        assertRefused("mail.not-an-email", () -> Email.of("n@" + "d".repeat(64) + ".org"));
        assertRefused("mail.not-an-email", () -> Email.of("a.".repeat(500_000) + "@example.org"));
    }

    @Test
    void anAddressIsNotPrinted() {
        assertThat(Email.of("name@example.org")).hasToString("Email");
    }
}
