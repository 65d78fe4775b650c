package org.somoim.accounts.zxcvbn;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.AccountReason;
import org.somoim.accounts.Password;
import org.somoim.accounts.PasswordPolicy;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

/**
 * Turns down passwords that are guessed within a hundred million tries: common ones, dates, rows of keys, and what is made of
 * the account's own address and name. Measured by zxcvbn (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation",
 * USENIX Security 2016), whose word lists are English; a phrase in Hangul is as strong to it as it is long. Safe between
 * threads.
 */
public final class GuessablePasswords implements PasswordPolicy {
    /** Base-10 logarithm of the guesses that a password must withstand; zxcvbn's score 2 begins at 6, score 3 at 8. */
    private static final double LEAST_GUESSES_LOG10 = 8;

    /** In characters. The work grows faster than the length, and a password is no weaker for what follows. */
    private static final int MOST_MEASURED = 64;

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final PasswordPolicy notTheAccount = PasswordPolicy.notTheAccount();

    @Override
    public void check(Password password, Email email, @Nullable Line displayName) {
        notTheAccount.check(password, email, displayName);
        String text = password.value();
        String measured = text.substring(0, Math.min(text.length(), MOST_MEASURED));
        Strength strength = Lists.ZXCVBN.measure(measured, words(email, displayName));
        try {
            if (strength.getGuessesLog10() < LEAST_GUESSES_LOG10) {
                throw AccountReason.PASSWORD_GUESSABLE.refuse();
            }
        } finally {
            strength.wipe();
        }
    }

    private static List<String> words(Email email, @Nullable Line displayName) {
        var words = new ArrayList<>(List.of(APART.split(email.value())));
        words.add(email.value());
        if (displayName != null) {
            words.addAll(List.of(APART.split(displayName.value())));
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    /** Fifteen megabytes of words that take as long to read as all else at a start: not before they are needed, and once. */
    private static final class Lists {
        static final Zxcvbn ZXCVBN = new Zxcvbn();
    }
}
