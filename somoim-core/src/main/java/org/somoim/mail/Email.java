package org.somoim.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, in lower case and composed form (NFC): two spellings that differ only so are one address. At most 255
 * characters, of which at most 64 before the {@code @}; international names are kept as written, not as Punycode. Whether a
 * mailbox stands behind it is not known from its form. {@link #toString()} hides it.
 */
public record Email(String value) {
    private static final int MAX = 255;
    private static final int MAX_BEFORE_AT = 64;
    private static final String ATOM = "[^\\p{C}\\p{Z}.@<>\"(),:;\\[\\]\\\\]+";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

    /** @throws org.somoim.kernel.Refusal {@link MailReason#NOT_AN_EMAIL} */
    public Email {
        // Before the pattern, whose cost grows with the length.
        if (value.length() > 2 * MAX) {
            throw MailReason.NOT_AN_EMAIL.refuse();
        }
        value = Normalizer.normalize(value.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (value.length() > MAX
                || value.indexOf('@') > MAX_BEFORE_AT
                || !FORM.matcher(value).matches()) {
            throw MailReason.NOT_AN_EMAIL.refuse();
        }
    }

    public static Email of(String raw) {
        return new Email(raw);
    }

    @Override
    public String toString() {
        return "Email";
    }
}
