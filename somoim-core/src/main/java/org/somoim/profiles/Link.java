package org.somoim.profiles;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of something on the web: {@code https} or {@code http}, with a host and without user name or password, at
 * most 500 characters. Nobody has looked at what is there. {@link #toString()} hides it.
 */
public record Link(String value) {
    /** In characters; an address is ASCII. */
    public static final int MAX = 500;

    private static final Set<String> SCHEMES = Set.of("https", "http");

    /** @throws org.somoim.kernel.Refusal {@link ProfileReason#NOT_A_LINK} */
    public Link {
        if (value.length() > MAX || !isWebAddress(value)) {
            throw ProfileReason.NOT_A_LINK.refuse();
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value).parseServerAuthority();
            return value.chars().allMatch(c -> c < 128)
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Link";
    }
}
