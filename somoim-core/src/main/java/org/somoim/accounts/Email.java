package org.somoim.accounts;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, in lower case: two spellings that differ in case only are one address. At most 255 characters. Whether
 * a mailbox stands behind it is not known from its form. {@link #toString()} hides it.
 */
public record Email(String value) {
    private static final int MAX = 255;
    private static final Pattern FORM = Pattern.compile(
            "[^\\s@\\p{Cntrl}<>\"(),:;\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    /** @throws org.somoim.kernel.Refusal {@link AccountReason#NOT_AN_EMAIL} */
    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > MAX || !FORM.matcher(value).matches() || value.contains("..")) {
            throw AccountReason.NOT_AN_EMAIL.refuse();
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
