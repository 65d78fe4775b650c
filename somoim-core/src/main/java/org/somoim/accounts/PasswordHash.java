package org.somoim.accounts;

import java.util.regex.Pattern;

/**
 * What is kept of a password. Begins with the name of the scheme that made it and a dollar sign, such as {@code
 * somoim-bcrypt1$}; what follows is that scheme's own. Printable ASCII, at most 255 characters. {@link #toString()} shows
 * the scheme only.
 */
public record PasswordHash(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}\\$[\\x21-\\x7e]{1,214}");

    public PasswordHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a password hash begins with a scheme, such as somoim-bcrypt1$");
        }
    }

    /** Who made it. Hashers leave those of other schemes alone. */
    public String scheme() {
        return value.substring(0, value.indexOf('$'));
    }

    @Override
    public String toString() {
        return "PasswordHash(" + scheme() + ")";
    }
}
