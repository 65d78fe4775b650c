package org.somoim.profiles;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;

/**
 * What a person says of themselves. Only the display name must be there.
 *
 * @param displayName what others see wherever the person appears, at most 100 code points
 * @param givenName at most 100 code points, or null
 * @param familyName at most 100 code points, or null
 * @param bio at most 2,000 code points, or null
 * @param avatar where a picture is, or null
 * @param location as the person would say it, such as a town; at most 255 code points, or null
 */
public record About(
        Line displayName,
        @Nullable Line givenName,
        @Nullable Line familyName,
        @Nullable Prose bio,
        @Nullable Link avatar,
        @Nullable Line location,
        Topics interests,
        Topics expertise) {
    /** Of each name, in code points. */
    public static final int MAX_NAME = 100;

    /** In code points. */
    public static final int MAX_BIO = 2_000;

    /** @throws org.somoim.kernel.Refusal {@link ProfileReason#NAME_TOO_LONG}, {@link ProfileReason#BIO_TOO_LONG} */
    public About {
        if (isTooLong(displayName) || isTooLong(givenName) || isTooLong(familyName)) {
            throw ProfileReason.NAME_TOO_LONG.refuse();
        }
        if (bio != null && bio.length() > MAX_BIO) {
            throw ProfileReason.BIO_TOO_LONG.refuse();
        }
    }

    /** Someone of whom only the name is known. */
    public static About named(Line displayName) {
        return new About(displayName, null, null, null, null, null, Topics.NONE, Topics.NONE);
    }

    /** The same person under another name. */
    public About renamed(Line name) {
        return new About(name, givenName, familyName, bio, avatar, location, interests, expertise);
    }

    private static boolean isTooLong(@Nullable Line name) {
        return name != null && name.length() > MAX_NAME;
    }
}
