package org.somoim.accounts;

import java.text.Normalizer;
import java.util.Locale;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

/**
 * A password in the clear, for as long as it takes to hash it: 8 to 256 code points in the compatibility composed form
 * (NFKC), so that the same keys pressed on another device give the same password. Any character may be in it, spaces and
 * emoji too, and none must; long beats odd. Follows NIST SP 800-63B. {@link #toString()} hides it.
 */
public record Password(String value) {
    /** In Unicode code points, after normalisation. */
    public static final int MIN = 8;

    /** In Unicode code points, after normalisation. */
    public static final int MAX = 256;

    /** One code point may be written with several before normalisation, but not with this many. */
    private static final int MAX_RAW_CHARS = 8 * MAX;

    /**
     * @throws org.somoim.kernel.Refusal {@link AccountReason#PASSWORD_NOT_TEXT}, {@link AccountReason#PASSWORD_TOO_SHORT},
     *     {@link AccountReason#PASSWORD_TOO_LONG}
     */
    public Password {
        if (value.length() > MAX_RAW_CHARS) {
            throw AccountReason.PASSWORD_TOO_LONG.refuse();
        }
        if (value.codePoints().anyMatch(Password::isNotText)) {
            throw AccountReason.PASSWORD_NOT_TEXT.refuse();
        }
        value = Normalizer.normalize(value, Normalizer.Form.NFKC);
        int length = value.codePointCount(0, value.length());
        if (length < MIN) {
            throw AccountReason.PASSWORD_TOO_SHORT.refuse();
        }
        if (length > MAX) {
            throw AccountReason.PASSWORD_TOO_LONG.refuse();
        }
    }

    /** @param raw as typed; white space at the ends belongs to it */
    public static Password of(String raw) {
        return new Password(raw);
    }

    /**
     * Makes sure that it cannot be read off the account itself.
     *
     * @throws org.somoim.kernel.Refusal {@link AccountReason#PASSWORD_GUESSABLE}
     */
    void mustNotBe(Email email) {
        mustNotRead(email.value());
    }

    /** The same for the name that others see. */
    void mustNotBe(Line displayName) {
        mustNotRead(displayName.value());
    }

    private void mustNotRead(String text) {
        if (folded(value).equals(folded(text))) {
            throw AccountReason.PASSWORD_GUESSABLE.refuse();
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static boolean isNotText(int c) {
        return c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    @Override
    public String toString() {
        return "Password";
    }
}
