package org.somoim.privacy;

import java.util.Objects;
import java.util.regex.Pattern;

/** How public things are named in what is kept: lower case letters, digits and hyphens, at most 60. */
final class Slug {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private Slug() {}

    static String checked(String what, String text) {
        if (!SLUG.matcher(Objects.requireNonNull(text, what)).matches()) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 60 lower case letters, digits and hyphens, not " + text);
        }
        return text;
    }
}
