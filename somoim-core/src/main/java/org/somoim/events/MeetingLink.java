package org.somoim.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.somoim.kernel.Refusal;

/**
 * Where one meets online: an {@code https} address with a host and without user name or password, at most 500 characters.
 * Whoever has it can come in, so {@link #toString()} hides it.
 */
public record MeetingLink(String value) {
    /** In characters; an address is ASCII. */
    public static final int MAX = 500;

    /** @throws Refusal {@link EventReason#NOT_A_MEETING_LINK} */
    public MeetingLink {
        if (value.length() > MAX || !isWebAddress(value)) {
            throw EventReason.NOT_A_MEETING_LINK.refuse();
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value).parseServerAuthority();
            return value.chars().allMatch(c -> c < 128)
                    && uri.getScheme() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).equals("https")
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "MeetingLink";
    }
}
