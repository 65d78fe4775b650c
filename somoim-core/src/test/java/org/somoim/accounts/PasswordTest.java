package org.somoim.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.somoim.memory.Refused.assertRefused;

import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

@Covers({"ACC-2", "ACC-3"})
class PasswordTest {
    private static final PasswordPolicy POLICY = PasswordPolicy.notTheAccount();
    private static final Email EMAIL = Email.of("minji@example.org");

    @Test
    void lengthIsAllThatIsAskedAndItIsCountedInCodePoints() {
        assertThat(Password.of("aaaaaaaa").value()).isEqualTo("aaaaaaaa");
        assertThat(Password.of("🦊".repeat(8)).value()).isEqualTo("🦊".repeat(8));
        assertThat(Password.of("가".repeat(256)).value()).hasSize(256);
        assertThat(Password.of(" a b c d ").value()).isEqualTo(" a b c d ");

        assertRefused("accounts.password-too-short", () -> Password.of(""));
        assertRefused("accounts.password-too-short", () -> Password.of("🦊".repeat(7)));
        assertRefused("accounts.password-too-long", () -> Password.of("가".repeat(257)));
        assertRefused("accounts.password-too-long", () -> Password.of("a".repeat(10_000_000)));
    }

    @Test
    void theSameKeysOnAnotherDeviceGiveTheSamePassword() {
        assertThat(Password.of("소모임비밀번호예요"))
                .isEqualTo(Password.of("\u1109\u1169\u1106\u1169\u110b\u1175\u11b7\u1107\u1175\u1106\u1175\u11af"
                        + "\u1107\u1165\u11ab\u1112\u1169\u110b\u1168\u110b\u116d"));
        assertThat(Password.of("ｐａｓｓｗｏｒｄ")).isEqualTo(Password.of("password"));
    }

    @Test
    void lengthIsCountedAfterComposing() {
        String oneSyllable = "\u1112\u1161\u11ab";

        assertRefused("accounts.password-too-short", () -> Password.of(oneSyllable.repeat(7)));
        assertThat(Password.of(oneSyllable.repeat(256)).value()).hasSize(256);
    }

    @Test
    void whatCannotBeKeptAsTextIsTurnedDown() {
        assertRefused("accounts.password-not-text", () -> Password.of("pass\u0000word"));
        assertRefused("accounts.password-not-text", () -> Password.of("password\ud800"));
        assertRefused("accounts.password-not-text", () -> Password.of("\udc00password"));
    }

    @Test
    void thePasswordIsNotTheEMailAddressNorTheName() {
        assertRefused(
                "accounts.password-guessable",
                () -> POLICY.check(Password.of("MINJI@example.ORG"), EMAIL, Line.of("민지")));
        assertRefused(
                "accounts.password-guessable",
                () -> POLICY.check(Password.of("KIM minji "), EMAIL, Line.of("Kim Minji")));
    }

    @Test
    void neitherPasswordNorHashIsPrinted() {
        assertThat(Password.of("correct horse")).hasToString("Password");
        assertThat(new PasswordHash("plain1$abc")).hasToString("PasswordHash(plain1)");
        assertThat(new NewAccount(EMAIL, Password.of("correct horse"), Line.of("민지")).toString())
                .doesNotContain("horse", "minji", "민지");
    }

    @Test
    void aHashNamesItsScheme() {
        assertThat(new PasswordHash("somoim-bcrypt1$rest").scheme()).isEqualTo("somoim-bcrypt1");

        assertThatThrownBy(() -> new PasswordHash("$2a$10$abc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PasswordHash("")).isInstanceOf(IllegalArgumentException.class);
    }
}
