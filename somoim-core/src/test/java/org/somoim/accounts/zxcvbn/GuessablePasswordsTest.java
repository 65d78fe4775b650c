package org.somoim.accounts.zxcvbn;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.somoim.memory.Refused.assertRefused;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.Covers;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

@Covers("ACC-3")
class GuessablePasswordsTest {
    private static final Email EMAIL = Email.of("minji.kim@example.org");

    private final PasswordPolicy policy = new GuessablePasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1!",
                "12345678",
                "qwertyuiop",
                "1qaz2wsx3edc",
                "iloveyou1",
                "aaaaaaaaaaaaaaaa",
                "19890712",
                "minji.kim@example.org",
                "MinjiKim89",
                "letmein123",
                "P@ssw0rd2024"
            })
    void whatGuessersTryFirstIsTurnedDown(String guessable) {
        assertRefused(
                "accounts.password-guessable", () -> policy.check(Password.of(guessable), EMAIL, Line.of("Kim Minji")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "산은 산이요 물은 물이로다",
                "비밀번호는 길게 쓴다",
                "토요일엔 북한산으로",
                "slow and steady wins it",
                "xK9#vLq2mZ",
                "🦊 jumps over 🐶 twice"
            })
    void aFewWordsOfAnyScriptAreEnough(String phrase) {
        assertThatCode(() -> policy.check(Password.of(phrase), EMAIL, Line.of("Kim Minji")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 256})
    void longOnesAreTakenAndCostNoMore(int length) {
        String phrase = "many words that do not belong together make a long phrase "
                .repeat(5)
                .substring(0, length);
        assertThatCode(() -> policy.check(Password.of(phrase), EMAIL, null)).doesNotThrowAnyException();
    }
}
