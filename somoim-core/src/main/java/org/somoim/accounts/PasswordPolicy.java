package org.somoim.accounts;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

/**
 * Port. Turns down passwords that a guesser would try early. Asked when a password is chosen, never when one is checked.
 * Length and form are looked after by {@link Password}; no kind of character is asked for (NIST SP 800-63B, section 3.1.1).
 */
@FunctionalInterface
public interface PasswordPolicy {

    /**
     * @param displayName of the account, or null if it has none
     * @throws org.somoim.kernel.Refusal {@link AccountReason#PASSWORD_GUESSABLE}
     */
    void check(Password password, Email email, @Nullable Line displayName);

    /** Turns down what can be read off the account itself, and nothing else. */
    static PasswordPolicy notTheAccount() {
        return (password, email, displayName) -> {
            password.mustNotBe(email);
            if (displayName != null) {
                password.mustNotBe(displayName);
            }
        };
    }
}
